import { ProblemError, readProblem, unreachable } from '../../lib/problem.js';

/**
 * Saves a document that is only given out with headers, which a plain link can't carry.
 *
 * @param {string} path
 * @param {Record<string, string>} headers
 * @param {string} name of the file
 */
export async function download(path, headers, name) {
  let response;
  try {
    response = await fetch(path, { headers, credentials: 'omit' });
  } catch {
    throw new ProblemError(unreachable());
  }
  if (!response.ok) {
    throw new ProblemError(await readProblem(response));
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
