import { html, nothing } from 'lit';
import { dataTable } from '../../components/data-table.js';
import { facts } from '../../components/facts.js';
import { date } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { landUse } from '../../lib/land-use.js';

/**
 * @typedef {{id: string, number: string, publishedOn: string, deadline: string, workingDays: number, place: string,
 *   publishedBy: string, endedAt?: string, endedWhy?: string}} PublishedNotice
 */

/**
 * What is to be registered, and who was responsible; what is not known is shown as missing.
 *
 * @param {import('./application-detail.js').Application} application
 */
export const titleCard = ({ title, appliedOn, appliedBy, registeredOn, surveyor, reviewer, approver }) => html`
  <section class="card" data-test="title-facts"><h2>${t('title.title')}</h2>${facts([
    [t('title.holder'), title.holder ?? missing()],
    [t('right.kind'), title.rightKind ? word('right.kind', title.rightKind) : missing()],
    [t('right.nature'), title.rightNature ? word('right.nature', title.rightNature) : missing()],
    [t('title.location'), title.location ?? missing()],
    [t('title.actualUse'), title.actualUse ? landUse(title.actualUse) : missing()],
    [t('title.approvedUse'), title.approvedUse ? landUse(title.approvedUse) : null],
    [t('right.termUntil'), title.termUntil ? date(title.termUntil) : t('right.noTerm')],
    [t('applications.appliedOn'), `${date(appliedOn)} · ${appliedBy}`],
    [t('applications.registeredOn'), registeredOn ? date(registeredOn) : null],
    [t('role.SURVEYOR'), surveyor],
    [t('role.REVIEWER'), reviewer],
    [t('role.APPROVER'), approver],
  ])}</section>`;

const missing = () => html`<span class="missing">${t('title.missing')}</span>`;

/**
 * @param {import('./survey-form.js').Investigation | undefined} investigation
 * @param {string} application
 */
export const investigationCard = (investigation, application) => (investigation ? html`
  <section class="card" data-test="investigation"><header class="card-head"><h2>${t('survey.title')}</h2>
    <a class="button button-small" href="#/applications/${application}/form" data-test="investigation-form">
      ${t('form.open')}</a></header>
    ${facts([
      [t('survey.basis'), word('boundaryBasis', investigation.boundaryBasis)],
      [t('survey.basisDocument'), investigation.basisDocument],
      [t('survey.surveyedOn'), `${date(investigation.surveyedOn)} · ${investigation.surveyor}`],
      [t('survey.version'), investigation.parcelVersion],
      [t('survey.notes'), investigation.notes],
    ])}
    ${dataTable({ caption: t('survey.neighbours'), rows: investigation.neighbours, columns: [
      { name: t('survey.neighbour'), wide: true, cell: (neighbour) => neighbour.name },
      { name: t('survey.side'), cell: (neighbour) => word('side', neighbour.side) },
      { name: t('survey.pointing'), cell: (neighbour) => word('pointing', neighbour.pointing) },
      { name: t('survey.on'), cell: (neighbour) => date(neighbour.on) },
    ] })}
  </section>` : nothing);

/** @param {PublishedNotice | undefined} notice */
export const noticeCard = (notice) => (notice ? html`
  <section class="card" data-test="notice"><h2>${t('notices.one')}</h2>${facts([
    [t('notices.number'), html`<a href="#/notices/${notice.id}">${notice.number}</a>`],
    [t('notices.publishedOn'), `${date(notice.publishedOn)} · ${notice.publishedBy}`],
    [t('notices.deadline'), `${date(notice.deadline)} (${t('notices.period', { days: notice.workingDays })})`],
    [t('notices.place'), notice.place],
    [t('notices.state'), notice.endedAt ? `${t('notices.state.ended')}: ${word('notice.ended', notice.endedWhy)}`
      : null],
  ])}</section>` : nothing);
