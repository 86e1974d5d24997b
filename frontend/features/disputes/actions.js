import { askForm } from '../../components/form-dialog.js';
import { t, word } from '../../lib/i18n.js';
import { names } from '../../lib/names.js';
import { post } from '../../lib/request.js';
import { session } from '../../app/session.js';

/**
 * What can be done in a case, each with the facts a person states. The server says which are possible now.
 *
 * @typedef {import('../../components/form-dialog.js').Field} Field
 */

const MEDIATION_LEVELS = ['NEGOTIATION', 'VILLAGE', 'TOWN', 'COUNTY'];
const LEVELS = [...MEDIATION_LEVELS, 'DECISION', 'REVIEW', 'COURT'];
const AGREED = ['CLAIM_AMENDED', 'LINE_AGREED', 'LAND_SWAPPED', 'CLAIM_WITHDRAWN', 'PARCEL_AMENDED'];
const DECIDED = [...AGREED, 'CLAIM_REFUSED', 'UPHELD'];

/** @type {() => Field} */
const on = () => ({ name: 'on', label: t('case.on'), type: 'date', hint: t('case.on.hint') });
/** @type {() => Field} */
const note = () => ({ name: 'note', label: t('case.note'), type: 'textarea' });
/** @type {() => Field} */
const handlers = () => ({ name: 'handlers', label: t('case.handlers'), hint: t('case.handlers.hint') });
/** @type {(name: string) => Field} */
const long = (name) => ({ name, label: t(`case.${name}`), type: 'textarea', required: true });
/** @type {(name: string) => Field} */
const short = (name) => ({ name, label: t(`case.${name}`), required: true });

/** @type {Record<string, (dispute: any) => Field[]>} */
const FIELDS = {
  assign: (dispute) => [{ ...handlers(), required: true, value: present(dispute) }, on(), note()],
  accept: (dispute) => [{ ...handlers(), value: present(dispute) }, individuals(), on(), note()],
  reject: () => [long('reason'), on()],
  copy: () => [on(), note()],
  answer: () => [long('statement'), on()],
  mediate: () => [{ name: 'level', label: t('case.level'), type: 'select', options: options('level', MEDIATION_LEVELS) },
    on(), note()],
  session: () => [short('place'), { ...short('people'), hint: t('form.list.hint') }, long('minutes'), on()],
  escalate: () => [{ name: 'to', label: t('case.level'), type: 'select',
    options: [{ value: '', label: t('case.level.next') }, ...options('level', LEVELS)] }, on(), note()],
  extend: () => [{ ...short('until'), type: 'date' }, short('approval'), on(), note()],
  report: () => [on(), note()],
  agree: (dispute) => [{ name: 'outcome', label: t('case.outcome'), type: 'select', options: options('outcome', AGREED) },
    short('documentNumber'), long('text'), short('seal'), ...signatures(dispute), ...whichParcel(dispute), slivers(), on()],
  decide: (dispute) => [{ name: 'outcome', label: t('case.outcome'), type: 'select', options: options('outcome', DECIDED) },
    by(dispute), short('documentNumber'), short('authority'), long('text'), ...whichParcel(dispute), slivers(), on()],
  serve: () => [on(), note()],
  order: () => [{ ...short('deadline'), type: 'date' }, short('documentNumber'), on(), note()],
  recover: () => [{ name: 'area', label: t('case.area'), type: 'number', min: 0 }, short('document'), on(), note()],
  close: () => [on(), note()],
  withdraw: () => [long('reason'), on()],
  recuse: (dispute) => [{ name: 'handler', label: t('case.recuse.handler'), type: 'select',
    options: dispute.handlers.map((/** @type {any} */ each) => ({ value: each.username, label: each.name })) },
    long('reason'), { name: 'askedBy', label: t('case.recuse.askedBy'), required: true },
    { name: 'replacement', label: t('case.recuse.replacement'), hint: t('case.recuse.replacement.hint') }, on()],
  object: (dispute) => [{ name: 'party', label: t('case.objector'), type: 'select', options: partyOptions(dispute) },
    short('documentNumber'), on(), note()],
  sue: () => [short('court'), short('caseNumber'), on(), note()],
  park: (dispute) => [{ name: 'parcel', label: t('case.parcel'), type: 'select', options: dispute.units
    .filter((/** @type {any} */ unit) => unit.kind === 'PARCEL' && !unit.parkedAs)
    .map((/** @type {any} */ unit) => ({ value: unit.code, label: unit.code })) }, on(), note()],
  note: () => [long('text'), on()],
};

const DANGEROUS = new Set(['reject', 'withdraw']);
const SIGNATURE = 'signature-';

/**
 * What the form gave, as the server takes it.
 *
 * @param {string} action
 * @param {Record<string, any>} values
 * @param {{parties: {name: string}[]}} dispute
 */
export function bodyOf(action, values, dispute) {
  const body = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(SIGNATURE)));
  if ('handlers' in body) {
    body.handlers = body.handlers === undefined ? undefined : names(body.handlers);
  }
  if (action === 'accept') {
    body.individuals = body.individuals === undefined ? [] : names(body.individuals);
  }
  if ('people' in body) {
    body.people = names(body.people);
  }
  if (action === 'agree') {
    body.signatures = dispute.parties.map((party, index) => ({ party: party.name, name: values[SIGNATURE + index],
      signedOn: values.on }));
  }
  return body;
}

/**
 * @param {any} dispute
 * @param {string} action
 * @param {() => Promise<void>} reload before the form goes: the next action is taken on the case as it is then
 * @returns {Promise<unknown>} the case as it is afterwards, or undefined
 */
export function act(dispute, action, reload) {
  return askForm({
    title: `${word('caseAction', action)} · ${dispute.number}`,
    fields: FIELDS[action]?.(dispute) ?? [on(), note()],
    submit: word('caseAction', action),
    danger: DANGEROUS.has(action),
    action: async (values) => {
      const after = await post(`/api/disputes/${encodeURIComponent(dispute.id)}/actions/${action}`,
        bodyOf(action, values, dispute), { ifMatch: dispute.revision });
      await reload();
      return after;
    },
  });
}

/** Everybody of the case signs. @param {any} dispute @returns {Field[]} */
const signatures = (dispute) => dispute.parties.map((/** @type {any} */ party, /** @type {number} */ index) =>
  ({ name: SIGNATURE + index, label: t('case.signature', { party: party.name }), required: true }));

/** Where both sides are parcels, one of them is amended. @param {any} dispute @returns {Field[]} */
function whichParcel(dispute) {
  const parcels = dispute.units.filter((/** @type {any} */ unit) => unit.kind === 'PARCEL');
  return parcels.length < 2 ? [] : [{ name: 'parcel', label: t('case.parcel'), type: 'select', options: [
    { value: '', label: '—' }, ...parcels.map((/** @type {any} */ unit) => ({ value: unit.code, label: unit.code }))] }];
}

/** @returns {Field} */
const individuals = () => ({ name: 'individuals', label: t('case.individuals'), hint: t('case.individuals.hint') });

/** On the rung of decision the deciding authority needs jurisdiction. @param {any} dispute @returns {Field} */
const by = (dispute) => ({ name: 'by', label: t('case.by'), type: 'select',
  options: dispute.level === 'DECISION' ? options('authority', dispute.jurisdiction.authorities) : [{ value: '', label: '—' }] });

/** @param {any} dispute */
const partyOptions = (dispute) => dispute.parties.map((/** @type {any} */ party) =>
  ({ value: party.name, label: party.name }));

/** @returns {Field} */
const slivers = () => ({ name: 'dropSlivers', label: t('case.dropSlivers'), type: 'checkbox' });

/** @param {any} dispute */
const present = (dispute) => (dispute.handlers.length
  ? dispute.handlers.map((/** @type {any} */ handler) => handler.username).join(', ') : session.user?.username ?? '');

/** @param {string} family @param {string[]} list */
const options = (family, list) => list.map((value) => ({ value, label: word(family, value) }));
