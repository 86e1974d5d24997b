/**
 * @typedef {{scheme: string, code: string}} LandUse
 * @typedef {{holder?: string, rightKind?: string, rightNature?: string, location?: string, approvedUse?: LandUse,
 *   actualUse?: LandUse, termUntil?: string}} Title
 */

/**
 * The body of a recorded survey. Of the title only what differs from what is known is stated anew.
 *
 * @param {Record<string, any>} values as typed
 * @param {import('./neighbour-rows.js').Neighbour[]} neighbours
 * @param {Title | null} title null for many parcels at once, whose titles stay as they are
 */
export function surveyBody(values, neighbours, title) {
  const { boundaryBasis, basisDocument, surveyedOn, notes, ...typed } = values;
  const survey = { boundaryBasis, basisDocument, surveyedOn, notes, neighbours };
  if (title === null) {
    return survey;
  }
  const changed = Object.entries(typed)
    .map(([name, value]) => [name, name.endsWith('Use') ? useOf(value) : value])
    .filter(([name, value]) => value !== undefined && !same(value, title[/** @type {keyof Title} */ (name)]));
  return changed.length === 0 ? survey : { ...survey, title: Object.fromEntries(changed) };
}

/** A class of land use as the value of a choice. @param {LandUse | undefined} use */
export const keyOf = (use) => (use ? `${use.scheme}|${use.code}` : '');

/** @param {string | undefined} key @returns {LandUse | undefined} */
function useOf(key) {
  const [scheme, code] = (key ?? '').split('|');
  return code ? { scheme, code } : undefined;
}

/** @param {any} one @param {any} other */
const same = (one, other) => (one?.code === undefined ? one === other
  : one.scheme === other?.scheme && one.code === other?.code);
