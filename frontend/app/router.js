import { hashOf, parseRoute } from '../lib/route.js';

/** @returns {import('../lib/route.js').Route} */
export const currentRoute = () => parseRoute(location.hash);

/**
 * @param {(string | number)[]} path
 * @param {Record<string, string | number | null | undefined>} [query]
 */
export function navigate(path, query) {
  location.hash = hashOf(path, query);
}

/**
 * The same place with another address, without an entry in the browser's history.
 *
 * @param {(string | number)[]} path
 * @param {Record<string, string | number | null | undefined>} [query]
 */
export function rewrite(path, query) {
  history.replaceState(history.state, '', hashOf(path, query));
}
