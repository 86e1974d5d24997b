import { html } from 'lit';
import { choose, word } from '../lib/i18n.js';

/**
 * Gates that are not passed, each with the facts it lacks.
 *
 * @param {{gate: string, fact: string, factZh: string}[]} unmet
 */
export const gateList = (unmet) => html`
  <ul class="gate-list" data-test="unmet">
    ${unmet.map((gate) => html`
      <li data-gate=${gate.gate}><span class="gate" title=${word('gate', gate.gate)}>${gate.gate}</span>
        <span>${choose(gate.fact, gate.factZh)}</span></li>`)}
  </ul>`;

