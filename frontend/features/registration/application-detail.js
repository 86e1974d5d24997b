import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { changedNote } from '../../components/changed-note.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { askForm } from '../../components/form-dialog.js';
import { gateList } from '../../components/gates.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { date } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';
import { LiveReload, stepOfOthers, touches } from '../../lib/live.js';
import { get, post } from '../../lib/request.js';
import '../notices/objection-card.js';
import { documentFields, documentForm, documentList } from './documents.js';
import { feeCard } from './fee-card.js';
import './letter-card.js';
import { overrideCards } from './overrides.js';
import { inOrder, stops } from './procedure.js';
import { stepsTaken } from './steps-taken.js';
import { takeAction } from './take-action.js';
import { investigationCard, noticeCard, titleCard } from './title-cards.js';

/**
 * @typedef {object} Application
 * @property {string} id
 * @property {string} number
 * @property {string} parcel
 * @property {import('./procedure.js').State} state
 * @property {string} [suspendedFrom]
 * @property {string} [suspendedFor]
 * @property {import('./survey-body.js').Title} title
 * @property {string} appliedOn
 * @property {string} appliedBy
 * @property {string} [registeredOn]
 * @property {string} [surveyor]
 * @property {string} [reviewer]
 * @property {string} [approver]
 * @property {string[]} allowedActions
 * @property {string} [nextAction]
 * @property {{gate: string, fact: string, factZh: string}[]} unmet
 * @property {{gate: string, fact: string, factZh: string}[]} overridden
 * @property {import('./overrides.js').Override[]} overrides
 * @property {{en: string, zh: string}[]} warnings
 * @property {{registered: string, reason: string, document: string, decidedBy: string, decidedAt: string}} [useDecision]
 * @property {import('./survey-form.js').Investigation} [investigation]
 * @property {import('./title-cards.js').PublishedNotice} [notice]
 * @property {import('../notices/objection-card.js').Objection[]} objections
 * @property {{meetingNumber: string, heldOn: string, attendees: string[], decision: string}} [minutes]
 * @property {import('./letter-card.js').Letter[]} letters
 * @property {import('./documents.js').ApplicationDocument[]} documents
 * @property {string[]} requiredDocuments
 * @property {import('./fee-card.js').FeeStanding} [fees]
 * @property {{action: string, from?: string, to: string, person: string, personName: string, at: string,
 *   detail: Record<string, unknown>}[]} timeline
 * @property {number} revision
 */

/** Taken at the override or the form itself. */
const ELSEWHERE = ['confirm-override', 'end-override', 'point-boundary', 'fill-form'];
const ENDED = ['CERTIFIED', 'REJECTED', 'WITHDRAWN'];

/** @param {Application} application @returns {import('../../components/changed-note.js').Step[]} */
const steps = (application) => application.timeline.map((event) => ({ actor: event.person, name: event.personName,
  action: word('action', event.action), at: event.at }));

/** One application: what it waits for, its steps, and everything on its file. */
export class JieshiApplicationDetail extends JieshiElement {
  static properties = { application: { attribute: false }, news: { state: true } };

  constructor() {
    super();
    /** Its id. */
    this.application = '';
    /** @type {Loader<Application>} */
    this.loaded = new Loader(this, (signal) =>
      get(`/api/applications/${encodeURIComponent(this.application)}`, {}, { signal }));
    /** What somebody else did meanwhile. @type {import('../../components/changed-note.js').Step | null} */
    this.news = null;
    new LiveReload(this, (changed) => touches(changed, 'APPLICATION', this.application)
      || changed.records.some(({ kind }) => ['OBJECTION', 'LETTER', 'NOTICE'].includes(kind)), () => this.again());
  }

  /** Somebody may have changed it. */
  async again() {
    const before = this.loaded.value;
    await this.loaded.run();
    const now = this.loaded.value;
    if (before && now?.id === before.id) {
      this.news = stepOfOthers(steps(before), steps(now), session.user?.username) ?? this.news;
    }
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('application')) {
      this.news = null;
      this.loaded.clear();
      this.loaded.run();
    }
  }

  render() {
    return html`
      <div class="page">
        <p><a href="#/applications">← ${t('applications.title')}</a></p>
        ${this.loaded.render((application) => html`
          <header class="page-head page-head-beside">
            <h1>${application.number}</h1>
            <span data-test="application-state" data-state=${application.state}>
              ${badge('applicationState', application.state)}</span>
            <a class="code" href="#/map?parcel=${application.parcel}" data-test="application-parcel">
              ${application.parcel}</a>
          </header>
          ${changedNote(this.news, () => { this.news = null; })}
          <div class="columns">
            <div>
              ${this.nextStep(application)}
              ${application.warnings.length === 0 ? nothing : html`<div class="notice notice-warn" data-test="warnings">
                <ul class="plain">${application.warnings.map((warning) => html`<li>${choose(warning.en, warning.zh)}</li>`)}</ul>
              </div>`}
              ${titleCard(application)}
              ${investigationCard(application.investigation, application.id)}
              ${noticeCard(application.notice)}
              ${this.objections(application)}
              ${this.minutes(application)}
              ${useDecision(application)}
              ${this.letters(application)}
              ${overrideCards(application.overrides, ENDED.includes(application.state) ? null
                : (action, override) => this.act(application, action, override))}
            </div>
            <div>
              ${this.documents(application)}
              ${feeCard(application.fees, application.id)}
              <section class="card"><h2>${t('applications.timeline')}</h2>
                ${stepsTaken(application.timeline)}</section>
            </div>
          </div>`)}
      </div>`;
  }

  /** @param {Application} application */
  nextStep(application) {
    const { nextAction, unmet, allowedActions } = application;
    return html`
      <section class="card next-step" data-test="next-step" data-next=${nextAction ?? ''}>
        ${application.state === 'SUSPENDED' ? html`<p class="notice notice-warn">${t('applications.suspended', {
          cause: word('suspension', application.suspendedFor), state: word('applicationState',
            application.suspendedFrom) })}</p>` : nothing}
        <h2>${nextAction ? t('applications.nextStep', { action: word('action', nextAction) })
          : t('applications.finished')}</h2>
        ${issued(application)}
        ${nextAction ? html`<p class="quiet">${t(`application.turn.${nextAction}`)}</p>` : nothing}
        ${unmet.length > 0 ? html`<p>${t('applications.unmet')}</p>${gateList(unmet)}`
          : nextAction && application.overridden.length === 0 ? html`<p class="gates-passed" data-test="gates-passed">✓ ${t('applications.gatesPassed')}</p>`
            : nothing}
        ${application.overridden.length > 0 ? html`<p class="notice notice-warn">${t('override.covered')}</p>
          ${gateList(application.overridden)}` : nothing}
        ${allowedActions.length > 0 ? html`<div class="buttons" data-test="actions">
          ${inOrder(allowedActions.filter((action) => !ELSEWHERE.includes(action))).map((action) => html`
            <button type="button" class="button ${buttonKind(action, nextAction)}" data-test="action-${action}"
              @click=${() => this.act(application, action)}>${word('action', action)}</button>`)}</div>`
          : nothing}
      </section>`;
  }

  /**
   * @param {Application} application
   * @param {string} action
   * @param {import('./overrides.js').Override} [override] the one that is confirmed or ended
   */
  async act(application, action, override) {
    const result = /** @type {any} */ (await takeAction(application, action, override?.id));
    if (result === undefined) {
      return;
    }
    done(action === 'certify' ? t('applications.issued', { number: result.number })
      : t('applications.done', { action: word('action', action) }));
    this.loaded.run();
  }

  /** @param {Application} application */
  documents(application) {
    const add = session.is('SURVEYOR', 'REVIEWER') && !ENDED.includes(application.state)
      ? (/** @type {string} */ kind) => this.addDocument(application, kind) : null;
    return html`
      <section class="card">
        <header class="card-head"><h2>${t('documents.title')}</h2>
          ${add ? html`<button type="button" class="button button-small" data-test="document-add-any"
            @click=${() => add('OTHER')}>${t('documents.add')}</button>` : nothing}</header>
        ${documentList(application.id, application.requiredDocuments, application.documents, add)}
      </section>`;
  }

  /**
   * @param {Application} application
   * @param {string} kind
   */
  async addDocument(application, kind) {
    const added = await askForm({
      title: t('documents.add'),
      submit: t('documents.add'),
      fields: documentFields(kind),
      action: (values) => post(`/api/applications/${encodeURIComponent(application.id)}/documents`, undefined,
        { form: documentForm(values) }),
    });
    if (added) {
      this.loaded.run();
    }
  }

  /** @param {Application} application */
  objections(application) {
    return application.objections.length === 0 ? nothing : html`
      <section><h2 class="section-head">${t('objections.title')}</h2>
        ${application.objections.map((objection) => html`<jieshi-objection-card .objection=${objection}
          @objection-answered=${() => this.loaded.run()}></jieshi-objection-card>`)}</section>`;
  }

  /** @param {Application} application */
  letters(application) {
    return application.letters.length === 0 ? nothing : html`
      <section><h2 class="section-head">${t('letters.title')}</h2>
        ${application.letters.map((letter) => html`<jieshi-letter-card .letter=${letter}
          @letter-changed=${() => this.loaded.run()}></jieshi-letter-card>`)}</section>`;
  }

  /** @param {Application} application */
  minutes({ minutes }) {
    return minutes ? html`<section class="card" data-test="minutes"><h2>${t('minutes.title')}</h2>${facts([
      [t('step.meetingNumber'), minutes.meetingNumber],
      [t('step.heldOn'), date(minutes.heldOn)],
      [t('step.attendees'), minutes.attendees.join(', ')],
      [t('step.decision'), html`<span class="lines">${minutes.decision}</span>`],
    ])}</section>` : nothing;
  }
}
customElements.define('jieshi-application-detail', JieshiApplicationDetail);

/** Which use is registered where the approved and the actual one differ. @param {Application} application */
const useDecision = ({ useDecision: decision }) => (decision ? html`<section class="card" data-test="use-decision">
  <h2>${word('action', 'decide-land-use')}</h2>${facts([
    [t('step.registered'), word('step.registered', decision.registered)],
    [t('step.reason'), decision.reason],
    [t('step.document'), decision.document],
    [t('role.APPROVER'), `${decision.decidedBy} · ${date(decision.decidedAt)}`],
  ])}</section>` : nothing);

/** The way to the certificate that the procedure ended with. @param {Application} application */
function issued({ timeline }) {
  const number = timeline.find((event) => event.action === 'certify')?.detail.certificate;
  return number ? html`<p><a href="#/certificates/${encodeURIComponent(String(number))}"
    data-test="application-certificate">${number}</a></p>` : nothing;
}

/**
 * @param {string} action
 * @param {string | undefined} next
 */
const buttonKind = (action, next) => (action === next ? 'button-main' : stops(action) ? 'button-danger-quiet' : '');
