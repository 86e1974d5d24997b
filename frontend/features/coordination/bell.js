import { html } from 'lit';
import { session } from '../../app/session.js';
import { JieshiElement } from '../../components/element.js';
import { t } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';

const LOOK_EVERY_MS = 30_000;

/** The bell on every page: how many reminders wait for the person, the unseen ones marked. */
export class JieshiBell extends JieshiElement {
  static properties = { count: { state: true } };

  constructor() {
    super();
    /** @type {{open: number, unseen: number, overdue: number} | null} */
    this.count = null;
    this.look = () => this.load();
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.look);
    addEventListener('reminders-seen', this.look);
    session.addEventListener('change', this.look);
    this.timer = setInterval(this.look, LOOK_EVERY_MS);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.look);
    removeEventListener('reminders-seen', this.look);
    session.removeEventListener('change', this.look);
    clearInterval(this.timer);
  }

  /** A bell that can't be reached says nothing rather than "nothing". */
  async load() {
    if (session.user === null) {
      return;
    }
    try {
      this.count = await get('/api/reminders/count');
    } catch {
      this.count = null;
    }
  }

  render() {
    const { open = 0, unseen = 0, overdue = 0 } = this.count ?? {};
    return html`
      <a class="bell ${overdue ? 'is-overdue' : ''}" href="#/coordination/mine" data-test="bell" data-unseen=${unseen}
        title=${this.count === null ? t('reminder.unknown') : t('reminder.bell', { open, unseen, overdue })}>
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path fill="currentColor"
          d="M12 22a2.2 2.2 0 0 0 2.2-2h-4.4A2.2 2.2 0 0 0 12 22Zm7-6V11a7 7 0 0 0-5.5-6.8V3.5a1.5 1.5 0 0 0-3 0v.7A7 7 0 0 0 5 11v5l-2 2v1h18v-1Z"></path></svg>
        <span class="unseen">${this.count === null ? t('reminder.unknown') : t('reminder.bell', { open, unseen, overdue })}</span>
        ${this.count === null ? html`<b aria-hidden="true">?</b>` : open ? html`<b aria-hidden="true">${open}</b>` : ''}
      </a>`;
  }
}
customElements.define('jieshi-bell', JieshiBell);
