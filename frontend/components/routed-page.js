import { html } from 'lit';
import { navigate } from '../app/router.js';
import { t } from '../lib/i18n.js';
import { hashOf } from '../lib/route.js';
import { JieshiElement } from './element.js';

/** A page whose state is its address: what is filtered, which page of a list, which record is open. */
export class RoutedPage extends JieshiElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../lib/route.js').Route} */
    this.route = { path: [], query: {} };
  }

  /** The record that is open, if there is one: second part of the address. */
  get openRecord() {
    return this.route.path[1];
  }

  /** A change of what is listed begins at the first page. @param {Record<string, string | number | undefined>} changes */
  narrow(changes) {
    navigate(this.route.path, { ...this.route.query, page: undefined, ...changes });
  }

  /** On a phone the open record takes the place of the list; this leads back. */
  wayBack() {
    return html`<p class="way-back"><a href=${hashOf(this.route.path.slice(0, 1), this.route.query)}>‹ ${
      t('action.back')}</a></p>`;
  }

  /** @param {number} page */
  turnTo(page) {
    navigate(this.route.path, { ...this.route.query, page: page || undefined });
  }

  /**
   * A choice among a few codes, kept in the address.
   *
   * @param {string} name of the query parameter
   * @param {string} label
   * @param {{value: string, label: string}[]} options the first stands for no choice
   */
  choice(name, label, options) {
    return html`
      <div class="field"><label for="filter-${name}">${label}</label>
        <select id="filter-${name}" data-test="filter-${name}"
          @change=${(/** @type {Event} */ event) => this.narrow({
            [name]: /** @type {HTMLSelectElement} */ (event.target).value })}>
          ${options.map((option) => html`<option value=${option.value}
            ?selected=${option.value === (this.route.query[name] ?? '')}>${option.label}</option>`)}
        </select></div>`;
  }
}
