import { html, nothing } from 'lit';
import { number } from '../lib/format.js';

/**
 * @param {string} name
 * @param {{done: number, total: number} | null | undefined} progress without a total it moves without an end in sight
 */
export const progressBar = (name, progress) => html`
  <div class="progress" data-test="progress">
    <label><span>${name}</span>
      <progress max=${progress?.total || nothing} value=${progress?.total ? progress.done : nothing}></progress></label>
    ${progress?.total ? html`<span class="quiet">${number(progress.done)} / ${number(progress.total)}</span>` : nothing}
  </div>`;
