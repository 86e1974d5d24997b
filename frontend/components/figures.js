import { html, nothing } from 'lit';

/**
 * A figure with its name, and what it means in small.
 *
 * @param {unknown} name
 * @param {unknown} value
 * @param {unknown} [hint]
 * @param {string} [test]
 */
export const figure = (name, value, hint, test) => html`
  <div class="figure" data-test=${test ?? nothing}><dt>${name}</dt><dd>${value}</dd>
    ${hint ? html`<dd class="figure-hint">${hint}</dd>` : nothing}</div>`;

/** @param {unknown[]} each */
export const figures = (each) => html`<dl class="figure-row">${each}</dl>`;
