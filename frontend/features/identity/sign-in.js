import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { askForm, problemBox } from '../../components/form-dialog.js';
import { choose, t } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { currentRoute } from '../../app/router.js';
import { session } from '../../app/session.js';

/** Why somebody came back from the service without being signed in. */
const REFUSALS = ['failed', 'unbound', 'factor', 'unreachable'];

/** The page of somebody who is not signed in yet. */
export class JieshiSignIn extends JieshiElement {
  static properties = { problem: { state: true }, busy: { state: true }, known: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    this.busy = false;
    /** @type {{username: string, password: string} | null} found right, and a code is asked for besides */
    this.known = null;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const known = this.known ?? { username: String(data.get('username')), password: String(data.get('password')) };
    this.busy = true;
    this.problem = null;
    try {
      await session.signIn(known.username, known.password, this.known ? String(data.get('code')) : undefined);
      this.known = null;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'CODE_NEEDED') {
        this.known = known;
      } else {
        this.problem = problem;
      }
    } finally {
      this.busy = false;
    }
  }

  updated(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('known') && changed.get('known') !== undefined) {
      /** @type {HTMLInputElement | null} */ (this.querySelector(this.known ? '#code' : '#username'))?.focus();
    }
  }

  /** The administrator of a new register, by the code in the server's log. @param {SubmitEvent} event */
  async setUp(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const values = Object.fromEntries(['code', 'username', 'displayName', 'password']
      .map((name) => [name, String(data.get(name))]));
    this.busy = true;
    this.problem = null;
    try {
      await session.setUp(values);
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
  }

  setUpForm() {
    return html`
      <form @submit=${this.setUp} data-test="set-up">
        <p>${t('setup.text')}</p>
        ${[['code', 'off'], ['username', 'username'], ['displayName', 'name'], ['password', 'new-password']].map(
          ([name, autocomplete]) => html`
            <div class="field"><label for=${name}>${t(`setup.${name}`)}</label>
              <input id=${name} name=${name} required autocomplete=${autocomplete} autocapitalize="none" spellcheck="false"
                type=${name === 'password' ? 'password' : 'text'} aria-describedby=${name === 'password' ? 'setup-hint' : nothing}
                data-test=${`setup-${name}`}>
              ${name === 'password' ? html`<small class="quiet" id="setup-hint">${t('session.password.hint')}</small>` : nothing}</div>`)}
        ${this.problem ? problemBox(this.problem) : nothing}
        <button type="submit" class="button button-main" ?disabled=${this.busy} data-test="setup-submit">
          ${t('setup.submit')}</button>
      </form>`;
  }

  passwordForm() {
    return html`
      <form @submit=${this.submit} data-test="sign-in">
        <div class="field"><label for="username">${t('session.username')}</label>
          <input id="username" name="username" required autocomplete="username" autocapitalize="none"
            spellcheck="false" data-test="username"></div>
        <div class="field"><label for="password">${t('session.password')}</label>
          <input id="password" name="password" type="password" required autocomplete="current-password"
            data-test="password"></div>
        ${this.problem ? problemBox(this.problem) : nothing}
        <button type="submit" class="button button-main" ?disabled=${this.busy} data-test="sign-in-submit">
          ${t('session.signIn')}</button>
      </form>`;
  }

  /** @param {string} username */
  codeForm(username) {
    return html`
      <form @submit=${this.submit} data-test="sign-in-code">
        <p>${t('session.code.of', { name: username })}</p>
        <div class="field"><label for="code">${t('session.code')}</label>
          <input id="code" name="code" required autocomplete="one-time-code" autocapitalize="characters" spellcheck="false"
            maxlength="40" aria-describedby="code-hint" data-test="code">
          <small class="quiet" id="code-hint">${t('session.code.hint')}</small></div>
        ${this.problem ? problemBox(this.problem) : nothing}
        <button type="submit" class="button button-main" ?disabled=${this.busy} data-test="sign-in-submit">
          ${t('session.signIn')}</button>
        <button type="button" class="button sign-in-back" @click=${this.back}>${t('session.code.back')}</button>
      </form>`;
  }

  /** Another organisation's service, by a link: it leads away from this server. @param {{name: string, nameZh: string}} service */
  service(service) {
    const refused = currentRoute().query.refused;
    return html`
      ${refused ? html`<div class="notice notice-error" role="alert" data-test="service-refused">
        <p>${t(`session.refused.${REFUSALS.includes(refused) ? refused : 'failed'}`)}</p></div>` : nothing}
      <a class="button sign-in-back" href="/api/session/oidc" data-test="service">
        ${t('session.service', { name: choose(service.name, service.nameZh) })}</a>`;
  }

  back() {
    this.known = null;
    this.problem = null;
  }

  render() {
    const farm = choose(session.about.farm?.nameEn, session.about.farm?.name);
    return html`
      <div class="sign-in">
        <section class="sign-in-card">
          <img src="/favicon.svg" alt="" width="44" height="44">
          <h1>${t('app.title')}</h1>
          ${farm ? html`<p class="quiet">${farm}</p>` : nothing}
          ${session.about.setup ? this.setUpForm() : this.known ? this.codeForm(this.known.username)
            : this.passwordForm()}
          ${session.about.signInService && !session.about.setup && !this.known ? this.service(session.about.signInService)
            : nothing}
          <p class="quiet"><a href="#/notices" data-test="public-notices">${t('session.publicNotices')}</a></p>
        </section>
      </div>`;
  }
}
customElements.define('jieshi-sign-in', JieshiSignIn);

/** @type {Promise<boolean> | null} */
let asking = null;

/** Asks for a new sign-in over the page where the session ended; several calls that failed at once ask only once. */
export function signInAgain() {
  if (session.user === null) {
    return Promise.resolve(false);
  }
  asking ??= askForm({
    title: t('session.ended'),
    text: t('session.ended.text'),
    fields: [
      { name: 'username', label: t('session.username'), required: true, value: session.user.username,
        autocomplete: 'username' },
      { name: 'password', label: t('session.password'), type: 'password', required: true,
        autocomplete: 'current-password' },
      ...session.user.secondFactor ? [{ name: 'code', label: t('session.code'), required: true,
        hint: t('session.code.hint'), autocomplete: 'one-time-code' }] : [],
    ],
    submit: t('session.signIn'),
    action: (values) => session.signIn(values.username, values.password, values.code),
  }).then((result) => result !== undefined).finally(() => { asking = null; });
  return asking;
}
