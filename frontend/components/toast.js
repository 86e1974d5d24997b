import { html } from 'lit';
import { asProblem, sentence } from '../lib/problem.js';
import { t } from '../lib/i18n.js';
import { JieshiElement } from './element.js';

const SHOWN_FOR_MS = 6000;

/** Short messages at the edge of the page: something was done, or was refused. Refusals stay until they are closed. */
export class JieshiToasts extends JieshiElement {
  static properties = { messages: { state: true } };

  constructor() {
    super();
    /** @type {{id: number, text: string, kind: string}[]} */
    this.messages = [];
    this.next = 1;
  }

  /**
   * @param {string} text
   * @param {'done' | 'error'} kind
   */
  show(text, kind) {
    const id = this.next++;
    this.messages = [...this.messages, { id, text, kind }];
    if (kind === 'done') {
      setTimeout(() => this.close(id), SHOWN_FOR_MS);
    }
  }

  /** @param {number} id */
  close(id) {
    this.messages = this.messages.filter((message) => message.id !== id);
  }

  render() {
    return html`
      <div class="toasts" role="status" aria-live="polite">
        ${this.messages.map((message) => html`
          <div class="toast toast-${message.kind}" data-test="toast">
            <span>${message.text}</span>
            <button type="button" class="icon-button" aria-label=${t('action.close')}
              @click=${() => this.close(message.id)}>×</button>
          </div>`)}
      </div>`;
  }
}
customElements.define('jieshi-toasts', JieshiToasts);

/** @param {string} text */
export const done = (text) => toasts().show(text, 'done');

/** @param {unknown} error */
export const refused = (error) => toasts().show(sentence(asProblem(error)), 'error');

/** @returns {JieshiToasts} */
function toasts() {
  return /** @type {JieshiToasts} */ (document.querySelector('jieshi-toasts'));
}
