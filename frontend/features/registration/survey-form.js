import { html } from 'lit';
import { ref, createRef } from 'lit/directives/ref.js';
import { t, word } from '../../lib/i18n.js';
import { landUse, landUseClasses } from '../../lib/land-use.js';
import { today } from './action-forms.js';
import { keyOf, surveyBody } from './survey-body.js';
import './neighbour-rows.js';

/**
 * @typedef {import('../../components/form-dialog.js').Field} Field
 * @typedef {import('./survey-body.js').Title} Title
 * @typedef {{boundaryBasis: string, basisDocument?: string, surveyedOn: string, surveyor: string, notes?: string,
 *   parcelVersion: number, recordedAt: string, neighbours: import('./neighbour-rows.js').Neighbour[]}} Investigation
 */

const BASES = ['FARM_1987_CERTIFICATE', 'APPROVAL', 'AGREEMENT', 'HISTORY_AND_PRESENT_USE'];
const RIGHT_KINDS = ['STATE_LAND_USE', 'FARMLAND_USE', 'FOREST_LAND_USE', 'CONSTRUCTION_LAND_USE'];
const RIGHT_NATURES = ['ALLOCATION', 'GRANT', 'CONTRIBUTION', 'LEASE', 'AUTHORISED_OPERATION'];

/**
 * The form of the survey and investigation: boundary basis, neighbours, and for a single parcel what is to be
 * registered.
 *
 * @param {Title | null} title null for many parcels at once, whose titles stay as they are
 * @param {Investigation | null} before the record that this one replaces
 */
export function surveyForm(title, before) {
  /** @type {import('lit/directives/ref.js').Ref<import('./neighbour-rows.js').JieshiNeighbourRows>} */
  const neighbours = createRef();
  return {
    text: html`<jieshi-neighbour-rows ${ref(neighbours)} .neighbours=${before?.neighbours ?? []}>
      </jieshi-neighbour-rows>`,
    fields: [...surveyFields(before), ...(title === null ? [] : titleFields(title))],
    /** @param {Record<string, any>} values */
    body: (values) => surveyBody(values, neighbours.value?.value ?? [], title),
  };
}

/** @param {Investigation | null} before @returns {Field[]} */
const surveyFields = (before) => [
  { name: 'boundaryBasis', label: t('survey.basis'), type: 'select', required: true, value: before?.boundaryBasis,
    options: BASES.map((basis) => ({ value: basis, label: word('boundaryBasis', basis) })) },
  { name: 'basisDocument', label: t('survey.basisDocument'), value: before?.basisDocument,
    hint: t('survey.basisDocument.hint') },
  { name: 'surveyedOn', label: t('survey.surveyedOn'), type: 'date', required: true, value: today() },
  { name: 'notes', label: t('survey.notes'), type: 'textarea' },
];

/** @param {Title} title @returns {Field[]} */
const titleFields = (title) => [
  { name: 'holder', label: t('title.holder'), value: title.holder },
  { name: 'rightKind', label: t('right.kind'), type: 'select', value: title.rightKind ?? '',
    options: choices(RIGHT_KINDS, 'right.kind') },
  { name: 'rightNature', label: t('right.nature'), type: 'select', value: title.rightNature ?? '',
    options: choices(RIGHT_NATURES, 'right.nature') },
  { name: 'location', label: t('title.location'), value: title.location },
  { name: 'actualUse', label: t('title.actualUse'), type: 'select', value: keyOf(title.actualUse), options: uses() },
  { name: 'approvedUse', label: t('title.approvedUse'), type: 'select', value: keyOf(title.approvedUse),
    options: uses() },
  { name: 'termUntil', label: t('right.termUntil'), type: 'date', value: title.termUntil,
    hint: t('right.termUntil.hint') },
];

/** @param {string[]} codes @param {string} family */
const choices = (codes, family) => [{ value: '', label: '—' },
  ...codes.map((code) => ({ value: code, label: word(family, code) }))];

const uses = () => [{ value: '', label: '—' },
  ...landUseClasses().map((use) => ({ value: keyOf(use), label: landUse(use) }))];
