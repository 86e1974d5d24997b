import { ProblemError, cutOff, readProblem, unreachable } from './problem.js';

/**
 * Calls to the server. Every failure is a ProblemError, whose sentence can be shown as it is.
 *
 * @typedef {object} Options
 * @property {unknown} [json] body
 * @property {FormData} [form] body, instead of json
 * @property {number | string} [ifMatch] revision that is being changed
 * @property {Record<string, string>} [headers]
 * @property {AbortSignal} [signal]
 * @property {(bytes: number, total: number) => void} [sent] told how much of the form has gone out
 */

/** @type {() => Promise<boolean>} */
let reauthenticate = async () => false;

/**
 * What to do when the session has ended in the middle of work: resolves to true once the person has signed in again, and
 * the call is then repeated, so that no input is lost.
 *
 * @param {() => Promise<boolean>} ask
 */
export function onSessionEnd(ask) {
  reauthenticate = ask;
}

/**
 * @param {string} path
 * @param {Record<string, unknown>} [query] entries without a value are left out
 * @param {Options} [options]
 */
export async function get(path, query = {}, options = {}) {
  return (await call('GET', withQuery(path, query), options)).body;
}

/**
 * The body together with its revision, for a later change.
 *
 * @param {string} path
 */
export async function getVersioned(path) {
  const { body, response } = await call('GET', path, {});
  return { body, revision: response.headers.get('etag')?.replace(/^W\/|"/g, '') };
}

/**
 * @param {string} path
 * @param {unknown} [json]
 * @param {Options} [options]
 */
export const post = async (path, json, options = {}) => (await call('POST', path, { json, ...options })).body;

/**
 * @param {string} path
 * @param {unknown} [json]
 * @param {Options} [options]
 */
export const put = async (path, json, options = {}) => (await call('PUT', path, { json, ...options })).body;

/** @param {string} path */
export const remove = async (path) => (await call('DELETE', path, {})).body;

/**
 * @param {string} path
 * @param {Record<string, unknown>} query
 */
export function withQuery(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  if (given.length === 0) {
    return path;
  }
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/**
 * The CSRF token that changing requests repeat.
 *
 * @param {string} cookies
 */
export function csrfToken(cookies) {
  return cookies.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? null;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {Options} options
 * @param {boolean} [again] false once the person was asked to sign in anew
 * @returns {Promise<{body: any, response: Response}>}
 */
async function call(method, path, options, again = true) {
  const response = await send(method, path, options);
  if (response.ok) {
    return { body: await read(response, method, options.signal), response };
  }
  const problem = await readProblem(response);
  if (response.status === 401 && again && path !== '/api/session' && await reauthenticate()) {
    return call(method, path, options, false);
  }
  throw new ProblemError(problem);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {Options} options
 */
async function send(method, path, options) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json', ...options.headers };
  if (options.ifMatch !== undefined) {
    headers['If-Match'] = `"${options.ifMatch}"`;
  }
  if (options.json !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  try {
    if (method !== 'GET') {
      headers['X-XSRF-TOKEN'] = await freshToken();
    }
    if (options.form && options.sent) {
      const { form, sent, signal } = options;
      const { sendForm } = await import('./upload.js');
      return await sendForm(path, { method, headers, body: form, signal, sent });
    }
    return await fetch(path, { method, headers, signal: options.signal, credentials: 'same-origin',
      body: options.form ?? (options.json === undefined ? undefined : JSON.stringify(options.json)) });
  } catch (failure) {
    if (options.signal?.aborted) {
      throw failure;
    }
    throw new ProblemError(unreachable(method !== 'GET'));
  }
}

/** Every answer sets the cookie; where it is gone we ask something, only to get it. */
async function freshToken() {
  if (csrfToken(document.cookie) === null) {
    await fetch('/api/about', { credentials: 'same-origin' });
  }
  return csrfToken(document.cookie) ?? '';
}

/**
 * @param {Response} response
 * @param {string} method
 * @param {AbortSignal} [signal]
 */
async function read(response, method, signal) {
  if (response.status === 204) {
    return null;
  }
  const text = await response.text().catch((failure) => {
    throw signal?.aborted ? failure : new ProblemError(method === 'GET' ? unreachable(false) : cutOff());
  });
  return text === '' ? null : JSON.parse(text);
}
