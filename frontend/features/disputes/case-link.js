import { html } from 'lit';

/**
 * The address of a case by its printed number: 调2013-0001 is D2013-0001.
 *
 * @param {string} number
 */
export const caseId = (number) => number.replace(/^调(?=\d{4}-)/, 'D');

/** @param {string} number */
export const caseLink = (number) => html`<a href="#/cases/${encodeURIComponent(caseId(number))}">${number}</a>`;
