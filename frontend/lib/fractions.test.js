import assert from 'node:assert/strict';
import test from 'node:test';
import { sumOf } from './fractions.js';

test('shares are summed exactly', () => {
  assert.equal(sumOf(['1/3', '1/3', '1/3']), '1');
  assert.equal(sumOf(['2/3', '1/4']), '11/12');
  assert.equal(sumOf(['1/3 ', ' 1 / 6', '1/2', '1/2']), '3/2');
  assert.equal(sumOf([]), '0');
});

test('what is no fraction has no sum', () => {
  assert.equal(sumOf(['1/2', '']), null);
  assert.equal(sumOf(['1/0']), null);
  assert.equal(sumOf(['half']), null);
});
