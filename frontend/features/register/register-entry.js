import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { Loader } from '../../components/loader.js';
import { date, dateTime, hectares, metres, number, squareMetres } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { LiveReload, touches } from '../../lib/live.js';
import { writtenLandUse } from '../../lib/land-use.js';
import { get } from '../../lib/request.js';
import { coHolders } from '../certificates/co-holders.js';
import '../changes/lineage.js';

/**
 * @typedef {object} Entry
 * @property {string} code
 * @property {string} [unitNumber]
 * @property {string} status
 * @property {string} [holder]
 * @property {string} [location]
 * @property {string} [landUse]
 * @property {number} planeArea
 * @property {number} ellipsoidArea
 * @property {string} crs
 * @property {number} [accuracy]
 * @property {any[]} rights
 * @property {any[]} applications
 * @property {any[]} overrides
 * @property {any[]} cases
 * @property {any[]} versions
 * @property {string} readOn
 * @property {number} auditSeq
 * @property {string} auditHash
 */

/** What stands in the register of one parcel, and everything that ever stood there. */
export class JieshiRegisterEntry extends JieshiElement {
  static properties = { code: { attribute: false } };

  constructor() {
    super();
    this.code = '';
    /** @type {Loader<Entry>} */
    this.entry = new Loader(this, (signal) =>
      get(`/api/parcels/${encodeURIComponent(this.code)}/register`, {}, { signal }));
    new LiveReload(this, (changed) => touches(changed, 'PARCEL', this.code), () => this.entry.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('code')) {
      this.entry.clear();
      this.entry.run();
    }
  }

  render() {
    return html`
      <div class="page">
        <p><a href="#/register">← ${t('nav.register')}</a></p>
        ${this.entry.render((entry) => html`
          <header class="page-head page-head-beside"><h1 class="code" data-test="register-code">${entry.code}</h1>
            ${badge('status', entry.status)}
            <a class="button button-main" href="/api/parcels/${encodeURIComponent(entry.code)}/register.pdf"
              target="_blank" rel="noopener" data-test="register-pdf">${t('register.extract')}</a>
            <a class="button" href="/api/parcels/${encodeURIComponent(entry.code)}/map.pdf" target="_blank"
              rel="noopener">${t('parcel.map.pdf')}</a>
            <a class="button" href="#/map?parcel=${entry.code}">${t('register.map')}</a></header>
          <section class="card">${this.land(entry)}</section>
          <section class="card"><h2>${t('register.rights')}</h2>${rights(entry.rights)}</section>
          <section class="card"><jieshi-lineage .parcel=${entry.code}></jieshi-lineage>
            <h2>${t('register.procedure')}</h2>${procedure(entry)}</section>
          <section class="card"><h2>${t('parcel.versions')}</h2>${versions(entry.versions)}
            <p class="quiet small">${t('register.read', { seq: number(entry.auditSeq) })} <span class="code hash">${entry.auditHash}</span></p>
          </section>`)}
      </div>`;
  }

  /** @param {Entry} entry */
  land(entry) {
    return facts([
      [t('certificates.unitNumber'), entry.unitNumber ? html`<span class="code">${entry.unitNumber}</span>` : null],
      [t('certificates.holder'), entry.holder],
      [t('certificates.location'), entry.location],
      [t('certificates.landUse'), writtenLandUse(entry.landUse)],
      [t('parcel.planeArea'), html`${squareMetres(entry.planeArea)} · ${hectares(entry.planeArea)}`],
      [t('parcel.ellipsoidArea'), squareMetres(entry.ellipsoidArea)],
      [t('parcel.crs'), entry.crs],
      [t('parcel.accuracy'), entry.accuracy === undefined ? t('parcel.accuracy.unknown') : metres(entry.accuracy, 3)],
    ]);
  }
}
customElements.define('jieshi-register-entry', JieshiRegisterEntry);

/** @param {any[]} list */
const rights = (list) => dataTable({ caption: t('register.rights'), rows: list, test: 'register-rights',
  empty: t('register.rights.none'), columns: [
    { name: t('certificates.number'), cell: (right) => html`<a class="nowrap"
      href="#/certificates/${encodeURIComponent(right.number)}">${right.number}</a>` },
    { name: t('certificates.status'), cell: (right) => badge('certificateStatus', right.status) },
    { name: t('certificates.holder'), wide: true, cell: (right) => (right.holders.length === 0 ? right.holder
      : html`${word('holding', right.holding)}${coHolders(right.holders)}`) },
    { name: t('right.kind'), cell: (right) => word('right.kind', right.rightKind) },
    { name: t('unit.squareMetres'), numeric: true, cell: (right) => number(right.area, 2) },
    { name: t('certificates.issuedOn'), cell: (right) => html`<span class="nowrap">${date(right.issuedOn)}</span>` },
    { name: t('register.ended'), cell: (right) => (right.endedAt ? html`${dateTime(right.endedAt)} ${right.endedWhy}
      <span class="quiet">${right.endedDocument ?? ''}</span>` : '—') },
  ] });

/** @param {Entry} entry */
const procedure = (entry) => html`
  ${dataTable({ caption: t('register.procedure'), rows: entry.applications, empty: t('register.procedure.none'), columns: [
    { name: t('certificates.application'), cell: (each) => html`<a href="#/applications/${each.id}">${each.number}</a>` },
    { name: t('table.status'), wide: true, cell: (each) => badge('applicationState', each.state) },
    { name: t('register.appliedOn'), cell: (each) => date(each.appliedOn) },
    { name: t('register.registeredOn'), cell: (each) => (each.registeredOn ? date(each.registeredOn) : '—') },
  ] })}
  ${entry.overrides.length === 0 ? nothing : dataTable({ caption: t('register.overrides'), rows: entry.overrides, columns: [
    { name: t('register.overrides'), cell: (each) => `${each.gate} · ${each.application}` },
    { name: t('changes.reason'), wide: true, cell: (each) => `${each.reason} (${each.document})` },
    { name: t('changes.decided'), cell: (each) => `${each.proposedBy}, ${each.confirmedBy} · ${dateTime(each.confirmedAt)}` },
  ] })}
  ${entry.cases.length === 0 ? nothing : dataTable({ caption: t('parcel.cases'), rows: entry.cases, columns: [
    { name: t('parcel.cases'), cell: (each) => html`<a href="#/cases/${encodeURIComponent(each.id)}">${each.number}</a>` },
    { name: t('table.status'), cell: (each) => badge('stage', each.stage) },
    { name: t('register.openedOn'), wide: true, cell: (each) => date(each.openedOn) },
  ] })}`;

/** @param {any[]} list */
const versions = (list) => dataTable({ caption: t('parcel.versions'), rows: list, columns: [
  { name: t('register.version'), numeric: true, cell: (each) => each.version },
  { name: t('register.from'), cell: (each) => dateTime(each.from) },
  { name: t('register.to'), cell: (each) => (each.to ? dateTime(each.to) : '—') },
  { name: t('unit.squareMetres'), numeric: true, cell: (each) => number(each.area, 2) },
  { name: t('changes.reason'), wide: true, cell: (each) => `${word('changeReason', each.reason)} ${each.subject ?? ''}` },
] });
