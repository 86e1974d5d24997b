import { html, nothing } from 'lit';
import { done } from '../components/toast.js';
import { askForm } from '../components/form-dialog.js';
import { t } from '../lib/i18n.js';
import { session } from './session.js';

/** Says that the farm shown is made up, and lets its days pass. */
export function demoBanner() {
  const { demo, synthetic, today, clockMovable } = session.about;
  if (!demo && !synthetic) {
    return nothing;
  }
  return html`
    <aside class="demo" data-test="demo-banner" aria-label=${t('demo.name')}>
      <span>${t('demo.synthetic')}</span>
      ${today ? html`<span>${t('demo.today', { today })}</span>` : nothing}
      ${clockMovable && session.user ? html`<button type="button" class="link-button" data-test="advance-clock"
        @click=${advance}>${t('demo.advance')}</button>` : nothing}
    </aside>`;
}

async function advance() {
  const moved = await askForm({
    title: t('demo.advance'),
    text: t('demo.advance.text'),
    fields: [{ name: 'days', label: t('demo.days'), type: 'number', required: true, value: 30, min: 1, step: '1' }],
    submit: t('demo.advance'),
    action: (values) => session.advanceClock(values.days),
  });
  if (moved) {
    done(t('demo.advanced', { today: session.about.today ?? '' }));
  }
}
