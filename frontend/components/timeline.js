import { html, nothing } from 'lit';
import { choose, t, word } from '../lib/i18n.js';
import { dateTime } from '../lib/format.js';

/**
 * What happened in a case or an application, newest last.
 *
 * @param {{at: string, action?: string, actor?: string, text?: string, textZh?: string, note?: string,
 *   document?: string}[]} entries
 * @param {string} family words of the actions
 */
export const timeline = (entries, family) => (entries.length === 0 ? html`<p class="empty">${t('timeline.empty')}</p>`
  : html`
    <ol class="timeline" data-test="timeline">
      ${entries.map((entry) => html`
        <li data-action=${entry.action ?? nothing}>
          <time datetime=${entry.at}>${dateTime(entry.at)}</time>
          <span class="timeline-what">
            <strong>${entry.action ? word(family, entry.action) : choose(entry.text, entry.textZh)}</strong>
            ${entry.actor ? html`<span class="quiet">${entry.actor}</span>` : nothing}
            ${entry.action && (entry.text || entry.textZh) ? html`<span>${choose(entry.text, entry.textZh)}</span>`
              : nothing}
            ${entry.note ? html`<span>${entry.note}</span>` : nothing}
            ${entry.document ? html`<span class="quiet">${entry.document}</span>` : nothing}
          </span>
        </li>`)}
    </ol>`);
