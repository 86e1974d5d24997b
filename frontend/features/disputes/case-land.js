import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { area } from '../../lib/format.js';
import { choose, t, word } from '../../lib/i18n.js';
import { unitLink } from './unit-link.js';

/** The time limits of a case. @param {any[]} clocks */
export const clockTable = (clocks) => (clocks.length === 0 ? nothing : html`
  <h3>${t('case.clocks')}</h3>
  ${dataTable({ caption: t('case.clocks'), test: 'clocks', rows: clocks, columns: [
    { name: t('case.clock'), wide: true, cell: (clock) => choose(clock.title.en, clock.title.zh) },
    { name: t('case.clock.limit'), cell: (clock) => (clock.unit === 'SET_DAY' ? '—'
      : html`<span class="nowrap">${clock.length} ${word('clockUnit', clock.unit)}</span>`) },
    { name: t('case.clock.deadline'), cell: (clock) => (clock.deadline
      ? html`<span class="nowrap">${clock.deadline}</span>` : choose(clock.note.en, clock.note.zh)) },
    { name: t('table.status'), cell: (clock) => html`${badge('clockState', clock.state)} ${clock.late
      ? badge('clockState', 'LATE') : nothing} <span class="nowrap">${
      clock.finishedOn ?? ''}</span>` },
  ] })}`);

/** What overlaps. @param {any[]} conflicts */
export const overlaps = (conflicts) => html`
  <h3>${t('case.conflicts')}</h3>
  ${dataTable({ caption: t('case.conflicts'), rows: conflicts, columns: [
    { name: t('conflict.sides'), wide: true, cell: (conflict) => html`
      ${unitLink({ kind: conflict.leftKind, code: conflict.left })}<br>
      ${unitLink({ kind: conflict.rightKind, code: conflict.right })}` },
    { name: t('conflict.class'), cell: (conflict) => badge('overlapClass', conflict.overlapClass) },
    { name: t('table.area'), numeric: true, cell: (conflict) => area(conflict.area) },
    { name: t('table.status'), cell: (conflict) => html`${badge('conflictStatus', conflict.status)}
      <a href="#/map?conflict=${conflict.id}">${t('action.showOnMap')}</a>` },
  ] })}`;

/** Parcels whose remainder goes on without the disputed face. @param {any[]} units */
export const parked = (units) => units.filter((unit) => unit.parkedAs).map((unit) => html`
  <p class="notice notice-info small" data-test="parked">${t('case.parked', { remainder: unit.code,
    face: unit.parkedAs })} ${unitLink(unit)} ${unitLink({ kind: 'PARCEL', code: unit.parkedAs })}
    ${units.filter((face) => face.code === unit.parkedAs && face.renumberedAs).map((face) => html`<br>${t('case.renumbered', {
      face: face.code, code: face.renumberedAs })} ${unitLink({ kind: 'PARCEL', code: face.renumberedAs })}`)}</p>`);

/** Holds on logging and changes of use. @param {any[]} holds */
export const holdTable = (holds) => (holds.length === 0 ? nothing : html`
  <h3>${t('case.holds')}</h3>
  ${dataTable({ caption: t('case.holds'), test: 'holds', rows: holds, columns: [
    { name: t('case.hold'), wide: true, cell: (hold) => choose(hold.kindTitle.en, hold.kindTitle.zh) },
    { name: t('case.parcel.one'), cell: (hold) => unitLink({ kind: 'PARCEL', code: hold.parcel }) },
    { name: t('case.hold.placed'), cell: (hold) => html`<span class="nowrap">${hold.placedOn}</span>` },
    { name: t('table.status'), cell: (hold) => (hold.stands ? html`<span class="badge badge-warn">${
      t('case.hold.stands')}</span>` : html`<span class="badge badge-plain">${t('case.hold.released', {
      on: hold.releasedOn })}</span>`) },
  ] })}
  ${[...new Set(holds.map((hold) => choose(hold.basis.en, hold.basis.zh)))].map((basis) => html`
    <p class="small quiet">${basis}</p>`)}`);
