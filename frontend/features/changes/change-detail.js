import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { badge } from '../../components/badge.js';
import { JieshiElement } from '../../components/element.js';
import { facts } from '../../components/facts.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import '../../components/mini-map.js';
import { done } from '../../components/toast.js';
import { dateTime } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { LiveReload, touches } from '../../lib/live.js';
import { getVersioned, post } from '../../lib/request.js';
import { changeOutcome, shapesOf } from './change-outcome.js';

/** One change: what it brings, who proposed and decided it, and the decision. */
export class JieshiChangeDetail extends JieshiElement {
  static properties = { change: { attribute: false } };

  constructor() {
    super();
    /** Its id. */
    this.change = '';
    /** @type {Loader<{body: import('./change-outcome.js').Change, revision?: string}>} */
    this.loaded = new Loader(this, () => getVersioned(`/api/mutations/${encodeURIComponent(this.change)}`));
    new LiveReload(this, (changed) => touches(changed, 'MUTATION', this.change), () => this.loaded.run());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('change')) {
      this.loaded.clear();
      this.loaded.run();
    }
  }

  render() {
    return html`
      <div class="page">
        <p><a href="#/changes">← ${t('changes.title')}</a></p>
        ${this.loaded.render(({ body, revision }) => html`
          <header class="page-head page-head-beside">
            <h1 data-test="change-number">${body.number}</h1>
            ${badge('changeStatus', body.status ?? '')}
            ${this.decision(body, revision)}
          </header>
          <div class="columns columns-even">
            <section class="card">
              ${facts([
                [t('changes.kind'), word('changeKind', body.kind)],
                [t('changes.reason'), body.reason],
                [t('changes.document'), body.document],
                [t('changes.proposed'), `${dateTime(body.proposedAt)} · ${body.proposedBy}`],
                [t('changes.decided'), body.decidedAt ? `${dateTime(body.decidedAt)} · ${body.decidedBy}` : null],
              ])}
              ${changeOutcome(body)}
            </section>
            <section class="card map-card"><jieshi-mini-map .shapes=${shapesOf(body)}></jieshi-mini-map></section>
          </div>`)}
      </div>`;
  }

  /** @param {import('./change-outcome.js').Change} change @param {string | undefined} revision */
  decision(change, revision) {
    if (change.status !== 'PROPOSED') {
      return nothing;
    }
    return html`
      ${session.is('APPROVER') ? html`<button type="button" class="button button-main" data-test="change-execute"
        ?disabled=${change.obstacles.length > 0} @click=${() => this.decide('execute', change, revision)}>
        ${t('changes.execute')}</button>` : nothing}
      ${session.is('SURVEYOR', 'REVIEWER', 'APPROVER') ? html`<button type="button" class="button"
        data-test="change-withdraw" @click=${() => this.decide('withdraw', change, revision)}>
        ${t('changes.withdraw')}</button>` : nothing}`;
  }

  /** @param {'execute' | 'withdraw'} step @param {import('./change-outcome.js').Change} change @param {string | undefined} revision */
  async decide(step, change, revision) {
    const taken = await askForm({
      title: t(step === 'execute' ? 'changes.execute' : 'changes.withdraw'),
      text: t(step === 'execute' ? 'changes.execute.text' : 'changes.withdraw.text', { number: change.number ?? '' }),
      danger: step === 'execute',
      submit: t(step === 'execute' ? 'changes.execute' : 'changes.withdraw'),
      action: () => post(`/api/mutations/${encodeURIComponent(this.change)}/actions/${step}`, undefined,
        { ifMatch: revision }),
    });
    if (taken) {
      done(t(step === 'execute' ? 'changes.executed' : 'changes.withdrawn', { number: change.number ?? '' }));
      await this.loaded.run();
      /** @type {import('../../components/map-view.js').JieshiMap | null} */ (this.querySelector('jieshi-map'))?.refresh();
    }
  }
}
customElements.define('jieshi-change-detail', JieshiChangeDetail);
