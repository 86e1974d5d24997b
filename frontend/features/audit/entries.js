/**
 * @typedef {{seq: number, at: string, actor: string, action: string, subjectKind: string, subjectId: string,
 *   detail: string, hash: string}} Entry
 */

/**
 * The entries are answered upwards from a place; a page is wanted that ends at one.
 *
 * @param {number} last the newest entry wanted
 * @param {number} most entries on a page
 */
export function pageBefore(last, most) {
  const after = Math.max(0, last - most);
  return { after, size: last - after, last };
}

/**
 * What an entry states, in one line; the canonical JSON is shown as it stands where it is no plain list.
 *
 * @param {Entry} entry
 */
export function detailOf(entry) {
  try {
    const detail = JSON.parse(entry.detail);
    return Object.entries(detail).map(([name, value]) => `${name}: ${plain(value)}`).join(' · ');
  } catch {
    return entry.detail;
  }
}

/** @param {unknown} value */
const plain = (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value));
