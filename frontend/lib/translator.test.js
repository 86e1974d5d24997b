import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Translator, firstLanguage } from './translator.js';

const tables = { zh: { greeting: '{name}，您好' }, en: { greeting: 'Good day, {name}' } };

test('a sentence is given in the chosen language with its places filled', () => {
  const translator = new Translator(tables, 'zh');
  assert.equal(translator.text('greeting', { name: '李' }), '李，您好');
  translator.use('en');
  assert.equal(translator.text('greeting', { name: 'Li' }), 'Good day, Li');
});

test('a missing key shows itself', () => {
  assert.equal(new Translator(tables, 'zh').text('no.such'), 'no.such');
});

test('a change of language is told once, and not when nothing changed', () => {
  const translator = new Translator(tables, 'zh');
  let told = 0;
  const stop = translator.onChange(() => told++);
  translator.use('zh');
  translator.use('en');
  stop();
  translator.use('zh');
  assert.equal(told, 1);
});

test('an unknown language is refused', () => {
  assert.throws(() => new Translator(tables, 'fr'), RangeError);
});

test('the remembered language wins, then the browser, then Chinese', () => {
  assert.equal(firstLanguage('en', ['zh-CN']), 'en');
  assert.equal(firstLanguage(null, ['fr', 'en-GB', 'zh']), 'en');
  assert.equal(firstLanguage(null, ['zh-TW', 'en']), 'zh');
  assert.equal(firstLanguage('xx', ['fr']), 'zh');
});
