import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { sumOf } from '../../lib/fractions.js';
import { t, word } from '../../lib/i18n.js';

/** @typedef {import('./form-page.js').Holder & {shares?: string}} Holder */

const TYPES = ['ENTERPRISE', 'INSTITUTION', 'STATE_ORGAN', 'COLLECTIVE', 'PERSON', 'OTHER'];

/** Who is to hold the right; co-owners with their shares as fractions, 1/3. Part of a form. */
export class JieshiHolderRows extends JieshiElement {
  static properties = { holders: { attribute: false } };

  constructor() {
    super();
    /** @type {Holder[]} */
    this.holders = [];
  }

  /** @returns {Holder[]} */
  get value() {
    return this.holders.filter((row) => row.name.trim() !== '').map(({ shares, ...row }) => {
      const [share, shareOf] = (shares ?? fraction(row)).split('/').map((part) => Number(part.trim()) || undefined);
      return { ...row, name: row.name.trim(), share, shareOf };
    });
  }

  /** @param {number} index @param {Partial<Holder>} change */
  change(index, change) {
    this.holders = this.holders.map((row, place) => (place === index ? { ...row, ...change } : row));
  }

  render() {
    return html`
      <fieldset class="rows" data-test="holders">
        <legend>${t('form.holders')}</legend>
        <p class="quiet small">${t('form.holders.hint')}</p>
        ${this.holders.map((row, index) => this.row(row, index))}
        ${this.sum()}
        <button type="button" class="button button-small" data-test="holder-add"
          @click=${() => { this.holders = [...this.holders, { name: '', type: 'ENTERPRISE' }]; }}>
          ${t('form.holders.add')}</button>
      </fieldset>`;
  }

  /** What several hold together: jointly, or the sum of their shares. */
  sum() {
    const shares = this.holders.filter((row) => row.name.trim() !== '').map((row) => row.shares ?? fraction(row));
    if (shares.length < 2) {
      return nothing;
    }
    if (shares.every((share) => share.trim() === '')) {
      return html`<p class="small" data-test="holder-sum">${word('holding', 'JOINT')}</p>`;
    }
    const sum = sumOf(shares);
    return html`<p class="small ${sum === '1' ? '' : 'wrong'}" data-test="holder-sum">${sum === null
      ? t('form.holders.incomplete') : t('form.holders.sum', { sum })}</p>`;
  }

  /** @param {Holder} row @param {number} index */
  row(row, index) {
    /** @param {string} name */
    const set = (name) => (/** @type {Event} */ event) =>
      this.change(index, { [name]: /** @type {HTMLInputElement} */ (event.target).value || undefined });
    const input = (/** @type {string} */ name, /** @type {string | undefined} */ value) => html`
      <input aria-label="${t(`holder.${name}`)} ${index + 1}" placeholder=${t(`holder.${name}`)} .value=${value ?? ''}
        data-test="holder-${name}" @change=${set(name)}>`;
    return html`
      <div class="holder-row">
        <input aria-label="${t('holder.name')} ${index + 1}" placeholder=${t('holder.name')} .value=${row.name}
          data-test="holder-name" @change=${(/** @type {Event} */ event) => this.change(index,
            { name: /** @type {HTMLInputElement} */ (event.target).value })}>
        <select aria-label="${t('holder.type')} ${index + 1}" @change=${set('type')}>
          ${TYPES.map((type) => html`<option value=${type} ?selected=${type === row.type}>${word('holder.type', type)}
          </option>`)}</select>
        ${input('identityNumber', row.identityNumber)}
        ${input('representative', row.representative)}
        ${input('shares', row.shares ?? fraction(row))}
        <button type="button" class="icon-button" aria-label="${t('form.holders.remove')} ${index + 1}"
          @click=${() => { this.holders = this.holders.filter((_, other) => other !== index); }}>×</button>
      </div>`;
  }
}
customElements.define('jieshi-holder-rows', JieshiHolderRows);

/** @param {Holder} row */
const fraction = (row) => (row.share ? `${row.share}/${row.shareOf}` : '');
