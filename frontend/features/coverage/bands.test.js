import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BANDS, segments, shareOf, useOfGroup } from './bands.js';

/** @type {any} */
const huashan = { totalArea: 21290000, certifiedArea: 19066300, pendingArea: 1500000, disputedArea: 100000,
  unsurveyedArea: 623700 };

test('the certified share of the case is 89.56 %', () => {
  assert.equal(Math.round((shareOf(huashan, BANDS[0]) ?? 0) * 10000), 8956);
});

test('the bands follow each other and fill the bar', () => {
  const parts = segments(huashan, 1000);
  assert.deepEqual(parts.map((part) => part.band.name), ['certified', 'pending', 'disputed', 'unsurveyed']);
  const last = parts[3];
  assert.equal(Math.round(last.begin + last.width), 1000);
  assert.equal(parts[1].begin, parts[0].width);
});

test('without land there is no share and nothing on the bar', () => {
  const none = { ...huashan, totalArea: 0, certifiedArea: 0, pendingArea: 0, disputedArea: 0, unsurveyedArea: 0 };
  assert.equal(shareOf(none, BANDS[0]), null);
  assert.deepEqual(segments(none, 1000).map((part) => part.width), [0, 0, 0, 0]);
});

test('a group by land use names standard and code', () => {
  assert.deepEqual(useOfGroup('GB/T 21010-2007 021'), { scheme: 'GB/T 21010-2007', code: '021' });
  assert.equal(useOfGroup(''), null);
});
