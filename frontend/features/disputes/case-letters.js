import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { t } from '../../lib/i18n.js';

/** Whom the office told of the case or asked about it, and who has not answered. @param {any[]} letters */
export const letterTable = (letters) => (letters.length === 0 ? html`<p class="empty">${t('case.letters.none')}</p>`
  : dataTable({ caption: t('coordination.letters'), test: 'case-letters', rows: letters, columns: [
    { name: t('coordination.number'), cell: (letter) => html`<a class="nowrap"
      href="#/coordination/letters/${letter.id}">${letter.number}</a>` },
    { name: t('letters.addressee'), wide: true, cell: (letter) => html`${letter.addressee}<br>
      ${badge('letterKind', letter.kind)}` },
    { name: t('letters.sent'), cell: (letter) => html`<span class="nowrap">${letter.sentOn}</span>
      <div class="small quiet">${t('case.letters.due', { day: letter.dueOn })}</div>` },
    { name: t('table.status'), cell: (letter) => html`${badge('letter.status', letter.status)} ${letter.overdue
      ? html`<span class="badge badge-bad">${t('letters.overdue')}</span>` : nothing}
      <span class="nowrap small">${letter.answeredOn ?? ''}</span>` },
  ] }));
