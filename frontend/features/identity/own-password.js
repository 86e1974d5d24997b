import { askForm } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { t } from '../../lib/i18n.js';
import { put } from '../../lib/request.js';
import { session } from '../../app/session.js';

/** One's own password: the present one is asked for, and every other place where one is signed in is signed out. */
export async function changeOwnPassword() {
  const username = session.user?.username;
  if (!username) {
    return;
  }
  const changed = await askForm({
    title: t('session.password.change'),
    text: t('session.password.change.text'),
    submit: t('session.password.change'),
    fields: [
      { name: 'current', label: t('session.password.current'), type: 'password', required: true,
        autocomplete: 'current-password' },
      { name: 'password', label: t('session.password.new'), type: 'password', required: true,
        hint: t('session.password.hint'), autocomplete: 'new-password' },
    ],
    action: (values) => put(`/api/users/${encodeURIComponent(username)}/password`, values),
  });
  if (changed !== undefined) {
    done(t('session.password.changed'));
    await session.start();
  }
}
