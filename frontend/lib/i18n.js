import { Translator, firstLanguage } from './translator.js';

const MEMORY = 'jieshi.language';

const first = firstLanguage(recall(), globalThis.navigator?.languages ?? []);

/** The one translator of the page; the other language is loaded when somebody asks for it. */
export const translator = new Translator({ [first]: await tableOf(first) }, first);

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export const t = (key, values) => translator.text(key, values);

/**
 * A code of the register (`CERTIFIED`) in words; a code without words is shown as it stands.
 *
 * @param {string} family the part of the keys before the code, e.g. `status`
 * @param {string | null | undefined} code
 */
export function word(family, code) {
  if (code === null || code === undefined || code === '') {
    return '—';
  }
  const key = `${family}.${code}`;
  return translator.has(key) ? translator.text(key) : code;
}

/**
 * One of two sentences that came from the server.
 *
 * @param {string | null | undefined} english
 * @param {string | null | undefined} chinese
 */
export const choose = (english, chinese) => (translator.language === 'zh' ? chinese || english : english || chinese) ?? '';

/** @param {string} language */
export async function useLanguage(language) {
  translator.add(language, await tableOf(language));
  if (everything) {
    translator.add(language, await restOf(language));
  }
  translator.use(language);
  try {
    localStorage.setItem(MEMORY, language);
  } catch {
    // a browser that keeps nothing still shows the chosen language until it is closed
  }
}

/** Whether the words of every page are wanted, or only those of the frame and the map. */
let everything = false;

/** The words of all pages: the map, which most people see first, does without them. */
export async function loadEveryWord() {
  everything = true;
  translator.add(translator.language, await restOf(translator.language));
}

function recall() {
  try {
    return globalThis.localStorage?.getItem(MEMORY) ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string} language
 * @returns {Promise<import('./translator.js').Table>}
 */
async function tableOf(language) {
  return (await (language === 'en' ? import('../locales/en.js') : import('../locales/zh.js'))).default;
}

/**
 * @param {string} language
 * @returns {Promise<import('./translator.js').Table>}
 */
async function restOf(language) {
  return (await (language === 'en' ? import('../locales/rest.en.js') : import('../locales/rest.zh.js'))).default;
}
