import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenOf } from './token.js';

test('a token may be given alone or with the printed address', () => {
  assert.equal(tokenOf(' Xy-9_a '), 'Xy-9_a');
  assert.equal(tokenOf('https://titles.example/verify/Xy-9_a'), 'Xy-9_a');
  assert.equal(tokenOf('https://titles.example/verify/Xy-9_a/'), 'Xy-9_a');
});
