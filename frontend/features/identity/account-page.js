import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { askForm, problemBox } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { saveBlob } from '../../lib/download.js';
import { dateTime } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { get, post } from '../../lib/request.js';
import { changeOwnPassword } from './own-password.js';

/**
 * @typedef {{on: boolean, since?: string, recoveryCodesLeft: number, required: boolean}} SecondFactor
 * @typedef {{key: string, uri: string, modules: number, path: string}} Offer
 */

/** One's own account: who one is to this server, the password, the second factor. */
export class JieshiAccountPage extends JieshiElement {
  static properties = { offer: { state: true }, codes: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route | undefined} */
    this.route = undefined;
    /** @type {Offer | null} shown until its first code is given */
    this.offer = null;
    /** @type {string[] | null} recovery codes, shown until the person has kept them */
    this.codes = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    this.busy = false;
    /** @type {Loader<SecondFactor>} */
    this.factor = new Loader(this, (signal) => get('/api/me/second-factor', {}, { signal }));
    /** @type {Loader<{since: string, usedAt: string, here: boolean}[]>} */
    this.sessions = new Loader(this, (signal) => get('/api/me/sessions', {}, { signal }));
    this.onSession = () => {
      if (!session.user?.duty && this.sessions.value === undefined) {
        this.sessions.run();
      }
      this.requestUpdate();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.onSession);
    this.factor.run();
    this.onSession();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('change', this.onSession);
  }

  render() {
    const user = session.user;
    if (!user) {
      return nothing;
    }
    return html`
      <div class="page page-narrow">
        <header class="page-head"><h1>${t('account.title')}</h1></header>
        ${user.duty ? html`<div class="notice notice-warn" role="status" data-test="duty" data-duty=${user.duty}>
          <p>${t(`account.duty.${user.duty}`)}</p></div>` : nothing}
        <section class="card">${facts([[t('users.displayName'), user.displayName], [t('session.username'), user.username],
          [t('users.role'), word('role', user.role)], [t('users.district'), user.district ?? t('account.everywhere')]])}
        </section>
        <section class="card">
          <h2>${t('session.password')}</h2>
          <p>${t('account.password.text')}</p>
          <button type="button" class="button ${user.duty === 'NEW_PASSWORD' ? 'button-main' : ''}"
            data-test="own-password" @click=${changeOwnPassword}>${t('session.password.change')}</button>
        </section>
        <section class="card" data-test="second-factor">
          ${this.factor.render((factor) => this.secondFactor(factor))}
        </section>
        ${user.duty ? nothing : html`<section class="card" data-test="sessions"><h2>${t('account.sessions')}</h2>
          ${this.sessions.render((sessions) => this.signIns(sessions))}</section>`}
      </div>`;
  }

  /** @param {{since: string, usedAt: string, here: boolean}[]} sessions */
  signIns(sessions) {
    return html`
      <ul class="plain">${sessions.map((each) => html`<li data-test="session">
        ${t('account.session', { since: dateTime(each.since), used: dateTime(each.usedAt) })}
        ${each.here ? html`<span class="badge badge-good">${t('account.session.here')}</span>` : nothing}</li>`)}</ul>
      ${sessions.length > 1 ? html`<button type="button" class="button" data-test="end-others" @click=${this.endOthers}>
        ${t('account.endOthers')}</button>` : nothing}`;
  }

  async endOthers() {
    const ended = await askForm({
      title: t('account.endOthers'),
      submit: t('account.endOthers'),
      fields: [{ name: 'password', label: t('session.password.current'), type: 'password', required: true,
        autocomplete: 'current-password' }],
      action: (values) => post('/api/me/sessions/end-others', values),
    });
    if (ended !== undefined) {
      this.sessions.run();
    }
  }

  /** @param {SecondFactor} factor */
  secondFactor(factor) {
    return html`
      <div class="card-head"><h2>${t('factor.title')}</h2>
        <span class="badge badge-${factor.on ? 'good' : 'plain'}" data-test="factor-state">
          ${t(factor.on ? 'factor.on' : 'factor.off')}</span></div>
      ${this.codes ? this.recovery(this.codes) : this.offer ? this.setUp(this.offer) : factor.on ? this.whileOn(factor) : html`
        <p>${t('factor.text')}</p>
        ${session.user?.duty === 'NEW_PASSWORD' ? nothing : html`
          <button type="button" class="button ${factor.required ? 'button-main' : ''}" data-test="factor-begin"
            @click=${this.begin}>${t('factor.begin')}</button>`}`}`;
  }

  /** @param {SecondFactor} factor */
  whileOn(factor) {
    return html`
      <p>${t('factor.since', { at: dateTime(factor.since) })} ${t('factor.left', { count: factor.recoveryCodesLeft })}</p>
      ${factor.recoveryCodesLeft < 3 ? html`<div class="notice notice-warn"><p>${t('factor.few')}</p></div>` : nothing}
      <div class="buttons">
        <button type="button" class="button" data-test="factor-codes" @click=${this.renew}>${t('factor.renew')}</button>
        ${factor.required ? nothing : html`<button type="button" class="button button-danger-quiet" data-test="factor-off"
          @click=${this.turnOff}>${t('factor.turnOff')}</button>`}
      </div>
      ${factor.required ? html`<p class="quiet">${t('factor.required')}</p>` : nothing}`;
  }

  /** @param {Offer} offer */
  setUp(offer) {
    return html`
      <ol class="steps">
        <li>${t('factor.step.app')}</li>
        <li>${t('factor.step.scan')}
          <div class="factor-offer">
            <svg class="qr" viewBox="0 0 ${offer.modules} ${offer.modules}" role="img" aria-label=${t('factor.qr')}
              shape-rendering="crispEdges" data-test="factor-qr"><path d=${offer.path}></path></svg>
            <div><p class="quiet">${t('factor.typed')}</p>
              <p class="code factor-key" data-test="factor-key">${offer.key.match(/.{1,4}/g)?.join(' ')}</p></div>
          </div></li>
        <li>${t('factor.step.code')}
          <form class="factor-code" @submit=${this.confirm}>
            <div class="field"><label for="factor-code">${t('session.code')}</label>
              <input id="factor-code" name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="8"
                data-test="factor-code"></div>
            ${this.problem ? problemBox(this.problem) : nothing}
            <div class="buttons">
              <button type="submit" class="button button-main" ?disabled=${this.busy} data-test="factor-confirm">
                ${t('factor.confirm')}</button>
              <button type="button" class="button" @click=${() => { this.offer = null; }}>${t('action.cancel')}</button>
            </div>
          </form></li>
      </ol>`;
  }

  /** @param {string[]} codes */
  recovery(codes) {
    return html`
      <div class="notice notice-warn"><p>${t('factor.codes.text')}</p></div>
      <ul class="factor-codes" data-test="recovery-codes">${codes.map((code) => html`<li class="code">${code}</li>`)}</ul>
      <div class="buttons">
        <button type="button" class="button" @click=${() => this.keep(codes)}>${t('factor.codes.save')}</button>
        <button type="button" class="button button-main" data-test="factor-kept" @click=${this.kept}>
          ${t('factor.codes.kept')}</button>
      </div>`;
  }

  /** @param {string[]} codes */
  keep(codes) {
    const title = `${t('app.title')} · ${session.user?.username} · ${t('factor.codes')}`;
    saveBlob(new Blob([[title, '', ...codes, ''].join('\r\n')], { type: 'text/plain' }), 'jieshi-recovery-codes.txt');
  }

  /** What was closed until now opens with this. */
  async kept() {
    this.codes = null;
    this.factor.run();
    await session.start();
  }

  async begin() {
    const offer = await askForm({
      title: t('factor.begin'),
      text: t('factor.password'),
      submit: t('factor.next'),
      fields: [{ name: 'password', label: t('session.password.current'), type: 'password', required: true,
        autocomplete: 'current-password' }],
      action: (values) => post('/api/me/second-factor/begin', values),
    });
    if (offer) {
      this.problem = null;
      this.offer = /** @type {Offer} */ (offer);
      await this.updateComplete;
      /** @type {HTMLInputElement | null} */ (this.querySelector('#factor-code'))?.focus({ preventScroll: true });
    }
  }

  /** @param {SubmitEvent} event */
  async confirm(event) {
    event.preventDefault();
    const code = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('code'));
    this.busy = true;
    this.problem = null;
    try {
      this.codes = (await post('/api/me/second-factor/confirm', { code })).recoveryCodes;
      this.offer = null;
      this.factor.run();
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
  }

  async renew() {
    const renewed = await this.byCode('factor.renew', 'factor.renew.text', false, (code) =>
      post('/api/me/second-factor/recovery-codes', { code }));
    if (renewed) {
      this.codes = /** @type {{recoveryCodes: string[]}} */ (renewed).recoveryCodes;
    }
  }

  async turnOff() {
    if (await this.byCode('factor.turnOff', 'factor.turnOff.text', true, (code) => post('/api/me/second-factor/off', { code }))) {
      done(t('factor.turnedOff'));
      this.factor.run();
      await session.start();
    }
  }

  /** @param {string} title @param {string} text @param {boolean} danger @param {(code: string) => Promise<unknown>} action */
  byCode(title, text, danger, action) {
    return askForm({ title: t(title), text: t(text), submit: t(title), danger,
      fields: [{ name: 'code', label: t('session.code'), required: true, hint: t('session.code.hint'),
        autocomplete: 'one-time-code' }],
      action: (values) => action(values.code) });
  }
}
customElements.define('jieshi-account-page', JieshiAccountPage);
