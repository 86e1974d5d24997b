import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { number } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';

/**
 * @typedef {object} Candidate
 * @property {string} encoding
 * @property {boolean} fits
 * @property {Record<string, string>[]} rows
 * @property {{en: string, zh: string}} [refusal]
 *
 * @typedef {object} Inspected
 * @property {string} layerName
 * @property {string} crs
 * @property {string} encoding
 * @property {number} records
 * @property {string[]} columns
 * @property {Candidate[]} encodings
 * @property {Record<string, string>} mapping
 * @property {boolean} remembered
 * @property {string[]} fields
 * @property {{rule: string, severity: string, message: string, messageZh: string}[]} findings
 */

/** How pressing a finding looks. @type {Record<string, string>} */
const NOTICES = { INFO: 'notice-info', BLOCK: 'notice-error' };
/** Units of area as a file may leave them unsaid. */
const UNITS = ['=1', '=2', '=3'];

/**
 * A file before it is sent: how its text reads in each encoding, and which column means what. Tells `chosen`
 * {encoding, mapping} when a person changes one of them.
 */
export class JieshiInspection extends JieshiElement {
  static properties = { inspected: { attribute: false }, encoding: { state: true }, mapping: { state: true } };

  constructor() {
    super();
    /** @type {Inspected | null} */
    this.inspected = null;
    this.encoding = '';
    /** @type {Record<string, string>} */
    this.mapping = {};
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('inspected') && this.inspected) {
      this.encoding = this.inspected.encoding;
      this.mapping = { ...this.inspected.mapping };
    }
  }

  /** @param {string} encoding */
  chooseEncoding(encoding) {
    this.encoding = encoding;
    this.tell('chosen', { encoding });
  }

  /** @param {string} field @param {string} column */
  map(field, column) {
    this.mapping = { ...this.mapping, [field]: column };
    const all = Object.fromEntries(this.inspected?.fields.map((each) => [each, this.mapping[each] ?? '']) ?? []);
    this.tell('chosen', { mapping: all });
  }

  render() {
    const found = this.inspected;
    if (!found) {
      return nothing;
    }
    return html`
      <div class="inspection" data-test="inspection">
        <p class="small"><b>${found.layerName}</b> · ${word('crs', found.crs)} · ${t('inspect.records',
          { records: number(found.records) })}</p>
        ${found.findings.map((finding) => html`<p data-test="inspect-finding"
          class="notice ${NOTICES[finding.severity] ?? 'notice-warn'}">${choose(finding.message, finding.messageZh)}</p>`)}
        ${this.encodings(found)}
        ${this.columns(found)}
      </div>`;
  }

  /** @param {Inspected} found */
  encodings(found) {
    return html`
      <fieldset class="encodings"><legend>${t('inspect.encoding')}</legend>
        ${found.encodings.map((candidate) => html`
          <label class="encoding"><input type="radio" name="inspected-encoding" value=${candidate.encoding}
            data-test="encoding" .checked=${candidate.encoding === this.encoding} ?disabled=${!candidate.fits}
            @change=${() => this.chooseEncoding(candidate.encoding)}> <b>${candidate.encoding}</b>
            ${candidate.fits ? nothing : html`<span class="quiet small">${choose(candidate.refusal?.en,
              candidate.refusal?.zh)}</span>`}</label>
          ${candidate.fits && candidate.encoding === this.encoding ? this.sample(candidate, found.columns) : nothing}`)}
      </fieldset>`;
  }

  /** @param {Candidate} candidate @param {string[]} columns */
  sample(candidate, columns) {
    const shown = columns.filter((column) => candidate.rows.some((row) => row[column] !== undefined));
    const names = shown.length > 0 ? shown : Object.keys(candidate.rows[0] ?? {});
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-label=${t('inspect.sample')}>
        <table class="table sample" data-test="sample"><thead><tr>${names.map((name) => html`<th>${name}</th>`)}</tr></thead>
          <tbody>${candidate.rows.map((row) => html`<tr>${names.map((name) => html`<td data-label=${name}>${
            row[name] ?? ''}</td>`)}</tr>`)}</tbody></table>
      </div>`;
  }

  /** @param {Inspected} found */
  columns(found) {
    return html`
      <fieldset class="mapping"><legend>${t('inspect.columns')}</legend>
        ${found.remembered ? html`<p class="notice notice-info" data-test="remembered">${t('inspect.remembered')}</p>` : nothing}
        <div class="mapping-fields">${found.fields.map((field) => html`
          <div class="field"><label for="map-${field}">${word('field', field)}</label>
            <select id="map-${field}" data-test="map-${field}"
              @change=${(/** @type {Event} */ event) => this.map(field,
                /** @type {HTMLSelectElement} */ (event.target).value)}>
              <option value="" ?selected=${!this.mapping[field]}>${t('inspect.noColumn')}</option>
              ${found.columns.map((column) => html`<option value=${column}
                ?selected=${this.mapping[field] === column}>${column}</option>`)}
              ${field === 'areaUnit' ? UNITS.map((unit) => html`<option value=${unit}
                ?selected=${this.mapping[field] === unit}>${word('unit', unit)}</option>`) : nothing}
            </select></div>`)}</div>
      </fieldset>`;
  }
}
customElements.define('jieshi-inspection', JieshiInspection);
