import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import enCore from './en.js';
import enRest from './rest.en.js';
import zhRest from './rest.zh.js';
import zhCore from './zh.js';

const en = /** @type {Record<string, string>} */ ({ ...enCore, ...enRest });
const zh = /** @type {Record<string, string>} */ ({ ...zhCore, ...zhRest });

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

test('every entry that the program writes under audit has words', () => {
  const java = new URL('../../src/main/java/', import.meta.url).pathname;
  const written = readdirSync(java, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.java'))
    .flatMap((file) => [...readFileSync(java + file, 'utf8')
      .matchAll(/\b(?:audit|log)\.record\(\s*"([A-Z_]+[A-Z])",\s*"([\w-]+)"/g)]);
  assert.ok(written.length > 60);
  for (const [, action, kind] of written) {
    assert.ok(zh[`audit.action.${action}`], action);
    assert.ok(zh[`audit.kind.${kind}`], kind);
  }
});

/** Names that stay Chinese in English on purpose: the product, the language switch, a unit of area. */
const BILINGUAL = new Set(['app.name', 'app.language.zh', 'certificates.example']);

/** What is on the page before anything else is asked for. */
const FIRST_VIEW = ['app/shell.js', 'app/demo-banner.js', 'components/toast.js', 'components/form-dialog.js',
  'components/loader.js', 'components/map-view.js', 'features/coordination/bell.js', 'features/identity/sign-in.js',
  'features/map/map-page.js', 'features/map/search-box.js', 'features/map/legend.js', 'features/map/measure.js',
  'features/map/time-slider.js', 'lib/problem.js', 'lib/format.js'];

test('the first view does with the words that come with it', () => {
  const root = new URL('..', import.meta.url).pathname;
  const asked = FIRST_VIEW.flatMap((file) => [...readFileSync(`${root}${file}`, 'utf8').matchAll(/\bt\('([\w.-]+)'/g)]
    .map((match) => match[1]));
  assert.ok(asked.length > 40, `only ${asked.length} found`);
  assert.deepEqual(asked.filter((key) => !(key in zhCore)), []);
});

test('no sentence is in two tables', () => {
  assert.deepEqual(Object.keys(zhCore).filter((key) => key in zhRest), []);
});

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
