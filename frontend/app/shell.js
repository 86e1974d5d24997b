import { html, nothing } from 'lit';
import '../components/toast.js';
import { refused } from '../components/toast.js';
import { JieshiElement } from '../components/element.js';
import { problemBox } from '../components/form-dialog.js';
import { asProblem } from '../lib/problem.js';
import { choose, t, translator, useLanguage, word } from '../lib/i18n.js';
import { loadDesks } from '../lib/desks.js';
import { live } from '../lib/live.js';
import { onSessionEnd } from '../lib/request.js';
import { demoBanner } from './demo-banner.js';
import { pageNamed, pagesFor } from './pages.js';
import { currentRoute, navigate } from './router.js';
import { session } from './session.js';

/** The frame around every page: name, navigation by role, language, who is signed in. */
export class JieshiApp extends JieshiElement {
  static properties = { started: { state: true }, problem: { state: true }, page: { state: true },
    menuOpen: { state: true }, restOpen: { state: true } };

  constructor() {
    super();
    this.started = false;
    /** @type {import('../lib/problem.js').Problem | null} */
    this.problem = null;
    /** @type {(HTMLElement & {route?: import('../lib/route.js').Route}) | null} */
    this.page = null;
    this.menuOpen = false;
    this.restOpen = false;
    this.complete = false;
    this.onRoute = () => this.open();
    this.onSession = () => {
      live.follow(session.user !== null && !session.user.duty);
      this.open();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.onRoute);
    session.addEventListener('change', this.onSession);
    onSessionEnd(async () => (await import('../features/identity/sign-in.js')).signInAgain());
    this.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.onRoute);
    session.removeEventListener('change', this.onSession);
  }

  async start() {
    this.problem = null;
    try {
      await session.start();
      this.started = true;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** What the first view does without: the bell, and the rest of the words and styles. */
  async afterFirstView() {
    if (!this.complete && session.user && !session.user.duty) {
      this.complete = true;
      await Promise.all([import('../features/coordination/bell.js'), loadDesks()]).catch(refused);
    }
  }

  /** Shows the page of the address; without a sign-in only the pages that are open to the public. */
  async open() {
    this.menuOpen = false;
    this.restOpen = false;
    this.requestUpdate();
    const address = location.hash;
    const route = currentRoute();
    const wanted = pageNamed(route.path[0]);
    const allowed = pagesFor(session.user);
    if (session.user === null && !wanted?.open) {
      this.page = null;
      import('../features/identity/sign-in.js').catch(refused);
      this.tellShown(address);
      return;
    }
    if (!wanted || !allowed.includes(wanted)) {
      navigate([allowed[0]?.name ?? 'map']);
      return;
    }
    try {
      await Promise.all([wanted.load(), wanted.name === 'map' ? undefined : loadDesks()]);
    } catch (error) {
      refused(error);
      return;
    }
    if (location.hash !== address) {
      return; // somebody went on while it was loading: a slow page must not take the place of the one asked for last
    }
    if (this.page?.localName !== wanted.element) {
      this.page = document.createElement(wanted.element);
    }
    this.page.route = route;
    if (wanted.name !== 'map') {
      this.afterFirstView();
    }
    this.tellShown(address);
  }

  /** For whoever drives the page from outside: until then the one before is seen. @param {string} address */
  async tellShown(address) {
    await this.updateComplete;
    await /** @type {any} */ (this.page)?.updateComplete;
    document.documentElement.dataset.shown = address;
  }

  updated() {
    document.documentElement.lang = translator.language === 'zh' ? 'zh-CN' : 'en';
    const name = currentRoute().path[0];
    document.title = pageNamed(name) ? `${t(`nav.${name}`)} – ${t('app.title')}` : t('app.title');
  }

  render() {
    if (this.problem) {
      return html`<main class="sole">${problemBox(this.problem)}
        <button type="button" class="button" @click=${() => this.start()}>${t('action.retry')}</button></main>`;
    }
    if (!this.started) {
      return html`<main class="sole"><p class="loading" role="status">${t('state.loading')}</p></main>`;
    }
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${t('app.skip')}</a>
      ${this.header()}
      ${demoBanner()}
      <main id="main" tabindex="-1" @first-view=${this.afterFirstView}>
        ${this.page ?? html`<jieshi-sign-in></jieshi-sign-in>`}
      </main>
      <jieshi-toasts></jieshi-toasts>`;
  }

  header() {
    const farm = choose(session.about.farm?.nameEn, session.about.farm?.name);
    const here = currentRoute().path[0];
    const listed = pagesFor(session.user).filter((page) => !page.hidden);
    const rest = session.user ? listed.filter((page) => page.rest) : [];
    return html`
      <header class="bar">
        <a class="brand" href="#/map" aria-label=${t('app.title')}>
          <img src="/favicon.svg" alt="" width="22" height="22">
          <span class="brand-words">
            <span class="brand-name">${t('app.name')}</span>
            ${farm ? html`<span class="brand-farm">${farm}</span>` : nothing}
          </span>
        </a>
        <button type="button" class="bar-menu" aria-expanded=${this.menuOpen} aria-controls="navigation"
          data-test="menu" @click=${() => { this.menuOpen = !this.menuOpen; }}>${t('app.menu')}</button>
        <nav id="navigation" class="bar-nav ${this.menuOpen ? 'is-open' : ''}" aria-label=${t('app.navigation')}>
          ${listed.filter((page) => !rest.includes(page)).map((page) => this.link(page, here))}
          ${rest.length > 0 ? html`
            <div class="bar-rest" @focusout=${this.leaveRest} @keydown=${this.leaveRest}>
              <button type="button" class="bar-more ${rest.some((page) => page.name === here) ? 'is-here' : ''}"
                aria-expanded=${this.restOpen} aria-controls="rest" data-test="more"
                @click=${() => { this.restOpen = !this.restOpen; }}>${t('app.more')}</button>
              <div id="rest" class="bar-rest-list ${this.restOpen ? 'is-open' : ''}">
                ${rest.map((page) => this.link(page, here))}
              </div>
            </div>` : nothing}
          ${session.user ? html`<a class="nav-own" href="#/account" aria-current=${here === 'account' ? 'page' : nothing}>
            ${t('nav.account')}</a>` : nothing}
        </nav>
        <div class="bar-end">
          ${this.languages()}
          ${session.user && !session.user.duty ? html`<jieshi-bell></jieshi-bell>` : nothing}
          ${session.user ? this.person(session.user) : nothing}
        </div>
      </header>`;
  }

  /** @param {import('./pages.js').Page} page @param {string | undefined} here */
  link(page, here) {
    return html`<a href="#/${page.name}" data-test="nav-${page.name}"
      aria-current=${page.name === here ? 'page' : nothing}>${t(`nav.${page.name}`)}</a>`;
  }

  /** By going on, or by Escape. @param {FocusEvent & KeyboardEvent} event */
  leaveRest(event) {
    const list = /** @type {HTMLElement} */ (event.currentTarget);
    if (event.key === 'Escape') {
      this.restOpen = false;
      list.querySelector('button')?.focus();
    } else if (event.type === 'focusout' && !list.contains(/** @type {Node | null} */ (event.relatedTarget))) {
      this.restOpen = false;
    }
  }

  languages() {
    return html`
      <div class="languages" role="group" aria-label=${t('app.language')}>
        ${['zh', 'en'].map((language) => html`
          <button type="button" lang=${language} aria-pressed=${translator.language === language}
            data-test="language-${language}" @click=${() => useLanguage(language)}>${t(`app.language.${language}`)}
          </button>`)}
      </div>`;
  }

  /** @param {import('./session.js').User} user */
  person(user) {
    return html`
      <a class="person" href="#/account" data-test="signed-in-user" title=${t('nav.account')}>
        <span class="person-name">${user.displayName}</span>
        <span class="person-role">${word('role', user.role)}</span>
      </a>
      <button type="button" class="bar-button" data-test="sign-out" @click=${this.signOut}>${t('session.signOut')}</button>`;
  }

  async signOut() {
    try {
      await session.signOut();
    } catch (error) {
      refused(error);
    }
  }

  /** The address names the page; the link to the main part must not change it. @param {Event} event */
  skip(event) {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (this.querySelector('#main'))?.focus();
  }
}
customElements.define('jieshi-app', JieshiApp);
