import { html, nothing } from 'lit';
import { navigate } from '../../app/router.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { choose, t, word } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { options, people } from './people.js';

const KINDS = ['CASE', 'LETTER', 'COMPLAINT', 'TASK', 'APPLICATION', 'NOTICE', 'OBJECTION', 'MEETING', 'PATROL', 'FINDING',
  'STATEMENT'];

/** The problem board 看板: everything open, in columns by stage, coloured by age. */
export class JieshiBoard extends JieshiElement {
  static properties = { route: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../lib/route.js').Route} */
    this.route = { path: [], query: {} };
    /** @type {Loader<any>} */
    this.board = new Loader(this, (signal) => get('/api/board', this.route.query, { signal }));
    /** @type {Loader<import('./people.js').Person[]>} */
    this.everybody = new Loader(this, () => people());
    new LiveReload(this, [], () => this.board.run());
  }

  connectedCallback() {
    super.connectedCallback();
    this.everybody.run();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route')) {
      this.board.run();
    }
  }

  /** @param {Record<string, string | undefined>} changes */
  narrow(changes) {
    navigate(['coordination', 'board'], { ...this.route.query, ...changes });
  }

  /** @param {string} name @param {string} label @param {{value: string, label: string}[]} list */
  choice(name, label, list) {
    return html`
      <div class="field"><label for="board-${name}">${label}</label>
        <select id="board-${name}" data-test="board-${name}" @change=${(/** @type {Event} */ event) => this.narrow({
          [name]: /** @type {HTMLSelectElement} */ (event.target).value })}>
          ${[{ value: '', label: t('filter.all') }, ...list].map((option) => html`<option value=${option.value}
            ?selected=${option.value === (this.route.query[name] ?? '')}>${option.label}</option>`)}
        </select></div>`;
  }

  render() {
    const byKind = this.board.value?.byKind ?? {};
    return html`
      <div class="page-head"><h1>${t('coordination.board')}</h1></div>
      <div class="filters">
        ${this.choice('kind', t('board.kind'), KINDS.map((value) => ({ value,
          label: `${word('work', value)} ${byKind[value] ? `(${byKind[value]})` : ''}` })))}
        ${this.choice('owner', t('board.owner'), options(this.everybody.value ?? []))}
        ${this.choice('overdue', t('board.due'), [{ value: 'true', label: t('board.overdue') },
          { value: 'false', label: t('board.notOverdue') }])}
        <div class="field field-search"><label for="board-q">${t('board.search')}</label>
          <input id="board-q" data-test="board-q" .value=${this.route.query.q ?? ''} @change=${(/** @type {Event} */ event) =>
            this.narrow({ q: /** @type {HTMLInputElement} */ (event.target).value })}></div>
      </div>
      ${this.board.render((board) => html`
        <p class="quiet small" data-test="board-total">${t('board.total', { total: board.total, overdue: board.overdue,
          day: board.asOf })} <span class="age age-FRESH">≤ ${board.freshDays} ${t('board.days')}</span>
          <span class="age age-AGEING">≤ ${board.ageingDays} ${t('board.days')}</span>
          <span class="age age-OLD">&gt; ${board.ageingDays} ${t('board.days')}</span></p>
        <div class="board" data-test="board">
          ${board.columns.map((/** @type {any} */ column) => html`
            <section class="board-column" data-stage=${column.stage} aria-label=${word('workStage', column.stage)}>
              <h2>${word('workStage', column.stage)} <span class="quiet">${column.count}</span></h2>
              ${column.cards.length === 0 ? html`<p class="empty small">${t('board.none')}</p>` : nothing}
              ${column.cards.map(card)}
              ${column.count > column.cards.length ? html`<p class="small quiet">${t('board.more', {
                count: column.count - column.cards.length })}</p>` : nothing}
            </section>`)}
        </div>`)}`;
  }
}
customElements.define('jieshi-board', JieshiBoard);

/** @param {any} each */
const card = (each) => html`
  <a class="board-card ${each.overdue ? 'is-overdue' : ''}" href=${each.item.link} data-test="board-card"
    data-key=${each.item.id} data-kind=${each.item.kind} data-age=${each.age}>
    <span class="board-card-head"><span class="badge badge-plain">${word('work', each.item.kind)}</span>
      <b>${each.item.number}</b></span>
    <span class="board-card-title">${each.item.title}</span>
    <span class="small quiet">${choose(each.item.stageTitle.en, each.item.stageTitle.zh)}${
      each.item.department ? ` · ${word('department', each.item.department)}` : ''}</span>
    <span class="board-card-foot"><span class="age age-${each.age}">${t('board.age', { days: each.ageDays })}</span>
      ${each.dueOn ? html`<span class=${each.overdue ? 'missing' : 'quiet'}>${t(each.overdue ? 'board.wasDue' : 'board.dueOn',
        { day: each.dueOn })}</span>` : nothing}</span>
  </a>`;
