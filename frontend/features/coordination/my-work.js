import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { done, refused } from '../../components/toast.js';
import { askForm } from '../../components/form-dialog.js';
import { choose, t, word } from '../../lib/i18n.js';
import { LiveReload } from '../../lib/live.js';
import { get, post } from '../../lib/request.js';

/** What waits for the person signed in: reminders first, then everything they own. */
export class JieshiMyWork extends JieshiElement {
  constructor() {
    super();
    /** @type {Loader<{items: any[], total: number}>} */
    this.reminders = new Loader(this, async (signal) => {
      const page = await get('/api/reminders', { size: 200 }, { signal });
      const unseen = page.items.filter((/** @type {any} */ each) => !each.seen).map((/** @type {any} */ each) => each.id);
      if (unseen.length) {
        await post('/api/reminders/seen', { ids: unseen });
        dispatchEvent(new Event('reminders-seen'));
      }
      return page;
    });
    /** @type {Loader<any[]>} */
    this.work = new Loader(this, (signal) => get('/api/work/mine', {}, { signal }));
    new LiveReload(this, [], () => Promise.all([this.reminders.run(), this.work.run()]));
  }

  connectedCallback() {
    super.connectedCallback();
    this.reminders.run();
    this.work.run();
  }

  /** @param {any} reminder */
  async acknowledge(reminder) {
    const taken = await askForm({ title: t('reminder.acknowledge'), text: choose(reminder.text.en, reminder.text.zh),
      fields: [{ name: 'note', label: t('reminder.note'), type: 'textarea' }], submit: t('reminder.acknowledge'),
      action: (values) => post(`/api/reminders/${reminder.id}/acknowledge`, values) });
    if (taken) {
      this.reminders.run();
    }
  }

  async search() {
    try {
      await post('/api/reminders/search');
      done(t('reminder.searching'));
    } catch (error) {
      refused(error);
    }
  }

  render() {
    return html`
      <div class="page-head"><h1>${t('coordination.mine')}</h1>
        <button type="button" class="button" data-test="reminder-search" @click=${this.search}>${t('reminder.search')}</button>
      </div>
      <div class="columns columns-even">
        <section class="card"><h2>${t('reminder.title')}</h2>
          ${this.reminders.render((page) => (page.items.length === 0 ? html`<p class="empty">${t('reminder.none')}</p>` : html`
            <ul class="reminders" data-test="reminders">${page.items.map((reminder) => html`
              <li data-level=${reminder.level} class="reminder reminder-${reminder.level}">
                <a href=${reminder.link}>${choose(reminder.text.en, reminder.text.zh)}</a>
                <span class="small quiet">${word('reminderLevel', reminder.level)} · ${reminder.role
                  ? word('role', reminder.role) : t('reminder.you')}</span>
                ${reminder.acknowledged ? html`<span class="badge badge-busy">${t('reminder.acknowledged')}</span>`
                  : html`<button type="button" class="button button-small" data-test="acknowledge"
                    @click=${() => this.acknowledge(reminder)}>${t('reminder.acknowledge')}</button>`}
              </li>`)}</ul>`))}
        </section>
        <section class="card"><h2>${t('work.title')}</h2>
          ${this.work.render((items) => (items.length === 0 ? html`<p class="empty">${t('work.none')}</p>` : html`
            <ul class="reminders" data-test="my-work">${items.map((item) => html`
              <li class="reminder"><a href=${item.link}>${word('work', item.kind)} ${item.number}</a>
                <span>${item.title}</span>
                <span class="small quiet">${choose(item.stageTitle.en, item.stageTitle.zh)}</span>
                ${item.deadlines.map((/** @type {any} */ deadline) => html`<span class="small">${choose(deadline.title.en,
                  deadline.title.zh)}: ${deadline.certain ? '' : '≥ '}${deadline.dueOn}</span>`)}
                ${item.deadlines.length ? nothing : html`<span class="small quiet">${t('work.noDeadline')}</span>`}
              </li>`)}</ul>`))}
        </section>
      </div>`;
  }
}
customElements.define('jieshi-my-work', JieshiMyWork);
