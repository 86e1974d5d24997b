import { html } from 'lit';

/** @param {{kind: string, code: string}} unit */
export const unitLink = ({ kind, code }) => html`<a href="#/map?${kind.toLowerCase()}=${encodeURIComponent(code)}"
  class="code">${code}</a> `;
