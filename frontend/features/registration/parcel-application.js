import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { badge } from '../../components/badge.js';
import { done, refused } from '../../components/toast.js';
import { choose, t, word } from '../../lib/i18n.js';
import { get, post } from '../../lib/request.js';
import { session } from '../../app/session.js';
import { stepsTaken } from './steps-taken.js';
import { takeAction } from './take-action.js';

/** Where a parcel stands on its way to a certificate, and the next step. Tells `changed` after each. */
export class JieshiParcelApplication extends JieshiElement {
  static properties = { parcel: {}, status: {} };

  constructor() {
    super();
    this.parcel = '';
    this.status = '';
    this.main = new Loader(this, async (signal) => {
      const [applications, certificates] = await Promise.all([
        get('/api/applications', { parcel: this.parcel, size: 20 }, { signal }),
        get('/api/certificates', { parcel: this.parcel, size: 20 }, { signal })]);
      const newest = applications.items.find((/** @type {any} */ each) => !CLOSED.has(each.state))
        ?? applications.items[0];
      const application = newest
        ? await get(`/api/applications/${encodeURIComponent(newest.id)}`, {}, { signal }) : null;
      return { application, certificates: certificates.items };
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (this.parcel && (changed.has('parcel') || changed.has('status'))) {
      this.main.run();
    }
  }

  async apply() {
    try {
      const application = await post('/api/applications', { parcel: this.parcel });
      done(t('application.applied', { number: application.number }));
      this.changed();
    } catch (error) {
      refused(error);
    }
  }

  /** @param {any} application @param {string} action */
  async step(application, action) {
    if (await takeAction(application, action)) {
      done(t('application.stepTaken', { action: word('action', action), number: application.number }));
      this.changed();
    }
  }

  changed() {
    this.main.run();
    this.tell('changed');
  }

  render() {
    return this.main.render(({ application, certificates }) => html`
      ${certificates.map((/** @type {any} */ each) => html`
        <p data-test="parcel-certificate">${badge('certificateStatus', each.status)}
          <a href="#/certificates/${encodeURIComponent(each.number)}">${each.number}</a>
          · <a href="/api/certificates/${encodeURIComponent(each.number)}.pdf" target="_blank" rel="noopener">PDF</a></p>`)}
      ${application ? this.standing(application) : html`<p class="empty">${t('application.none')}</p>`}
      ${this.canApply(application) ? html`<p class="buttons"><button type="button" class="button button-main"
        data-test="apply" @click=${this.apply}>${t('application.apply')}</button></p>` : nothing}`);
  }

  /** @param {any} application */
  canApply(application) {
    return this.status !== 'CERTIFIED' && this.status !== 'RETIRED' && session.is('SURVEYOR', 'REVIEWER')
      && (!application || CLOSED.has(application.state));
  }

  /** @param {any} application */
  standing(application) {
    return html`
      <p><a href="#/applications/${encodeURIComponent(application.id)}" data-test="parcel-application">${
        application.number}</a> ${badge('applicationState', application.state)}</p>
      ${unmetGates(application)}
      <div class="buttons">${application.allowedActions.map((/** @type {string} */ action) => html`
        <button type="button" class="button ${action === application.nextAction ? 'button-main' : ''}"
          data-test="action-${action}" @click=${() => this.step(application, action)}>${word('action', action)}</button>`)}
      </div>
      <details><summary>${t('application.timeline')}</summary>${stepsTaken(application.timeline)}</details>`;
  }
}
customElements.define('jieshi-parcel-application', JieshiParcelApplication);

const CLOSED = new Set(['REJECTED', 'WITHDRAWN']);

/**
 * What stands between an application and its next step.
 *
 * @param {{nextAction?: string, unmet?: {gate: string, fact: string, factZh: string}[]}} application
 */
export const unmetGates = ({ nextAction, unmet }) => (unmet?.length ? html`
  <div class="notice notice-warn" data-test="unmet">
    <p>${t('application.unmet', { action: word('action', nextAction) })}</p>
    <ul class="gates">${unmet.map(({ gate, fact, factZh }) => html`
      <li data-gate=${gate}><b>${gate}</b> ${choose(fact, factZh)}</li>`)}</ul>
  </div>` : nothing);
