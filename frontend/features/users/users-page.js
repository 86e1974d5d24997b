import { html } from 'lit';
import { session } from '../../app/session.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { choose, t, word } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { get, post, put, remove } from '../../lib/request.js';
import { loadPlaces } from '../parcels/places.js';

/** @typedef {import('../../app/session.js').User & {enabled: boolean, lockedUntil?: string}} Account */

const ROLES = ['SURVEYOR', 'REVIEWER', 'MEDIATOR', 'APPROVER', 'MANAGER', 'ADMINISTRATOR'];

/** The accounts, for the administrator. Nobody is ever removed: what a person did stays on record. */
export class JieshiUsersPage extends JieshiElement {
  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route | undefined} */
    this.route = undefined;
    /** @type {Loader<Account[]>} */
    this.accounts = new Loader(this, (signal) => get('/api/users', {}, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.accounts.run();
  }

  render() {
    return html`
      <div class="page">
        <header class="page-head">
          <h1>${t('users.title')}</h1>
          <button type="button" class="button" data-test="factor-rule" @click=${this.setRule}>${t('users.factor.rule')}
          </button>
          <button type="button" class="button button-main" data-test="user-add" @click=${this.add}>${t('users.add')}
          </button>
        </header>
        ${this.accounts.render((accounts) => dataTable({ caption: t('users.title'), rows: accounts, test: 'users',
          key: (account) => account.username, columns: this.columns() }))}
      </div>`;
  }

  /** @returns {import('../../components/data-table.js').Column<Account>[]} */
  columns() {
    return [
      { name: t('users.username'), cell: (account) => html`<span class="code">${account.username}</span>` },
      { name: t('users.displayName'), wide: true, cell: (account) => account.displayName },
      { name: t('users.role'), cell: (account) => word('role', account.role) },
      { name: t('users.district'), cell: (account) => account.district ?? '—' },
      { name: t('users.state'), cell: (account) => html`
        <span class="badge badge-${account.enabled ? 'good' : 'plain'}">
          ${t(account.enabled ? 'users.enabled' : 'users.disabled')}</span>
        ${account.secondFactor ? html`<span class="badge badge-plain">${t('users.factor')}</span>` : ''}
        ${account.duty ? html`<span class="badge badge-warn">${t(`users.duty.${account.duty}`)}</span>` : ''}
        ${account.lockedUntil ? html`<span class="badge badge-warn">${t('users.waiting')}</span>` : ''}` },
      { name: t('users.actions'), cell: (account) => html`
        <div class="row-actions">
          ${account.username === session.user?.username ? html`
            <a class="button button-small" href="#/account">${t('nav.account')}</a>` : html`
            <button type="button" class="button button-small" data-test="user-password"
              aria-label=${t('users.password.of', { name: account.displayName })}
              @click=${() => this.changePassword(account)}>${t('users.password')}</button>`}
          <button type="button" class="button button-small" data-test="user-district"
            aria-label=${t('users.district.of', { name: account.displayName })}
            @click=${() => this.setDistrict(account)}>${t('users.district.set')}</button>
          ${account.lockedUntil ? html`
            <button type="button" class="button button-small" data-test="user-unlock"
              aria-label=${t('users.unlock.of', { name: account.displayName })}
              @click=${() => this.unlock(account)}>${t('users.unlock')}</button>` : ''}
          ${session.about.signInService ? html`
            <button type="button" class="button button-small" data-test="user-identity"
              aria-label=${t('users.identity.of', { name: account.displayName })}
              @click=${() => this.setIdentity(account)}>${t('users.identity')}</button>` : ''}
          ${account.secondFactor && account.username !== session.user?.username ? html`
            <button type="button" class="button button-small" data-test="user-factor-off"
              aria-label=${t('users.factor.off.of', { name: account.displayName })}
              @click=${() => this.takeFactorOff(account)}>${t('users.factor.off')}</button>` : ''}
          ${account.username === session.user?.username ? '' : html`
            <button type="button" class="button button-small" data-test="user-switch"
              aria-label=${t(account.enabled ? 'users.disable.of' : 'users.enable.of', { name: account.displayName })}
              @click=${() => this.switch(account)}>${t(account.enabled ? 'users.disable' : 'users.enable')}</button>`}
        </div>` },
    ];
  }

  async add() {
    const districts = await districtOptions();
    const added = await askForm({
      title: t('users.add'),
      submit: t('users.add'),
      fields: [
        { name: 'username', label: t('users.username'), required: true, hint: t('users.username.hint') },
        { name: 'displayName', label: t('users.displayName'), required: true },
        { name: 'role', label: t('users.role'), type: 'select', required: true,
          options: ROLES.map((role) => ({ value: role, label: word('role', role) })) },
        { name: 'district', label: t('users.district'), type: 'select', options: districts },
        { name: 'password', label: t('users.password.first'), type: 'password', required: true,
          hint: t('users.password.first.hint'), autocomplete: 'new-password' },
      ],
      action: (values) => post('/api/users', values),
    });
    if (added) {
      done(t('users.added'));
      this.accounts.run();
    }
  }

  /** @param {Account} account */
  async changePassword(account) {
    const changed = await askForm({
      title: t('users.password.of', { name: account.displayName }),
      text: t('users.password.text'),
      submit: t('users.password'),
      fields: [{ name: 'password', label: t('users.password.new'), type: 'password', required: true,
        hint: t('users.password.hint'), autocomplete: 'new-password' }],
      action: (values) => put(`/api/users/${encodeURIComponent(account.username)}/password`, values),
    });
    if (changed) {
      done(t('users.password.changed', { name: account.displayName }));
      this.accounts.run();
    }
  }

  /** For somebody whose device is lost. @param {Account} account */
  async takeFactorOff(account) {
    const taken = await askForm({
      title: t('users.factor.off.of', { name: account.displayName }),
      text: t('users.factor.off.text'),
      submit: t('users.factor.off'),
      danger: true,
      action: () => remove(`/api/users/${encodeURIComponent(account.username)}/second-factor`),
    });
    if (taken !== undefined) {
      this.accounts.run();
    }
  }

  /** Who of the sign-in service is this account. @param {Account} account */
  async setIdentity(account) {
    const path = `/api/users/${encodeURIComponent(account.username)}/identity`;
    const bound = await get(path).catch((error) => {
      if (asProblem(error).code !== 'NOT_FOUND') {
        throw error;
      }
      return {};
    });
    const set = await askForm({
      title: t('users.identity.of', { name: account.displayName }),
      text: t('users.identity.text'),
      submit: t('users.identity.set'),
      fields: [
        { name: 'email', label: t('users.identity.email'), value: bound.email ?? '', hint: t('users.identity.email.hint') },
        { name: 'subject', label: t('users.identity.subject'), value: bound.subject ?? '',
          hint: t('users.identity.subject.hint') }],
      action: async (values) => (values.email || values.subject ? put(path, values) : bound.boundAt ? remove(path) : undefined),
    });
    if (set !== undefined) {
      done(t('users.identity.done', { name: account.displayName }));
    }
  }

  async setRule() {
    const { roles } = await get('/api/settings/second-factor');
    const set = await askForm({
      title: t('users.factor.rule'),
      text: t('users.factor.rule.text'),
      submit: t('users.factor.rule.set'),
      fields: ROLES.map((role) => ({ name: role, label: word('role', role), type: /** @type {const} */ ('checkbox'),
        value: roles.includes(role) })),
      action: (values) => put('/api/settings/second-factor', { roles: ROLES.filter((role) => values[role]) }),
    });
    if (set) {
      done(t('users.factor.rule.done'));
      await session.start();
      this.accounts.run();
    }
  }

  /** @param {Account} account */
  async setDistrict(account) {
    const options = await districtOptions(account.district);
    const changed = await askForm({
      title: t('users.district.of', { name: account.displayName }),
      text: t('users.district.text'),
      submit: t('users.district.set'),
      fields: [{ name: 'district', label: t('users.district'), type: 'select', options, value: account.district ?? '' }],
      action: (values) => put(`/api/users/${encodeURIComponent(account.username)}/district`, values),
    });
    if (changed !== undefined) {
      this.accounts.run();
    }
  }

  /** @param {Account} account */
  async unlock(account) {
    const unlocked = await askForm({
      title: t('users.unlock.of', { name: account.displayName }),
      text: t('users.unlock.text'),
      submit: t('users.unlock'),
      action: () => remove(`/api/users/${encodeURIComponent(account.username)}/lock`),
    });
    if (unlocked !== undefined) {
      this.accounts.run();
    }
  }

  /** @param {Account} account */
  async switch(account) {
    const changed = await askForm({
      title: t(account.enabled ? 'users.disable.of' : 'users.enable.of', { name: account.displayName }),
      text: t(account.enabled ? 'users.disable.text' : 'users.enable.text'),
      submit: t(account.enabled ? 'users.disable' : 'users.enable'),
      danger: account.enabled,
      action: () => put(`/api/users/${encodeURIComponent(account.username)}/enabled`, { enabled: !account.enabled }),
    });
    if (changed) {
      this.accounts.run();
    }
  }
}
customElements.define('jieshi-users-page', JieshiUsersPage);

/**
 * The whole farm, its county, its towns and villages, its sub-farms; and the present district, should there be no such
 * place any more.
 *
 * @param {string} [present]
 */
async function districtOptions(present) {
  const places = [...(await loadPlaces()).values()];
  const named = ['TOWN', 'VILLAGE', 'SUB_FARM'].flatMap((kind) => places.filter((place) => place.kind === kind)
    .map(({ code, name }) => ({ value: code, label: `${t(`users.district.${kind}`)} ${name} (${code})` })));
  const farm = session.about.farm;
  const county = farm?.county ? [{ value: farm.county, label: `${choose(farm.countyNameEn, farm.countyName)} (${farm.county})` }]
    : [];
  const all = [{ value: '', label: t('account.everywhere') }, ...county, ...named];
  return present && !all.some((option) => option.value === present) ? [...all, { value: present, label: present }] : all;
}
