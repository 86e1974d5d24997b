import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from './en.js';
import zh from './zh.js';

test('both languages have the same keys', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort());
});

test('both languages fill in the same places', () => {
  const places = (/** @type {string} */ text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(zh)) {
    assert.deepEqual(places(en[key]), places(zh[key]), key);
  }
});

test('no sentence is empty, and none is Chinese in English', () => {
  for (const [key, text] of Object.entries(en)) {
    assert.notEqual(text.trim(), '', key);
    assert.equal(/\p{Script=Han}/u.test(text) && !BILINGUAL.has(key), false, key);
  }
});

/** Names that stay Chinese in English on purpose: the product, the language switch, a unit of area. */
const BILINGUAL = new Set(['app.name', 'app.language.zh', 'certificates.example']);
