import { html, nothing } from 'lit';

/**
 * Names and values one under the other; a value that is absent is left out with its name.
 *
 * @param {([string, unknown] | null)[]} rows
 */
export const facts = (rows) => html`
  <dl class="facts">
    ${rows.map((row) => (row === null || row[1] === null || row[1] === undefined || row[1] === '' ? nothing
      : html`<div><dt>${row[0]}</dt><dd>${row[1]}</dd></div>`))}
  </dl>`;
