import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';
import '../../components/mini-map.js';
import { badge } from '../../components/badge.js';
import { facts } from '../../components/facts.js';
import { askForm, field, problemBox, valuesOf } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { squareMetres } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { post } from '../../lib/request.js';
import { Desk } from './desk.js';
import { choices } from './letters.js';
import './outline-map.js';

const WAYS = ['PLANTING', 'BUILDING', 'AFFORESTATION', 'GRAVES', 'QUARRYING', 'OTHER'];
const FIELD = /** @type {import('../../app/session.js').Role[]} */ (['SURVEYOR', 'REVIEWER', 'MEDIATOR']);

/** What patrols found: taken down in the field, turned into claims and cases at the desk. */
export class JieshiFindings extends Desk {
  static properties = { ...Desk.properties, problem: { state: true }, corners: { state: true }, outlining: { state: true } };

  constructor() {
    super('findings', '/api/findings');
    /** @type {number[][]} */
    this.corners = [];
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    this.outlining = false;
  }

  fields() {
    /** @type {import('../../components/form-dialog.js').Field[]} */
    const fields = [
      { name: 'occupier', label: t('findings.occupier'), required: true },
      { name: 'way', label: t('findings.way'), type: 'select', options: choices('findingWay', WAYS) },
      { name: 'foundOn', label: t('findings.foundOn'), type: 'date', required: true, value: session.about.today ?? '' },
      { name: 'since', label: t('findings.since'), type: 'date' },
      { name: 'accuracy', label: t('findings.accuracy'), type: 'number', value: 5, min: 0.01, hint: t('findings.accuracy.hint') },
      { name: 'note', label: t('case.note'), type: 'textarea' },
    ];
    return fields;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const values = valuesOf(/** @type {HTMLFormElement} */ (event.target), this.fields());
    const patrol = this.route.query.new;
    try {
      if (this.corners.length === 0) {
        throw new Error(t('findings.where'));
      }
      const made = await post('/api/findings', { ...values, patrolId: patrol === 'none' ? undefined : patrol,
        lon: this.corners[0][0], lat: this.corners[0][1], outline: this.corners.length > 2 ? this.corners : undefined });
      this.problem = null;
      this.corners = [];
      done(t('coordination.done', { number: made.number }));
      navigate(['coordination', 'findings', made.id]);
    } catch (error) {
      this.problem = error instanceof Error && !('problem' in error)
        ? { code: 'INVALID_FIELD', status: 422, detail: error.message, detailZh: error.message } : asProblem(error);
    }
  }

  /** @param {CustomEvent} event */
  keep(event) {
    this.corners = event.detail;
  }

  render() {
    if (this.route.query.new) {
      return html`
        <div class="page-head"><h1>${t('findings.new')}</h1></div>
        <form class="card" data-test="finding-form" @submit=${this.submit}>
          <p class="small quiet">${t('findings.map.hint')}</p>
          <jieshi-outline-map .corners=${this.corners} @corners-changed=${this.keep}></jieshi-outline-map>
          ${this.fields().map(field)}
          ${this.problem ? problemBox(this.problem) : nothing}
          <div class="buttons"><button type="submit" class="button button-main" data-test="finding-save">${t('findings.new')}</button>
            <a class="button" href="#/coordination/findings">${t('action.cancel')}</a></div>
        </form>`;
    }
    return this.layout({
      head: html`${this.choice('status', t('table.status'), choices('findingStatus', ['OPEN', 'CLAIMED', 'IN_CASE', 'DISMISSED']))}
        ${session.is(...FIELD) ? html`<a class="button button-main" data-test="finding-new" href="#/coordination/findings?new=none">
          ${t('findings.new')}</a>` : nothing}`,
      columns: [
        { name: t('coordination.number'), cell: (finding) => html`<b>${finding.number}</b>` },
        { name: t('findings.occupier'), wide: true, cell: (finding) => html`${finding.occupier}
          <div class="small quiet">${word('findingWay', finding.way)} · ${finding.parcel ?? '—'}</div>` },
        { name: t('table.area'), numeric: true, cell: (finding) => squareMetres(finding.area) },
        { name: t('table.status'), cell: (finding) => badge('findingStatus', finding.status) },
      ],
      detail: (finding) => this.finding(finding),
    });
  }

  /** @param {any} finding */
  finding(finding) {
    const open = finding.status === 'OPEN';
    const desk = session.is('REVIEWER', 'MEDIATOR');
    const shape = finding.outline ?? finding.position;
    return html`
      <h2>${finding.number} ${badge('findingStatus', finding.status)}</h2>
      <div class="buttons">
        ${desk && (open || finding.status === 'CLAIMED') ? this.button('case', () => this.act(finding, 'case', [],
          { text: t('findings.case.text') }), true) : nothing}
        ${desk && open ? this.button('claim', () => this.act(finding, 'claim', [], { text: t('findings.claim.text') })) : nothing}
        ${session.is(...FIELD) && open ? this.button('outline', () => {
          this.corners = finding.outline ? finding.outline.coordinates[0].slice(0, -1) : [finding.position.coordinates];
          this.outlining = true;
        }) : nothing}
        ${session.is(...FIELD) ? this.button('photo', () => this.addPhoto(finding)) : nothing}
        ${desk && open ? this.button('dismiss', () => this.act(finding, 'dismiss', [
          { name: 'reason', label: t('coordination.reason'), type: 'textarea', required: true }], { danger: true })) : nothing}
      </div>
      ${this.outlining && open ? html`
        <jieshi-outline-map .corners=${this.corners} .shapes=${finding.outline ? [{ geometry: finding.outline }] : []}
          @corners-changed=${this.keep}></jieshi-outline-map>
        <button type="button" class="button button-main" data-test="outline-save" ?disabled=${this.corners.length < 3}
          @click=${() => this.saveOutline(finding)}>${t('findings.action.outline')}</button>`
        : html`<jieshi-mini-map class="medium-map" .shapes=${[{ geometry: shape, role: 'overlap' }]}></jieshi-mini-map>`}
      ${facts([[t('findings.occupier'), finding.occupier], [t('findings.way'), word('findingWay', finding.way)],
        [t('findings.since'), finding.since], [t('findings.foundOn'), `${finding.foundOn} · ${this.name(finding.foundBy)}`],
        [t('table.area'), finding.area === undefined ? t('findings.pointOnly') : squareMetres(finding.area)],
        [t('findings.accuracy'), `± ${finding.accuracy} m`],
        [t('findings.parcel'), finding.parcel ? html`<a class="code" href="#/map?parcel=${finding.parcel}">${finding.parcel}</a>` : '—'],
        [t('findings.patrol'), finding.patrolId ? html`<a href="#/coordination/patrols/${finding.patrolId}">${
          finding.patrolId.replace(/^X/, '巡')}</a>` : null],
        [t('findings.claimCode'), finding.claimCode ? html`<a class="code" href="#/map?claim=${finding.claimCode}">${finding.claimCode}</a>` : null],
        [t('findings.case'), finding.caseId ? html`<a href="#/cases/${finding.caseId}">${finding.caseId}</a>` : null],
        [t('case.note'), finding.note], [t('coordination.reason'), finding.dismissedWhy]])}
      <div class="photos">${finding.photos.map((/** @type {any} */ photo) => html`
        <a href="/api/findings/${finding.id}/photos/${photo.seq}" target="_blank" rel="noopener">
          <img loading="lazy" src="/api/findings/${finding.id}/photos/${photo.seq}" alt=${photo.fileName}></a>`)}</div>`;
  }

  /** @param {any} finding */
  async saveOutline(finding) {
    try {
      await post(`/api/findings/${finding.id}/actions/outline`, { outline: this.corners, accuracy: finding.accuracy },
        { ifMatch: finding.revision });
      this.outlining = false;
      this.refresh();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** @param {any} finding */
  async addPhoto(finding) {
    const added = await askForm({ title: t('findings.action.photo'), submit: t('findings.action.photo'),
      fields: [{ name: 'file', label: t('findings.photo'), type: 'file', required: true }],
      action: (values) => {
        const form = new FormData();
        form.append('file', values.file);
        return post(`/api/findings/${finding.id}/photos`, undefined, { form });
      } });
    if (added) {
      this.refresh();
    }
  }
}
customElements.define('jieshi-findings', JieshiFindings);
