import assert from 'node:assert/strict';
import { test } from 'node:test';
import { landUse, landUseClasses } from './land-use.js';
import { useLanguage } from './i18n.js';

test('a class is named with the year of its standard', async () => {
  await useLanguage('en');
  assert.equal(landUse({ scheme: 'GB/T 21010-2007', code: '021' }), '021 orchard (2007)');
  await useLanguage('zh');
  assert.equal(landUse({ scheme: 'GB/T 21010-2017', code: '0201' }), '0201 果园 (2017)');
});

test('a code that the standard does not have is shown with the whole standard', () => {
  assert.equal(landUse({ scheme: 'GB/T 21010-2017', code: '021' }), '021 (GB/T 21010-2017)');
  assert.equal(landUse(null), '—');
});

test('both standards are complete', () => {
  assert.equal(landUseClasses().filter((use) => use.scheme.endsWith('2007')).length, 57);
  assert.equal(landUseClasses().filter((use) => use.scheme.endsWith('2017')).length, 73);
});
