/**
 * Sentences in the language a person chose.
 *
 * Keys are flat (`map.legend.title`); a value may hold `{name}` places. A key that is missing is shown as it stands, so
 * that a gap is seen at once; the test over `locales/` keeps gaps from being released.
 *
 * @typedef {Record<string, string>} Table
 */
export class Translator {
  /** @type {Map<string, Table>} */ #tables;
  /** @type {string} */ #language;
  /** @type {Set<() => void>} */ #listeners = new Set();

  /**
   * @param {Record<string, Table>} tables by language
   * @param {string} language one of the tables' languages
   */
  constructor(tables, language) {
    this.#tables = new Map(Object.entries(tables));
    this.#language = this.#known(language);
  }

  /**
   * Adds sentences to those that are known.
   *
   * @param {string} language
   * @param {Table} table
   */
  add(language, table) {
    this.#tables.set(language, { ...this.#tables.get(language), ...table });
  }

  get language() {
    return this.#language;
  }

  /** @param {string} language */
  use(language) {
    if (language !== this.#language) {
      this.#language = this.#known(language);
      this.#listeners.forEach((listener) => listener());
    }
  }

  /**
   * @param {() => void} listener told after every change of language
   * @returns {() => void} stops it
   */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param {string} key */
  has(key) {
    return this.#table()[key] !== undefined;
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  text(key, values = {}) {
    const sentence = this.#table()[key];
    if (sentence === undefined) {
      return key;
    }
    return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
  }

  /** @returns {Table} */
  #table() {
    return /** @type {Table} */ (this.#tables.get(this.#language));
  }

  /** @param {string} language */
  #known(language) {
    if (!this.#tables.has(language)) {
      throw new RangeError(`no sentences in ${language}`);
    }
    return language;
  }
}

/**
 * The language to start with: the remembered one, else Chinese for a browser that asks for Chinese, else English.
 *
 * @param {string | null} remembered
 * @param {readonly string[]} wanted the browser's languages in order
 */
export function firstLanguage(remembered, wanted) {
  if (remembered === 'zh' || remembered === 'en') {
    return remembered;
  }
  const understood = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en');
  return understood ?? 'zh';
}
