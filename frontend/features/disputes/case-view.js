import { html, nothing } from 'lit';
import '../../components/mini-map.js';
import { badge } from '../../components/badge.js';
import { changedNote } from '../../components/changed-note.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { timeline } from '../../components/timeline.js';
import { done } from '../../components/toast.js';
import { choose, t, word } from '../../lib/i18n.js';
import { LiveReload, stepOfOthers, touches } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { session } from '../../app/session.js';
import { act } from './actions.js';
import { agreement, sessions } from './case-agreement.js';
import { evidence } from './case-evidence.js';
import { letterTable } from './case-letters.js';
import { clockTable, holdTable, overlaps, parked } from './case-land.js';
import './case-proposals.js';
import { statements } from './case-statements.js';
import { visits } from './case-visits.js';

const TABS = ['land', 'parties', 'sessions', 'evidence', 'visits', 'proposals', 'agreement', 'letters', 'timeline'];
const WRITERS = ['REVIEWER', 'MEDIATOR'];
const FIELD_WRITERS = [...WRITERS, 'SURVEYOR'];

/** @param {any} dispute @returns {import('../../components/changed-note.js').Step[]} */
const steps = (dispute) => dispute.timeline.map((/** @type {any} */ event) => ({ actor: event.by, name: event.byName,
  action: choose(event.actionTitle?.en, event.actionTitle?.zh) || word('caseAction', event.action.toLowerCase()), at: event.at }));

/** One dispute case: what can be done above, the file in tabs below. Tells `changed`. */
export class JieshiCaseView extends JieshiElement {
  static properties = { number: {}, tab: { state: true }, news: { state: true } };

  constructor() {
    super();
    this.number = '';
    this.tab = TABS[0];
    const path = (/** @type {string} */ rest) => `/api/disputes/${encodeURIComponent(this.number)}${rest}`;
    this.main = new Loader(this, (signal) => get(path(''), {}, { signal }));
    this.contents = new Loader(this, (signal) => get(path('/contents'), {}, { signal }));
    this.holds = new Loader(this, (signal) => get('/api/holds', { case: this.number, size: 200 }, { signal }));
    this.letters = new Loader(this, (signal) => get('/api/letters', { subjectKind: 'DISPUTE',
      subjectId: this.main.value.id, size: 200 }, { signal }));
    this.shapes = new Loader(this, async (signal) => {
      const conflicts = await Promise.all(this.main.value.conflicts.map((/** @type {any} */ conflict) =>
        get(`/api/conflicts/${conflict.id}`, {}, { signal })));
      return conflicts.map((conflict) => ({ geometry: conflict.geometry, role: 'overlap' }));
    });
    /** What somebody else did meanwhile. @type {import('../../components/changed-note.js').Step | null} */
    this.news = null;
    new LiveReload(this, (changed) => touches(changed, 'DISPUTE', this.number)
      || changed.records.some(({ kind }) => kind === 'LETTER'), () => this.again());
  }

  /** Somebody may have changed it. */
  async again() {
    const before = this.main.value;
    await this.load();
    const now = this.main.value;
    if (before && now?.id === before.id) {
      this.news = stepOfOthers(steps(before), steps(now), session.user?.username) ?? this.news;
    }
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('number') && this.number) {
      [this.main, this.shapes, this.contents, this.holds, this.letters].forEach((loader) => loader.clear());
      this.tab = TABS[0];
      this.news = null;
      this.load();
    }
  }

  async load() {
    this.contents.run();
    this.holds.run();
    await this.main.run();
    if (this.main.value) {
      this.shapes.run();
      this.letters.run();
    }
  }

  /** @param {any} dispute @param {string} action */
  async act(dispute, action) {
    if (await act(dispute, action, () => this.load())) {
      done(t('case.acted', { action: word('caseAction', action), number: dispute.number }));
      this.tell('changed');
    }
  }

  /** Who may add to the file while it is not closed. @param {any} dispute @param {string[]} roles */
  #reload(dispute, roles) {
    const ended = ['CLOSED', 'NOT_ACCEPTED', 'WITHDRAWN'].includes(dispute.stage);
    return !ended && roles.includes(session.user?.role ?? '') ? () => this.load() : null;
  }

  render() {
    return this.main.render((dispute) => html`
      <article class="card" data-test="case" data-stage=${dispute.stage}>
        <h2><span data-test="case-number">${dispute.number}</span> ${badge('stage', dispute.stage)}
          ${dispute.level ? badge('level', dispute.level) : nothing} ${badge('track', dispute.track)}</h2>
        <p>${dispute.title}</p>
        ${changedNote(this.news, () => { this.news = null; })}
        <p class="notice notice-info small">${choose(dispute.triageReason.en, dispute.triageReason.zh)}
          ${dispute.triageNote ?? ''}</p>
        ${pressing(dispute.clocks)}
        <div class="buttons">${dispute.allowedActions.map((/** @type {string} */ action) => html`
          <button type="button" class="button" data-test="case-${action}" @click=${() => this.act(dispute, action)}>
            ${word('caseAction', action)}</button>`)}</div>
        <div class="tabs" role="group" aria-label=${t('case.tabs')}>${TABS.map((name) => html`
          <button type="button" data-test="tab-${name}" aria-pressed=${String(this.tab === name)}
            @click=${() => { this.tab = name; }}>${word('caseTab', name)}</button>`)}</div>
        <section data-test="case-tab" data-tab=${this.tab}>${this.#tab(dispute)}</section>
      </article>`);
  }

  /** @param {any} dispute */
  #tab(dispute) {
    const shapes = this.shapes.value ?? [];
    switch (this.tab) {
      case 'parties':
        return this.contents.render((contents) => statements(dispute, contents, this.#reload(dispute, WRITERS)));
      case 'sessions': return sessions(dispute);
      case 'evidence':
        return this.contents.render((contents) => evidence(dispute, contents, this.#reload(dispute, FIELD_WRITERS)));
      case 'visits':
        return this.contents.render((contents) => visits(dispute, contents, shapes,
          this.#reload(dispute, FIELD_WRITERS)));
      case 'proposals': return html`<jieshi-case-proposals .dispute=${dispute} .shapes=${shapes}
        ?may=${dispute.open && this.#reload(dispute, WRITERS) !== null}></jieshi-case-proposals>`;
      case 'agreement': return agreement(dispute);
      case 'letters': return this.letters.render((letters) => letterTable(letters.items));
      case 'timeline': return timeline(dispute.timeline.map((/** @type {any} */ event) => ({ at: event.on,
        action: event.action.toLowerCase(), actor: event.byName, note: event.note })), 'caseAction');
      default: return html`
        ${clockTable(dispute.clocks)}
        ${overlaps(dispute.conflicts)}
        ${parked(dispute.units)}
        ${this.shapes.render((loaded) => html`<jieshi-mini-map class="medium-map" .shapes=${loaded}></jieshi-mini-map>`)}
        ${this.holds.render((holds) => holdTable(holds.items))}`;
    }
  }
}
customElements.define('jieshi-case-view', JieshiCaseView);

/** What is overdue is said above everything else. @param {any[]} clocks */
const pressing = (clocks) => clocks.filter((clock) => clock.state === 'OVERDUE' || clock.state === 'UNKNOWN')
  .map((clock) => html`<p class="notice notice-error small" data-test="case-overdue">${t('case.overdue', {
    clock: choose(clock.title.en, clock.title.zh), day: clock.deadline ?? choose(clock.note.en, clock.note.zh) })}</p>`);
