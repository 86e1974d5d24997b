import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as format from './format.js';
import { useLanguage } from './i18n.js';

test('areas carry the decimals of documents', () => {
  assert.equal(format.squareMetres(999561.115), '999,561.12 m²');
  assert.equal(format.hectares(19066300), '1,906.6300 hm²');
  assert.equal(format.hectares(19066300, 2), '1,906.63 hm²');
});

test('one hectare is fifteen mu', async () => {
  await useLanguage('zh');
  assert.equal(format.mu(10000), '15.00 亩');
  await useLanguage('en');
  assert.equal(format.mu(10000), '15.00 mu');
});

test('a small area is given in square metres, a large one in hectares', () => {
  assert.equal(format.area(670), '670.00 m²');
  assert.equal(format.area(20000), '2.0000 hm²');
});

test('an absent figure is a dash, never a zero', () => {
  assert.equal(format.area(null), '—');
  assert.equal(format.percent(undefined), '—');
  assert.equal(format.metres(''), '—');
});

test('a share is a percentage with its decimals', () => {
  assert.equal(format.percent(0.8956), '89.56 %');
});

test('instants are shown in the time of the office', () => {
  assert.equal(format.dateTime('2013-04-01T16:30:00Z'), '2013-04-02 00:30');
  assert.equal(format.date('2013-04-01T16:30:00Z'), '2013-04-02');
  assert.equal(format.date('2013-04-01'), '2013-04-01');
});
