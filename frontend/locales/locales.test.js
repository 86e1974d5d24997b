import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
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

test('every sentence that the pages ask for is there', () => {
  const asked = sources().flatMap((file) => [...readFileSync(file, 'utf8')
    .matchAll(/\bt\((?:\w+ \? )?'([\w.-]+)'(?: : '([\w.-]+)')?/g)].flatMap((match) => [match[1], match[2]]))
    .filter((key) => key !== undefined);
  assert.ok(asked.length > 300, `only ${asked.length} found`);
  assert.deepEqual(asked.filter((key) => !(key in zh)), []);
});

/** @returns {string[]} */
function sources() {
  const root = new URL('..', import.meta.url).pathname;
  return ['app', 'components', 'features', 'lib'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true }).map((name) => `${root}${folder}/${name}`))
    .filter((name) => name.endsWith('.js') && !name.endsWith('.test.js'));
}
