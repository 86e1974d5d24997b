import { fetchFile, saveBlob } from '../../lib/download.js';

/**
 * Saves a document that is only given out with headers, which a plain link can't carry.
 *
 * @param {string} path
 * @param {Record<string, string>} headers
 * @param {string} name of the file
 */
export async function download(path, headers, name) {
  saveBlob((await fetchFile(path, { headers, credentials: 'omit' })).blob, name);
}
