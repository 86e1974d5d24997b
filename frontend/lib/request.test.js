import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ProblemError } from './problem.js';
import { csrfToken, get, onSessionEnd, post, withQuery } from './request.js';

/** @type {{path: string, init: RequestInit}[]} */
let calls;
/** @type {Response[]} */
let answers;

beforeEach(() => {
  calls = [];
  answers = [];
  globalThis.document = /** @type {any} */ ({ cookie: 'a=1; XSRF-TOKEN=secret' });
  globalThis.fetch = async (path, init) => {
    calls.push({ path: String(path), init: init ?? {} });
    return /** @type {Response} */ (answers.shift());
  };
});

afterEach(() => onSessionEnd(async () => false));

const problem = (status, code) => new Response(JSON.stringify({ code, status, detail: 'No.', detailZh: '不行。' }),
  { status, headers: { 'content-type': 'application/problem+json' } });

test('a query leaves out what was not asked', () => {
  assert.equal(withQuery('/api/parcels', { q: '果园', status: '', page: 0, town: undefined }),
    '/api/parcels?q=%E6%9E%9C%E5%9B%AD&page=0');
  assert.equal(withQuery('/api/parcels', {}), '/api/parcels');
});

test('the token is read from among the cookies', () => {
  assert.equal(csrfToken('JSESSIONID=x; XSRF-TOKEN=abc; b=2'), 'abc');
  assert.equal(csrfToken(''), null);
});

test('a change carries the CSRF token and the revision it is based on', async () => {
  answers.push(new Response(null, { status: 204 }));
  await post('/api/x', { a: 1 }, { ifMatch: 7 });
  assert.deepEqual({ ...calls[0].init.headers }, { 'Accept': 'application/json', 'If-Match': '"7"',
    'Content-Type': 'application/json', 'X-XSRF-TOKEN': 'secret' });
  assert.equal(calls[0].init.body, '{"a":1}');
});

test('a refusal is thrown with the sentence of the server', async () => {
  answers.push(problem(409, 'GATE_UNMET'));
  await assert.rejects(get('/api/x'), (error) => error instanceof ProblemError
    && error.problem.code === 'GATE_UNMET' && error.problem.detailZh === '不行。');
});

test('an answer that is no problem document still gives a sentence', async () => {
  answers.push(new Response('<html>', { status: 502 }));
  await assert.rejects(get('/api/x'), (error) => error instanceof ProblemError && error.problem.detail.includes('502'));
});

test('after the session ended the call is repeated once the person signed in again', async () => {
  answers.push(problem(401, 'NOT_SIGNED_IN'), new Response('{"a":1}', { status: 200 }));
  onSessionEnd(async () => true);
  assert.deepEqual(await get('/api/x'), { a: 1 });
  assert.equal(calls.length, 2);
});

test('a server out of reach is told as such, and of a change that nobody knows whether it was made', async () => {
  globalThis.fetch = async () => { throw new TypeError('failed'); };
  await assert.rejects(get('/api/x'), (error) => error instanceof ProblemError
    && error.problem.code === 'UNREACHABLE' && error.problem.detail === 'The server cannot be reached. Try again.');
  await assert.rejects(post('/api/x', {}), (error) => error instanceof ProblemError
    && error.problem.code === 'UNREACHABLE' && error.problem.detail.includes('isn’t known'));
});

test('an answer that breaks off is told, and of a change that it was made', async () => {
  const broken = () => new Response(new ReadableStream({ start: (body) => body.error(new TypeError('Failed to fetch')) }));
  answers.push(broken(), broken());
  await assert.rejects(get('/api/x'), (error) => error instanceof ProblemError && error.problem.code === 'UNREACHABLE');
  await assert.rejects(post('/api/x', {}), (error) => error instanceof ProblemError && error.problem.code === 'CUT_OFF'
    && error.problem.detail.startsWith('The change was made'));
});
