import { dateTime } from './format.js';
import { choose, t, word } from './i18n.js';

/**
 * A refusal as the server words it (RFC 9457 with both languages).
 *
 * @typedef {object} Problem
 * @property {string} code
 * @property {number} status
 * @property {string} [title]
 * @property {string} [titleZh]
 * @property {string} detail
 * @property {string} detailZh
 * @property {string} [record]
 * @property {string} [field]
 * @property {number[]} [coordinate]
 * @property {{gate: string, fact: string, factZh: string}[]} [unmet]
 * @property {string} [changedBy] whose change came first
 * @property {string} [changedAt]
 * @property {string} [changedAction] a code of the audit
 */

/** Thrown by every request that did not succeed. */
export class ProblemError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** @param {Problem} problem */
export const sentence = (problem) => choose(problem.detail, problem.detailZh) + (problem.changedBy
  ? t('problem.changed', { name: problem.changedBy, at: dateTime(problem.changedAt), what: word('audit.action',
    problem.changedAction) }) : '');

/**
 * What to tell a person about anything thrown.
 *
 * @param {unknown} error
 * @returns {Problem}
 */
export function asProblem(error) {
  if (error instanceof ProblemError) {
    return error.problem;
  }
  console.error(error);
  return { code: 'INTERNAL', status: 0, detail: t('problem.page'), detailZh: t('problem.page') };
}

/**
 * The server did not answer, or not to the end.
 *
 * @param {boolean} change whether it was asked to change something, which it may have done
 * @returns {Problem}
 */
export function unreachable(change) {
  return { code: 'UNREACHABLE', status: 0, ...change
    ? { detail: 'The server cannot be reached, and whether it has made the change isn’t known. Look before you try again.',
      detailZh: '无法连接服务器，不能确定更改是否已生效，请查看后再重试。' }
    : { detail: 'The server cannot be reached. Try again.', detailZh: '无法连接服务器，请重试。' } };
}

/** The server made a change, and its answer did not come to the end. @returns {Problem} */
export function cutOff() {
  return { code: 'CUT_OFF', status: 0, detail: 'The change was made, but the server’s answer was cut off. Reload the page.',
    detailZh: '更改已生效，但服务器的答复中断，请刷新页面。' };
}

/**
 * @param {Response} response
 * @returns {Promise<Problem>}
 */
export async function readProblem(response) {
  if (response.headers.get('content-type')?.includes('json')) {
    const body = await response.json().catch(() => null);
    if (body?.detail) {
      return body;
    }
  }
  return { code: 'UNKNOWN', status: response.status,
    detail: `The server answered with status ${response.status}.`,
    detailZh: `服务器返回状态 ${response.status}。` };
}
