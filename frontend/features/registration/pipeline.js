import { html, nothing } from 'lit';
import { number } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';
import { ASIDE, PIPELINE } from './procedure.js';

/**
 * How many applications stand in each state.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<Map<string, number>>}
 */
export async function countStates(signal) {
  return new Map(Object.entries(await get('/api/applications/counts', {}, { signal })));
}

/**
 * The states in the order of the procedure, each with its count and the way to its applications.
 *
 * @param {Map<string, number>} counts
 * @param {string | undefined} current
 */
export const pipeline = (counts, current) => html`
  <nav class="pipeline" aria-label=${t('applications.pipeline')} data-test="pipeline">
    <ol class="pipeline-way">${PIPELINE.map((states) => html`
      <li>${states.map((state) => step(state, counts, current))}</li>`)}</ol>
    <ul class="pipeline-aside">${ASIDE.map((state) => html`<li>${step(state, counts, current)}</li>`)}</ul>
  </nav>`;

/**
 * @param {string} state
 * @param {Map<string, number>} counts
 * @param {string | undefined} current
 */
const step = (state, counts, current) => html`
  <a class="pipeline-step ${counts.get(state) ? '' : 'is-empty'}" data-test="pipeline-${state}"
    data-count=${counts.get(state) ?? 0} aria-current=${state === current ? 'true' : nothing}
    href=${state === current ? '#/applications' : `#/applications?state=${state}`}>
    <b>${number(counts.get(state) ?? 0)}</b><span>${word('applicationState', state)}</span></a>`;
