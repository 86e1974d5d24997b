import { html, nothing } from 'lit';
import { navigate, rewrite } from '../../app/router.js';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import '../../components/map-view.js';
import { refused } from '../../components/toast.js';
import { area, number } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { LiveUpdates } from '../../lib/live.js';
import { get, post } from '../../lib/request.js';
import { Keys, shortcutsOn, useShortcuts } from '../../lib/shortcuts.js';
import { caseLink } from '../disputes/case-link.js';
import './conflict-panel.js';
import { CHOICES, choices, filterOf } from './filters.js';
import { openCase, withdrawCase } from './quick-case.js';

/** @typedef {import('./conflict-card.js').Conflict} Conflict */

const AT_ONCE = 100;

/**
 * Overlaps one after the other: the queue, the land with both boundaries, and what can be done in one click. The address
 * keeps what is filtered and which overlap is looked at.
 */
export class JieshiReviewDesk extends JieshiElement {
  static properties = { route: { attribute: false }, busy: { state: true }, opened: { state: true } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    this.busy = false;
    /** What is being done. @type {Promise<void>} */
    this.acting = Promise.resolve();
    /** The case opened last, which can still be withdrawn. @type {{id: string, number: string, conflict: number} | null} */
    this.opened = null;
    /** @type {Loader<{items: Conflict[], total: number, page: number, size: number}>} */
    this.queue = new Loader(this, (signal) => get('/api/conflicts', { status: 'OPEN', ...filterOf(this.route.query),
      page: this.route.query.page ?? 0, size: AT_ONCE }, { signal }));
    this.updates = new LiveUpdates(this, (changed) => !this.busy && (changed.many
      || changed.records.some((record) => record.kind === 'CONFLICT')) && this.queue.run());
    new Keys(this, { j: () => this.step(1), k: () => this.step(-1), o: () => this.open(), c: () => this.check(),
      u: () => this.undo() });
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    const before = changed.get('route')?.query;
    const listed = (/** @type {any} */ query) => JSON.stringify([filterOf(query), query.page]);
    if (changed.has('route') && (!before || listed(before) !== listed(this.route.query))) {
      this.queue.run();
    }
  }

  updated() {
    this.querySelector('.queue [aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }

  /** @returns {Conflict[]} */
  get items() {
    return this.queue.value?.items ?? [];
  }

  /** Where in the queue one is; 0 at first, -1 in an empty one. */
  get place() {
    const at = Number(this.route.query.at);
    const found = this.items.findIndex((conflict) => conflict.id === at);
    return found < 0 && this.items.length > 0 ? 0 : found;
  }

  /** @returns {Conflict | undefined} */
  get current() {
    return this.items[this.place];
  }

  get mayOpen() {
    return session.is('REVIEWER', 'MEDIATOR') && this.current?.status === 'OPEN';
  }

  /** @param {number} steps */
  step(steps) {
    const next = this.items[this.place + steps];
    if (next) {
      this.goTo(next.id);
    }
  }

  /** @param {number} id */
  goTo(id) {
    rewrite(this.route.path, { ...this.route.query, at: id });
    this.route = { ...this.route, query: { ...this.route.query, at: String(id) } };
  }

  /** A case of the one overlap, on the track that its documents propose; then the next one is looked at. */
  async open() {
    const conflict = this.current;
    if (!conflict || !this.mayOpen || this.busy) {
      return;
    }
    await this.act(async () => {
      this.opened = { ...await openCase(conflict.id), conflict: conflict.id };
      const next = this.items[this.place + 1] ?? this.items[this.place - 1];
      await this.queue.run();
      if (next) {
        this.goTo(next.id);
      }
    });
  }

  /** The case stays on record as withdrawn; the overlap is open again. */
  async undo() {
    await this.acting; // whoever sees at once that it was the wrong one need not wait
    const opened = this.opened;
    if (!opened || this.busy) {
      return;
    }
    await this.act(async () => {
      await withdrawCase(opened.id);
      this.opened = null;
      await this.queue.run();
      this.goTo(opened.conflict);
    });
  }

  /** Both sides are compared anew, with the present rules and accuracies. */
  async check() {
    const conflict = this.current;
    if (conflict && session.is('SURVEYOR', 'REVIEWER', 'MEDIATOR', 'APPROVER', 'ADMINISTRATOR') && !this.busy) {
      await this.act(async () => {
        await post(`/api/parcels/${encodeURIComponent(conflict.left.code)}/conflicts/scan`, {});
        await this.again();
      });
    }
  }

  /** @param {() => Promise<void>} action */
  act(action) {
    this.acting = this.#do(action);
    return this.acting;
  }

  /** @param {() => Promise<void>} action */
  async #do(action) {
    this.busy = true;
    try {
      await action();
    } catch (error) {
      refused(error);
      this.queue.run(); // somebody else may have been quicker
    } finally {
      this.busy = false;
    }
  }

  async again() {
    await this.queue.run();
    const panel = /** @type {import('./conflict-panel.js').JieshiConflictPanel | null} */ (
      this.querySelector('jieshi-conflict-panel'));
    panel?.main.run();
  }

  /** @param {CustomEvent} event */
  show({ detail }) {
    const map = /** @type {import('../../components/map-view.js').JieshiMap} */ (this.querySelector('jieshi-map'));
    map.highlight(detail.shapes);
    if (detail.bounds) {
      map.fit(detail.bounds, { maxZoom: detail.maxZoom ?? 20, padding: Math.min(70, map.clientWidth / 8, map.clientHeight / 8) });
    }
  }

  render() {
    return html`
      <form class="filters" role="search" @submit=${this.narrow} @change=${this.narrow}>
        ${choices(this.route.query, CHOICES.filter(({ name }) => name !== 'status'))}
        <label class="field field-check desk-keys"><input type="checkbox" data-test="shortcuts" .checked=${shortcutsOn()}
          @change=${this.switchKeys}> <span>${t('desk.keys')}</span></label>
      </form>
      ${this.queue.render((list) => (list.items.length === 0 ? html`<p class="empty" data-test="desk-empty">${
        t('desk.empty')}</p>${this.lastAction()}` : html`
        <div class="desk" @show-shape=${this.show} @changed=${this.again}>
          ${this.queueList(list)}
          <div class="desk-map"><jieshi-map data-test="desk-map" label=${t('desk.map')}></jieshi-map></div>
          <section class="desk-panel" aria-label=${t('thing.conflict')}>
            ${this.bar(list)}
            <jieshi-conflict-panel plain .number=${String(this.current?.id ?? '')}></jieshi-conflict-panel>
          </section>
        </div>`))}`;
  }

  /** @param {{items: Conflict[], total: number, page: number, size: number}} list */
  queueList(list) {
    return html`
      <nav class="queue" aria-label=${t('desk.queue')} data-test="queue">
        <p class="queue-count">${t('desk.count', { total: number(list.total) })}</p>
        <ol start=${list.page * list.size + 1}>${list.items.map((conflict, index) => html`
          <li><a href="#/conflicts/desk" aria-current=${index === this.place ? 'true' : nothing} data-id=${conflict.id}
            @click=${(/** @type {Event} */ event) => { event.preventDefault(); this.goTo(conflict.id); }}>
            <span class="queue-line">${badge('overlapClass', conflict.overlapClass)}
              <b class="figures">${area(conflict.area)}</b></span>
            <span class="queue-line small"><span class="code">${conflict.left.code}</span></span>
            <span class="queue-line small quiet">× ${conflict.right.code}</span></a></li>`)}</ol>
        ${list.total > list.size ? html`<p class="row-actions">
          <button type="button" class="button button-small" ?disabled=${list.page === 0}
            @click=${() => this.turn(list.page - 1)}>${t('pager.previous')}</button>
          <button type="button" class="button button-small" ?disabled=${(list.page + 1) * list.size >= list.total}
            @click=${() => this.turn(list.page + 1)}>${t('pager.next')}</button></p>` : nothing}
      </nav>`;
  }

  /** @param {{items: Conflict[], total: number, page: number, size: number}} list */
  bar(list) {
    return html`
      <div class="desk-bar">
        <div class="row-actions">
          <button type="button" class="button button-small" data-test="desk-previous" aria-keyshortcuts="k"
            ?disabled=${this.place <= 0} @click=${() => this.step(-1)}>‹ ${t('desk.previous')} <kbd>K</kbd></button>
          <span class="figures" data-test="desk-place">${t('desk.place', {
            place: number(list.page * list.size + this.place + 1), total: number(list.total) })}</span>
          <button type="button" class="button button-small" data-test="desk-next" aria-keyshortcuts="j"
            ?disabled=${this.place >= list.items.length - 1} @click=${() => this.step(1)}>${t('desk.next')} ›
            <kbd>J</kbd></button>
        </div>
        <div class="row-actions">
          ${this.mayOpen ? html`<button type="button" class="button button-main button-small" data-test="desk-open"
            aria-keyshortcuts="o" ?disabled=${this.busy} @click=${this.open}>${t('desk.open')} <kbd>O</kbd></button>`
            : nothing}
          <button type="button" class="button button-small" data-test="desk-check" aria-keyshortcuts="c"
            ?disabled=${this.busy} @click=${this.check}>${t('parcel.checkAgain')} <kbd>C</kbd></button>
        </div>
        ${this.lastAction()}
      </div>`;
  }

  lastAction() {
    return this.opened === null ? nothing : html`
      <p class="notice notice-good desk-last" role="status" data-test="desk-last">
        ${t('desk.opened')} ${caseLink(this.opened.number)}
        <button type="button" class="link-button" data-test="desk-undo" aria-keyshortcuts="u" ?disabled=${this.busy}
          @click=${this.undo}>${t('desk.undo')} <kbd>U</kbd></button>
        <span class="small quiet">${t('desk.undo.hint')}</span></p>`;
  }

  /** @param {number} page */
  turn(page) {
    navigate(this.route.path, { ...this.route.query, at: undefined, page });
  }

  /** @param {Event} event */
  narrow(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    navigate(this.route.path, filterOf(Object.fromEntries(/** @type {any} */ (data))));
  }

  /** @param {Event} event */
  switchKeys(event) {
    event.stopPropagation();
    useShortcuts(/** @type {HTMLInputElement} */ (event.currentTarget).checked);
  }
}
customElements.define('jieshi-review-desk', JieshiReviewDesk);
