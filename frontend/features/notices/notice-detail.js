import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { Loader } from '../../components/loader.js';
import { sketchOf } from '../../components/sketch.js';
import { date } from '../../lib/format.js';
import { choose, t } from '../../lib/i18n.js';
import { get } from '../../lib/request.js';
import './objection-form.js';
import { noticeState } from './notices-page.js';

/** One notice as it was published, and the way to object to it. */
export class JieshiNoticeDetail extends JieshiElement {
  static properties = { notice: { attribute: false } };

  constructor() {
    super();
    /** Its id. */
    this.notice = '';
    /** @type {Loader<import('./notices-page.js').Notice>} */
    this.loaded = new Loader(this, (signal) => get(`/api/notices/${encodeURIComponent(this.notice)}`, {}, { signal }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('notice')) {
      this.loaded.clear();
      this.loaded.run();
    }
  }

  render() {
    return html`
      <div class="page">
        <p><a href="#/notices">← ${t('notices.title')}</a></p>
        ${this.loaded.render((notice) => html`
          <header class="page-head page-head-beside"><h1>${notice.number}</h1>${noticeState(notice)}</header>
          <div class="columns">
            <div>
              <section class="card"><p class="notice-text" data-test="notice-text">${
                choose(notice.text.en, notice.text.zh)}</p></section>
              ${this.objecting(notice)}
            </div>
            <aside>
              <section class="card">
                ${facts([
                  [t('notices.parcel'), session.user ? html`<a class="code" href="#/map?parcel=${notice.parcel}">
                    ${notice.parcel}</a>` : html`<span class="code">${notice.parcel}</span>`],
                  [t('notices.publishedOn'), date(notice.publishedOn)],
                  [t('notices.deadline'), html`<strong>${date(notice.deadline)}</strong>`],
                  [t('notices.workingDays'), notice.workingDays],
                  [t('notices.place'), notice.place],
                  [t('notices.hash'), html`<span class="hash small">${notice.boundaryHash}</span>`],
                ])}
              </section>
              ${notice.geometry ? html`<section class="card"><h2>${t('notices.shape')}</h2>
                ${sketchOf(notice.geometry, t('notices.shape.of', { parcel: notice.parcel }))}</section>` : nothing}
            </aside>
          </div>`)}
      </div>`;
  }

  /** @param {import('./notices-page.js').Notice} notice */
  objecting(notice) {
    return notice.running
      ? html`<section class="card"><jieshi-objection-form .notice=${notice.id} .deadline=${notice.deadline}>
          </jieshi-objection-form></section>`
      : html`<p class="notice" data-test="objections-closed">${t(notice.stands ? 'objections.closed.elapsed'
        : 'objections.closed.ended', { deadline: date(notice.deadline) })}</p>`;
  }
}
customElements.define('jieshi-notice-detail', JieshiNoticeDetail);
