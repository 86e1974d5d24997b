import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { masked } from '../../components/masked.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { sketchOf } from '../../components/sketch.js';
import { done } from '../../components/toast.js';
import { date, squareMetres } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';
import { landUse } from '../../lib/land-use.js';
import { applicationNumber } from '../../lib/names.js';
import { get, post } from '../../lib/request.js';
import './boundary-table.js';
import { formFields } from './form-fields.js';
import { pointingFields } from './pointing-fields.js';

/**
 * @typedef {object} Side
 * @property {number} place
 * @property {import('./neighbour-rows.js').Neighbour & {signer?: string, ownSigner?: string, servedOn?: string,
 *   servedHow?: string, ground?: string, reasons?: string, decidedBy?: string}} neighbour
 * @property {string} standing
 * @property {string} [deadline]
 * @property {string[]} steps
 *
 * @typedef {object} Holder
 * @property {string} name
 * @property {string} type
 * @property {string} [identityNumber]
 * @property {string} [representative]
 * @property {string} [agent]
 * @property {number} [share]
 * @property {number} [shareOf]
 *
 * @typedef {Record<string, any> & {holders?: Holder[], separateCertificates?: boolean}} Form
 *
 * @typedef {object} FormView
 * @property {string} application
 * @property {string} number
 * @property {string} parcel
 * @property {import('./survey-body.js').Title} title
 * @property {number} area
 * @property {string} system
 * @property {number} [accuracy]
 * @property {'ANALYTIC' | 'GRAPHICAL'} method
 * @property {{boundaryBasis: string, basisDocument?: string, surveyedOn: string, surveyor: string, notes?: string}} investigation
 * @property {string} surveyor name of who answers for it
 * @property {Form} form
 * @property {import('./boundary-table.js').Point[]} boundaryTable
 * @property {boolean} stated
 * @property {boolean} upToDate
 * @property {Side[]} neighbours
 * @property {{en: string, zh: string}[]} warnings
 * @property {{text: string, person: string, on: string}} [review]
 * @property {{type: string, coordinates: any}} geometry
 */

/** The investigation form 地籍调查表 of one application: read, filled in, pointed out and printed here. */
export class JieshiFormPage extends JieshiElement {
  static properties = { application: { attribute: false } };

  constructor() {
    super();
    /** Its id. */
    this.application = '';
    /** @type {Loader<{form: FormView, revision: number, allowed: string[]}>} */
    this.loaded = new Loader(this, async (signal) => {
      const address = `/api/applications/${encodeURIComponent(this.application)}`;
      const [form, application] = await Promise.all([get(`${address}/investigation`, {}, { signal }),
        get(address, {}, { signal })]);
      return { form, revision: application.revision, allowed: application.allowedActions };
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('application')) {
      this.loaded.clear();
      this.loaded.run();
    }
  }

  render() {
    return html`
      <div class="page">
        <p><a href="#/applications/${this.application}">← ${applicationNumber(this.application)}</a></p>
        ${this.loaded.render(({ form, revision, allowed }) => {
          const mine = allowed.includes('fill-form') && form.investigation.surveyor === session.user?.username;
          return html`
            <header class="page-head">
              <h1>${t('form.title')}</h1><span class="code">${form.parcel}</span>
              <a class="button" target="_blank" rel="noopener" data-test="form-print"
                href="/api/applications/${form.application}/investigation.pdf">${t('form.print')}</a>
            </header>
            ${form.upToDate ? nothing : html`<p class="notice notice-error">${t('form.outdated')}</p>`}
            ${form.warnings.length === 0 ? nothing : html`<div class="notice notice-warn" data-test="form-warnings">
              <ul class="plain">${form.warnings.map((warning) => html`<li>${choose(warning.en, warning.zh)}</li>`)}</ul>
              </div>`}
            <div class="columns">
              <div>
                ${this.facts(form, mine ? () => this.fill(form, revision) : null)}
                ${this.pointing(form, revision, allowed.includes('point-boundary'))}
              </div>
              <aside><section class="card"><h2>${t('form.sketch')}</h2>
                ${sketchOf(form.geometry, t('form.sketch'))}</section></aside>
            </div>
            <jieshi-boundary-table .points=${form.boundaryTable} .system=${form.system} .stated=${form.stated}
              .editable=${mine} .save=${(/** @type {unknown[]} */ rows) => this.saveTable(rows, revision)}>
            </jieshi-boundary-table>`;
        })}
      </div>`;
  }

  /** @param {FormView} view @param {(() => void) | null} edit */
  facts({ application, title, form, investigation, surveyor, area, accuracy, method, review }, edit) {
    return html`
      <section class="card" data-test="form-facts">
        <header class="card-head"><h2>${t('form.facts')}</h2>${edit ? html`<button type="button"
          class="button button-small" data-test="form-fill" @click=${edit}>${word('action', 'fill-form')}</button>`
          : nothing}</header>
        ${facts([
          [t('title.holder'), title.holder],
          [t('form.agent'), form.agent],
          [t('right.kind'), word('right.kind', title.rightKind)],
          [t('right.nature'), word('right.nature', title.rightNature)],
          [t('title.location'), title.location],
          [t('form.mapSheet'), form.mapSheet],
          [t('form.sides'), ['north', 'east', 'south', 'west'].filter((side) => form[side])
            .map((side) => `${t(`form.${side}`)}: ${form[side]}`).join(' · ')],
          [t('title.approvedUse'), title.approvedUse ? landUse(title.approvedUse) : null],
          [t('title.actualUse'), title.actualUse ? landUse(title.actualUse) : null],
          [t('form.approvedArea'), form.approvedArea === undefined ? null : squareMetres(form.approvedArea)],
          [t('form.area'), squareMetres(area)],
          [t('right.termUntil'), title.termUntil ? date(title.termUntil) : t('right.noTerm')],
          [t('form.sharedOwnership'), [holding(form), form.sharedOwnership].filter(Boolean).join(' · ')],
          [t('form.separateCertificates'), form.separateCertificates === undefined ? null
            : t(`form.separateCertificates.${form.separateCertificates}`)],
          [t('survey.basis'), `${word('boundaryBasis', investigation.boundaryBasis)} ${investigation.basisDocument ?? ''}`],
          [t('form.method'), `${word('form.method', method)} · ${accuracy === undefined ? t('form.accuracy.unknown')
            : `±${accuracy} m`}`],
          [t('form.sketch'), form.sketch],
          [t('survey.notes'), investigation.notes],
          [t('form.investigated'), `${form.investigatedBy ?? surveyor} · ${
            date(form.investigatedOn ?? investigation.surveyedOn)}`],
          [t('form.surveyNotes'), form.surveyNotes],
          [t('form.measured'), form.measuredBy ? `${form.measuredBy} · ${date(form.measuredOn)}` : null],
          [t('form.review'), review ? `${review.text} · ${review.person} · ${date(review.on)}` : null],
        ])}
        ${(form.holders ?? []).length === 0 ? nothing : html`<h3>${t('form.holders')}</h3>
          <ul class="plain" data-test="form-holders">${form.holders?.map((holder, place) => html`<li><b>${holder.name}</b>
            ${word('holder.type', holder.type)} ${masked(holder.identityNumber, 'HOLDER_IDENTITY', application, place)} ${holder.representative ?? ''}
            ${holder.share ? html`<span class="badge badge-plain">${holder.share}/${holder.shareOf}</span>` : nothing}
          </li>`)}</ul>`}
      </section>`;
  }

  /** @param {FormView} view @param {number} revision @param {boolean} allowed */
  pointing(view, revision, allowed) {
    return html`
      <section><h2 class="section-head">${t('form.pointing')}</h2>
        ${view.neighbours.map(({ place, neighbour, standing, deadline, steps }) => html`
          <article class="card" data-test="pointing" data-standing=${standing}>
            <header class="card-head"><h3>${neighbour.name} ${neighbour.side ? word('side', neighbour.side) : ''}</h3>
              <span class="badge badge-${MARKS[standing] ?? 'busy'}">${word('pointing', standing)}</span></header>
            ${facts([
              [t('survey.on'), neighbour.on ? date(neighbour.on) : null],
              [t('pointing.signer'), neighbour.signer],
              [t('pointing.ownSigner'), neighbour.ownSigner],
              [t('pointing.served'), neighbour.servedOn ? [date(neighbour.servedOn), neighbour.servedHow].filter(Boolean).join(' · ') : null],
              [t('pointing.deadline'), deadline ? date(deadline) : null],
              [t('pointing.ground'), neighbour.ground],
              [t('pointing.reasons'), neighbour.reasons],
              [t('pointing.document'), neighbour.decidedBy],
              [t('pointing.note'), neighbour.note],
            ])}
            <p>${['ONE_ABSENT', 'BOTH_ABSENT', 'SERVED', 'FINAL', 'OBJECTED'].includes(neighbour.pointing)
              ? html`<a target="_blank" rel="noopener" href="/api/applications/${view.application}/neighbours/${
                place}/default-notice.pdf">${t('pointing.notice')}</a>` : nothing}
              ${neighbour.ground || neighbour.reasons ? html`<a target="_blank" rel="noopener"
                href="/api/applications/${view.application}/neighbours/${place}/reasons.pdf">${
                t('pointing.reasons.print')}</a>` : nothing}</p>
            ${allowed && steps.length > 0 ? html`<div class="buttons">${steps.map((step) => html`
              <button type="button" class="button button-small" data-test="point-${step}"
                @click=${() => this.point(view, revision, place, step)}>${word('pointing.step', step)}</button>`)}</div>`
              : nothing}
          </article>`)}
      </section>`;
  }

  /** @param {FormView} view @param {number} revision @param {number} place @param {string} step */
  async point(view, revision, place, step) {
    const taken = await askForm({
      title: `${word('pointing.step', step)} · ${view.neighbours[place].neighbour.name}`,
      submit: word('pointing.step', step),
      fields: pointingFields(step),
      action: (values) => post(`/api/applications/${view.application}/actions/point-boundary`,
        { ...values, neighbour: place, step }, { ifMatch: revision }),
    });
    this.saved(taken);
  }

  /** @param {FormView} view @param {number} revision */
  async fill(view, revision) {
    const { body, ...form } = formFields(view.form);
    this.saved(await askForm({ ...form, title: word('action', 'fill-form'), submit: t('form.save'),
      action: (values) => post(`/api/applications/${view.application}/actions/fill-form`, { form: body(values) },
        { ifMatch: revision }) }));
  }

  /** @param {unknown[]} rows @param {number} revision */
  async saveTable(rows, revision) {
    await post(`/api/applications/${encodeURIComponent(this.application)}/actions/fill-form`, { boundaryTable: rows },
      { ifMatch: revision });
    this.saved(true);
  }

  /** @param {unknown} taken */
  saved(taken) {
    if (taken) {
      done(t('form.saved'));
      this.loaded.run();
    }
  }
}
customElements.define('jieshi-form-page', JieshiFormPage);

/** @param {Form} form */
const holding = ({ holders = [] }) => word('holding', holders.length < 2 ? 'ALONE' : holders[0].share ? 'SHARES' : 'JOINT');

/** @type {Record<string, string>} */
const MARKS = { BOTH_SIGNED: 'good', FINAL: 'good', OBJECTED: 'bad' };
