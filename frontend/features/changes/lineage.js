import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { date } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';

/**
 * @typedef {{parcel: string, steps: {mutation: string, number: string, kind: string, at: string, parents: string[],
 *   children: string[]}[], parcels: {code: string, status: string, area: number,
 *   certificates: {number: string, status: string}[]}[]}} Lineage
 */

/** What a parcel came from and what became of it; shows nothing for a parcel that no change has touched. */
export class JieshiLineage extends JieshiElement {
  static properties = { parcel: {} };

  constructor() {
    super();
    this.parcel = '';
    /** @type {Loader<Lineage>} */
    this.tree = new Loader(this, (signal) =>
      get(`/api/parcels/${encodeURIComponent(this.parcel)}/lineage`, {}, { signal }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('parcel') && this.parcel) {
      this.tree.clear();
      this.tree.run();
    }
  }

  render() {
    return this.tree.render((tree) => (tree.steps.length === 0 ? nothing : html`
      <h3>${t('lineage.title')}</h3>
      <ol class="timeline" data-test="lineage">${tree.steps.map((step) => html`
        <li><time datetime=${step.at}>${date(step.at)}</time> ${word('changeKind', step.kind)}
          <a href="#/changes/${step.mutation}">${step.number}</a>
          <br>${step.parents.map((code) => this.link(tree, code))} → ${step.children.length === 0 ? '∅'
            : step.children.map((code) => this.link(tree, code))}</li>`)}
      </ol>`));
  }

  /** @param {Lineage} tree @param {string} code */
  link(tree, code) {
    const certificates = tree.parcels.find((each) => each.code === code)?.certificates ?? [];
    const papers = certificates.map(({ number, status }) => `${number} ${word('certificateStatus', status)}`).join('；');
    return html`<a class="code" title=${papers || nothing} aria-current=${code === this.parcel ? 'true' : nothing}
      href="#/map?parcel=${code}">${code === this.parcel ? html`<b>${code.slice(-7)}</b>` : code.slice(-7)}</a> `;
  }
}
customElements.define('jieshi-lineage', JieshiLineage);
