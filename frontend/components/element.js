import { LitElement } from 'lit';
import { translator } from '../lib/i18n.js';

/**
 * Ground of every element of ours: drawn into the page itself, so that the few style sheets hold everywhere, and drawn
 * again when the language changes.
 */
export class JieshiElement extends LitElement {
  /** @type {() => void} */ #stopListening = () => {};

  /** @returns {HTMLElement} */
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stopListening = translator.onChange(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stopListening();
  }

  /**
   * Tells the elements around this one that something happened.
   *
   * @param {string} name
   * @param {unknown} [detail]
   */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
