import { ProblemError, readProblem, unreachable } from './problem.js';
import { withQuery } from './request.js';

/**
 * Has a file of the server saved under the name it gives it. A refusal is a ProblemError, as everywhere.
 *
 * @param {string} path
 * @param {Record<string, unknown>} query entries without a value are left out
 */
export async function download(path, query) {
  const { blob, response } = await fetchFile(withQuery(path, query), { credentials: 'same-origin' });
  saveBlob(blob, fileName(response.headers.get('content-disposition')) ?? path.slice(path.lastIndexOf('/') + 1));
}

/**
 * The whole of a file. A refusal, no answer and half an answer are ProblemErrors.
 *
 * @param {string} path
 * @param {RequestInit} init
 */
export async function fetchFile(path, init) {
  let response;
  try {
    response = await fetch(path, init);
    if (response.ok) {
      return { blob: await response.blob(), response };
    }
  } catch {
    throw new ProblemError(unreachable(false));
  }
  throw new ProblemError(await readProblem(response));
}

/**
 * Has something that the page made saved as a file.
 *
 * @param {Blob} blob
 * @param {string} name
 */
export function saveBlob(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

/**
 * The name in a Content-Disposition header: the encoded one of RFC 6266 before the plain one.
 *
 * @param {string | null} header
 */
export function fileName(header) {
  const encoded = header?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  if (encoded) {
    return decodeURIComponent(encoded);
  }
  return header?.match(/filename="([^"]+)"/i)?.[1] ?? null;
}
