/**
 * @typedef {object} Described one address of the interface
 * @property {string} method
 * @property {string} path
 * @property {string} summary English
 * @property {string} summaryZh
 * @property {string} module
 *
 * @typedef {{paths: Record<string, Record<string, {summary?: string, description?: string, tags?: string[]}>>}} Document
 */

/**
 * The addresses of an OpenAPI document by module, those alone in which every word asked for occurs.
 *
 * @param {Document} document
 * @param {string} asked
 * @returns {[string, Described[]][]}
 */
export function byModule(document, asked) {
  const words = asked.toLowerCase().split(/\s+/).filter((word) => word !== '');
  /** @type {Map<string, Described[]>} */
  const modules = new Map();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const described = { method: method.toUpperCase(), path, summary: operation.summary ?? '',
        summaryZh: (operation.description ?? '').split('\n')[0], module: operation.tags?.[0] ?? '' };
      const text = Object.values(described).join(' ').toLowerCase();
      if (words.every((word) => text.includes(word))) {
        modules.set(described.module, [...modules.get(described.module) ?? [], described]);
      }
    }
  }
  return [...modules].sort(([one], [other]) => one.localeCompare(other));
}
