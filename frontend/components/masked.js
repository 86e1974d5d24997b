import { html, nothing } from 'lit';
import { session } from '../app/session.js';
import { t } from '../lib/i18n.js';
import { post } from '../lib/request.js';
import { JieshiElement } from './element.js';
import { askForm } from './form-dialog.js';

/** @type {Record<string, import('../app/session.js').Role[]>} who may have the whole; the server decides */
const MAY = {
  HOLDER_IDENTITY: ['SURVEYOR', 'REVIEWER', 'APPROVER'],
  OBJECTOR_CONTACT: ['REVIEWER', 'MEDIATOR', 'APPROVER'],
  COMPLAINANT_CONTACT: ['REVIEWER', 'MEDIATOR', 'APPROVER'],
  VILLAGE_CONTACT: ['REVIEWER', 'MEDIATOR', 'APPROVER'],
};

/** Somebody's number or telephone without its middle, and a button that gives the whole to who says why. */
export class JieshiMasked extends JieshiElement {
  static properties = { value: { type: String }, kind: { type: String }, record: { type: String },
    place: { type: Number }, whole: { state: true } };

  constructor() {
    super();
    this.value = '';
    this.kind = '';
    this.record = '';
    this.place = 0;
    /** @type {string | null} */
    this.whole = null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('value') || changed.has('record') || changed.has('place')) {
      this.whole = null;
    }
  }

  render() {
    return html`<span data-test="masked">${this.whole ?? this.value}</span>
      ${this.whole === null && this.value.includes('*') && session.is(...MAY[this.kind] ?? []) ? html`
        <button type="button" class="link-button" data-test="show-whole" @click=${this.show}>${t('masked.show')}</button>`
        : nothing}`;
  }

  async show() {
    const shown = await askForm({
      title: t('masked.title'),
      text: t('masked.text'),
      submit: t('masked.show'),
      fields: [{ name: 'reason', label: t('masked.reason'), required: true, hint: t('masked.reason.hint') }],
      action: (values) => post('/api/personal-data', { kind: this.kind, id: this.record, place: this.place,
        reason: values.reason }),
    });
    if (shown) {
      this.whole = /** @type {{value: string}} */ (shown).value;
    }
  }
}
customElements.define('jieshi-masked', JieshiMasked);

/**
 * @param {string | undefined | null} value as the server shows it
 * @param {keyof typeof MAY} kind
 * @param {string} record
 * @param {number} [place]
 */
export const masked = (value, kind, record, place = 0) => (value ? html`<jieshi-masked .value=${value} .kind=${kind}
  .record=${record} .place=${place}></jieshi-masked>` : nothing);
