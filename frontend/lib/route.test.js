import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, parseRoute } from './route.js';

test('an address is its path and its query', () => {
  assert.deepEqual(parseRoute('#/cases/%E8%B0%832013-0001?tab=map'),
    { path: ['cases', '调2013-0001'], query: { tab: 'map' } });
  assert.deepEqual(parseRoute(''), { path: [], query: {} });
});

test('writing an address and reading it gives the same', () => {
  const hash = hashOf(['certificates', '灵国用(2012)第0001号'], { page: 2, q: '', none: null });
  assert.deepEqual(parseRoute(hash), { path: ['certificates', '灵国用(2012)第0001号'], query: { page: '2' } });
});

test('a broken escape does not break the page', () => {
  assert.deepEqual(parseRoute('#/cases/%E8').path, ['cases', '%E8']);
});
