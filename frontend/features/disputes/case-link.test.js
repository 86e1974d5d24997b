import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseId } from './case-link.js';

test('a printed case number leads to the address of the case', () => {
  assert.equal(caseId('调2013-0001'), 'D2013-0001');
  assert.equal(caseId('D2013-0001'), 'D2013-0001');
});
