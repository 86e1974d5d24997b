import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { number } from '../lib/format.js';

/**
 * @template R
 * @typedef {object} Column
 * @property {string} name its heading
 * @property {(row: R) => unknown} cell
 * @property {boolean} [numeric] set right with figures of one width
 * @property {boolean} [wide] takes the room that is left
 */

/**
 * A dense table. A row can be opened by mouse and by keyboard.
 *
 * @template R
 * @param {object} table
 * @param {Column<R>[]} table.columns
 * @param {R[]} table.rows
 * @param {string} table.caption read out, not shown
 * @param {(row: R) => void} [table.open]
 * @param {(row: R) => boolean} [table.selected]
 * @param {string} [table.empty] what to say when there is no row
 * @param {string} [table.test] data-test of the table
 * @param {(row: R) => string | number} [table.key] data-key of a row
 */
export function dataTable({ columns, rows, caption, open, selected, empty, test, key }) {
  if (rows.length === 0) {
    return html`<p class="empty" data-test=${test ? `${test}-empty` : nothing}>${empty ?? t('state.empty')}</p>`;
  }
  /** @param {KeyboardEvent} event @param {R} row */
  const onKey = (event, row) => {
    if ((event.key === 'Enter' || event.key === ' ') && event.target === event.currentTarget) {
      event.preventDefault();
      open?.(row);
    }
  };
  return html`
    <div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class="data" data-test=${test ?? nothing}>
        <caption class="unseen">${caption}</caption>
        <thead><tr>${columns.map((column) => html`
          <th scope="col" class="${column.numeric ? 'numeric' : ''} ${column.wide ? 'wide' : ''}">${column.name}</th>`)}
        </tr></thead>
        <tbody>${rows.map((row) => html`
          <tr class="${open ? 'opens' : ''} ${selected?.(row) ? 'selected' : ''}" tabindex=${open ? 0 : nothing}
            aria-selected=${selected ? String(selected(row)) : nothing} data-key=${key ? key(row) : nothing}
            @click=${open ? (/** @type {MouseEvent} */ event) => isOwnClick(event) && open(row) : nothing}
            @keydown=${open ? (/** @type {KeyboardEvent} */ event) => onKey(event, row) : nothing}>
            ${columns.map((column) => { const cell = column.cell(row); return html`
              <td class=${column.numeric ? 'numeric' : DAY.test(String(cell)) ? 'nowrap' : ''} data-name=${column.name}>${cell}</td>`; })}
          </tr>`)}
        </tbody>
      </table>
    </div>`;
}

/** A day or a moment, which is never broken at its hyphens. */
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** A click on a control inside a row is that control's own. @param {MouseEvent} event */
function isOwnClick(event) {
  return !(/** @type {Element} */ (event.target).closest('a, button, input, label, select'));
}

/**
 * Where a list stands, and the way to its other pages.
 *
 * @param {{total: number, page: number, size: number}} list
 * @param {(page: number) => void} go
 */
export function pager(list, go) {
  if (list.total === 0) {
    return nothing; // the empty list has said so
  }
  const first = list.page * list.size;
  const last = Math.min(first + list.size, list.total);
  if (list.total <= list.size) {
    return html`<p class="pager"><span>${t('pager.all', { total: number(list.total) })}</span></p>`;
  }
  return html`
    <nav class="pager" aria-label=${t('pager.name')}>
      <button type="button" class="button" ?disabled=${list.page === 0} @click=${() => go(list.page - 1)}>
        ${t('pager.previous')}</button>
      <span>${t('pager.range', { first: number(first + 1), last: number(last), total: number(list.total) })}</span>
      <button type="button" class="button" ?disabled=${last >= list.total} @click=${() => go(list.page + 1)}>
        ${t('pager.next')}</button>
    </nav>`;
}
