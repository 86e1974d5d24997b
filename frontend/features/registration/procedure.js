/**
 * The procedure as the pages show it.
 *
 * @typedef {'APPLIED' | 'SURVEYED' | 'NOTICED' | 'REVIEWED' | 'LEADER_APPROVED' | 'MEETING_DECIDED' | 'CONSULTED'
 *   | 'REGISTERED' | 'CERTIFIED' | 'SUSPENDED' | 'REJECTED' | 'WITHDRAWN'} State
 *
 * @typedef {{id: string, number: string, parcel: string, state: State, holder?: string, appliedOn: string,
 *   registeredOn?: string, nextAction?: string, allowedActions: string[], revision: number}} Line
 */

/** The columns of the pipeline: the two ways to decide stand side by side. @type {State[][]} */
export const PIPELINE = [['APPLIED'], ['SURVEYED'], ['NOTICED'], ['REVIEWED'], ['LEADER_APPROVED', 'MEETING_DECIDED'],
  ['CONSULTED'], ['REGISTERED'], ['CERTIFIED']];

/** Beside the way: parked, or ended without a certificate. @type {State[]} */
export const ASIDE = ['SUSPENDED', 'REJECTED', 'WITHDRAWN'];

/** @type {State[]} */
export const STATES = [...PIPELINE.flat(), ...ASIDE];

/** Steps that end or stop an application; their buttons are red. */
const STOPPING = new Set(['reject', 'withdraw', 'suspend']);

/** The order of the buttons: along the procedure, then what belongs to no place in it, then what stops it. */
const ORDER = ['record-survey', 'publish-notice', 'review', 'approve', 'decide-in-meeting', 'consult', 'register',
  'certify', 'resume', 'decide-land-use', 'settle-fees', 'exempt-fees', 'refund-fees', 'propose-override', 'suspend', 'withdraw', 'reject'];

/** What two approvers decide, or what is said of one boundary; never for many at once. */
const ONE_BY_ONE = new Set(['propose-override', 'confirm-override', 'end-override', 'point-boundary', 'fill-form']);

/** @param {string} action */
export const stops = (action) => STOPPING.has(action);

/** @param {string[]} actions */
export const inOrder = (actions) => actions.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));

/**
 * The steps that are open to every one of these applications.
 *
 * @param {Line[]} lines
 */
export function commonActions(lines) {
  const [first, ...others] = lines;
  return first === undefined ? []
    : inOrder(first.allowedActions.filter((action) => !ONE_BY_ONE.has(action) && others.every((line) => line.allowedActions.includes(action))));
}

/**
 * Parcel codes as somebody pasted them: by lines, blanks, commas; each once.
 *
 * @param {string} text
 */
export const codesIn = (text) => [...new Set(text.split(/[\s,;，；、]+/).filter(Boolean))];

/**
 * What was stated with a step, as pairs of name and value; what a reader sees elsewhere anyway is left out.
 *
 * @param {Record<string, unknown>} detail
 * @returns {[string, string][]}
 */
export const stated = (detail) => Object.entries(detail)
  .filter(([name, value]) => !HIDDEN.has(name) && value !== null && value !== undefined && value !== '')
  .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]);

const HIDDEN = new Set(['parcel', 'from', 'to']);
