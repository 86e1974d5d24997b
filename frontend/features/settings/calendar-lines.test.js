import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exceptionsOf, linesOf } from './calendar-lines.js';

test('days of a calendar are read and written line by line', () => {
  const days = exceptionsOf('2027-02-05 off\n\n 2027-02-14 work \n2027-10-01');
  assert.deepEqual(days.map(({ day, working }) => [day, working]),
    [['2027-02-05', false], ['2027-02-14', true], ['2027-10-01', false]]);
  assert.equal(linesOf(days), '2027-02-05 off\n2027-02-14 work\n2027-10-01 off');
});
