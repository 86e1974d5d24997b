import { html, nothing } from 'lit';
import '../../components/mini-map.js';
import { badge } from '../../components/badge.js';
import { askForm, problemBox } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { Loader } from '../../components/loader.js';
import { progressBar } from '../../components/progress.js';
import { dateTime, fileSize, metres, number, percent } from '../../lib/format.js';
import { follow } from '../../lib/follow.js';
import { choose, t, word } from '../../lib/i18n.js';
import { asProblem } from '../../lib/problem.js';
import { get, post } from '../../lib/request.js';
import { session } from '../../app/session.js';
import { forgetPlaces } from '../parcels/places.js';
import { findingsByRule } from './findings.js';
import { repairList } from './repairs.js';
import { navigate } from '../../app/router.js';

const SETTLED = new Set(['STAGED', 'COMMITTED', 'FAILED', 'UNDONE', 'DISCARDED']);
const LAND = new Set(['parcels', 'claims', 'evidence']);
const MOST_FINDINGS = 1000;

/** One import: how far it is, what was found, what a commit would change. Tells `changed`. */
export class JieshiImportView extends JieshiElement {
  static properties = { number: {}, state: { state: true }, problem: { state: true }, shapes: { state: true } };

  constructor() {
    super();
    this.number = '';
    /** @type {any} */
    this.state = null;
    /** @type {import('../../lib/problem.js').Problem | null} */
    this.problem = null;
    /** @type {{geometry: any, role: string, record?: number}[]} */
    this.shapes = [];
    this.stop = () => {};
    this.findings = new Loader(this, (signal) =>
      get(`/api/imports/${this.number}/findings`, { size: MOST_FINDINGS }, { signal }));
    this.repairs = new Loader(this, async (signal) =>
      (await get(`/api/imports/${this.number}/repairs`, { size: 100 }, { signal })).items);
    this.preview = new Loader(this, async (signal) => {
      const collection = await get(`/api/imports/${this.number}/preview.geojson`, {},
        { signal, headers: { Accept: 'application/geo+json' } });
      return collection.features.map((/** @type {any} */ { geometry, properties }) =>
        ({ geometry, role: 'preview', record: properties.record }));
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('number') && this.number) {
      this.watch();
    }
  }

  watch() {
    this.stop();
    this.state = null;
    this.findings.clear();
    this.preview.clear();
    this.repairs.clear();
    const path = `/api/imports/${this.number}`;
    this.stop = follow({ events: `${path}/events`, name: 'import', path }, (state) => this.seen(state),
      (error) => { this.problem = asProblem(error); });
  }

  /** @param {any} state */
  seen(state) {
    const before = this.state?.status;
    this.state = state;
    const settled = SETTLED.has(state.status);
    if (settled && before !== state.status) {
      const found = this.findings.run();
      if (state.status === 'STAGED') {
        Promise.all([found, this.preview.run()]).then(() => { this.place(); });
        this.repairs.run();
      }
      this.tell('changed');
    }
    return settled && !this.reckoned(state);
  }

  /**
   * Whether what a commit would change is still being reckoned.
   *
   * @param {any} state
   */
  reckoned(state) {
    return state.status === 'STAGED' && state.phase === 'IMPACT';
  }

  /** The boundaries and, over them, the places of what was found. */
  place() {
    const found = (this.findings.value?.items ?? []).filter((/** @type {any} */ { coordinate }) => coordinate);
    this.shapes = [...(this.preview.value ?? []), ...found.map((/** @type {any} */ { coordinate, severity }) =>
      ({ geometry: { type: 'Point', coordinates: coordinate }, role: severity === 'BLOCK' ? 'fault' : 'doubt' }))];
  }

  /** @param {'commit' | 'undo' | 'discard'} order */
  async order(order) {
    const blocked = this.state.counts.blocked;
    const after = await askForm({
      title: t(`import.${order}`),
      text: t(`import.${order}.text`, { accepted: number(this.state.counts.accepted), blocked: number(blocked) }),
      fields: order === 'commit' && blocked > 0
        ? [{ name: 'acceptedOnly', label: t('import.acceptedOnly', { blocked }), type: 'checkbox', required: true }] : [],
      submit: t(`import.${order}`),
      danger: order !== 'commit',
      action: (values) => post(`/api/imports/${this.number}/${order}`, values, { ifMatch: this.state.version }),
    });
    if (after) {
      this.state = after;
      forgetPlaces();
      done(t(`import.${order}.done`));
      this.watch();
      this.tell('changed');
    }
  }

  render() {
    if (this.problem) {
      return problemBox(this.problem);
    }
    if (!this.state) {
      return html`<p class="loading" role="status">${t('state.loading')}</p>`;
    }
    const state = this.state;
    return html`
      <article class="card" data-test="import" data-status=${state.status}>
        <h2>${state.fileName} ${badge('importStatus', state.status)}</h2>
        ${SETTLED.has(state.status) ? nothing : this.progress(state)}
        ${state.problem ? this.failure(state.problem) : nothing}
        ${state.counts.features > 0 ? this.counts(state) : nothing}
        ${this.buttons(state)}
        ${this.preview.render(() => html`<jieshi-mini-map class="medium-map" .shapes=${this.shapes}></jieshi-mini-map>`)}
        ${this.repairs.render((list) => repairList(list, session.is('SURVEYOR', 'ADMINISTRATOR'),
          (repair) => this.accept(repair)))}
        ${this.findings.render((list) => (list.items.length === 0 && state.status !== 'FAILED'
          ? html`<p class="notice notice-good" data-test="no-findings">${t('import.noFindings')}</p>`
          : html`${findingsByRule(list.items, (finding) => this.show(finding))}
            ${list.items.length === 0 ? nothing : html`<p class="small" data-test="finding-files">${t('import.findings.files')}
              <a href="/api/imports/${this.number}/findings.csv">CSV</a> ·
              <a href="/api/imports/${this.number}/findings.geojson">GeoJSON</a></p>`}`))}
        ${facts([
          [t('import.layer'), word('importLayer', state.layer)],
          [t('import.crs'), word('crs', state.crs)],
          [t('import.encoding'), state.encoding],
          [t('import.accuracy'), state.accuracy ? `±${metres(state.accuracy, 3)}` : t('import.accuracy.unknown')],
          [t('import.size'), fileSize(state.fileSize)],
          [t('import.by'), `${state.createdBy} · ${dateTime(state.createdAt)}`],
          [t('import.decidedBy'), state.decidedBy ? `${state.decidedBy} · ${dateTime(state.decidedAt)}` : undefined],
          [t('import.note'), state.note],
          [t('import.corrects'), state.corrects ? html`<a href="#/imports/${state.corrects}">${state.corrects}</a>` : undefined],
          [t('import.correctedBy'), state.correctedBy?.length ? state.correctedBy.map((/** @type {number} */ id) =>
            html`<a href="#/imports/${id}">${id}</a> `) : undefined],
        ])}
      </article>`;
  }

  /** @param {any} state */
  progress(state) {
    return html`
      ${progressBar(state.phase ? word('importPhase', state.phase) : word('importStatus', state.status), state.progress)}
      ${state.remainingSeconds === undefined ? nothing : html`<p class="quiet small" data-test="remaining">${
        t('import.remaining', { seconds: number(state.remainingSeconds) })}</p>`}
      ${session.is('SURVEYOR', 'ADMINISTRATOR') ? html`<div class="buttons"><button type="button" class="button"
        data-test="import-cancel" @click=${() => this.order('discard')}>${t('import.cancel')}</button></div>` : nothing}`;
  }

  /** @param {import('./repairs.js').Repair} repair */
  async accept(repair) {
    const after = await post(`/api/imports/${this.number}/repairs/${repair.record}/accept`, undefined,
      { ifMatch: this.state.version });
    done(t('repair.accepted'));
    this.watch();
    return after;
  }

  /** @param {any} failure */
  failure(failure) {
    return html`<div class="notice notice-error" role="alert" data-test="import-problem" data-code=${failure.code}>
      <p>${choose(failure.detail, failure.detailZh)}</p></div>`;
  }

  /** @param {any} state */
  counts(state) {
    const { preview } = state;
    return html`
      <ul class="counts" data-test="import-counts">
        <li><b>${number(state.counts.features)}</b> ${t('import.features')}</li>
        <li class="good"><b>${number(state.counts.accepted)}</b> ${t('import.accepted')}</li>
        <li class="warn"><b>${number(state.counts.warned)}</b> ${t('import.warned')}</li>
        <li class="bad"><b>${number(state.counts.blocked)}</b> ${t('import.blocked')}</li>
        ${state.unchanged ? html`<li><b>${number(state.unchanged)}</b> ${t('import.unchanged')}</li>` : nothing}
      </ul>
      ${preview ? html`<p class="notice ${preview.newConflicts ? 'notice-warn' : 'notice-info'}" data-test="import-preview">
        ${t('import.preview', { conflicts: number(preview.newConflicts), before: percent(preview.coverageBefore),
          after: percent(preview.coverageAfter) })}
        ${preview.added || preview.changed ? t('import.preview.units', { added: number(preview.added),
          changed: number(preview.changed) }) : nothing}
        ${Object.entries(preview.conflictsByClass ?? {}).map(([name, count]) => html`
          <span class="nowrap">${word('overlapClass', name)}: ${number(/** @type {number} */ (count))}</span> `)}</p>` : nothing}
      ${state.status === 'STAGED' && !preview && LAND.has(state.layer) ? this.unknownImpact(state) : nothing}`;
  }

  /** @param {any} state */
  unknownImpact(state) {
    return this.reckoned(state)
      ? html`<div class="notice notice-info" role="status" data-test="import-reckoning"><p>${t('import.reckoning')}</p>
        ${progressBar(word('importPhase', state.phase), state.progress)}</div>`
      : html`<p class="notice notice-warn" data-test="import-no-preview">${t('import.preview.unknown')}</p>`;
  }

  /** @param {any} state */
  buttons(state) {
    if (!session.is('SURVEYOR', 'ADMINISTRATOR')) {
      return nothing;
    }
    if (state.status === 'STAGED') {
      return html`<div class="buttons">
        <button type="button" class="button button-main" data-test="import-commit" ?disabled=${state.counts.accepted === 0}
          @click=${() => this.order('commit')}>${t('import.commit')}</button>
        <button type="button" class="button" data-test="import-discard" @click=${() => this.order('discard')}>
          ${t('import.discard')}</button></div>`;
    }
    return state.status === 'COMMITTED' ? html`<div class="buttons">
      <a class="button" href="#/map" data-test="import-map">${t('import.onMap')}</a>
      ${state.counts.blocked > 0 ? html`<button type="button" class="button" data-test="import-correct"
        @click=${() => navigate(['imports'], { corrects: this.number })}>${t('import.correct')}</button>` : nothing}
      <button type="button" class="button" data-test="import-undo" @click=${() => this.order('undo')}>
        ${t('import.undo')}</button></div>` : nothing;
  }

  /** @param {import('./findings.js').Finding} finding */
  async show(finding) {
    if (this.preview.value === undefined) {
      await this.preview.run();
      this.place();
      await this.updateComplete;
    }
    const map = /** @type {import('../../components/mini-map.js').JieshiMiniMap | null} */ (
      this.querySelector('jieshi-mini-map'));
    await map?.updateComplete;
    const record = this.shapes.find((shape) => shape.record === finding.record && shape.geometry);
    if (finding.coordinate) {
      map?.lookAt(finding.coordinate);
    } else if (record) {
      map?.lookAtShape(record);
    }
    map?.scrollIntoView({ block: 'nearest' });
  }
}
customElements.define('jieshi-import-view', JieshiImportView);
