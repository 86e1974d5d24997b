import { loadEveryWord } from './i18n.js';

/** Style sheets of every page but the map, in the order in which they hold. */
const SHEETS = ['desks', 'work', 'procedure', 'titles', 'coordination'];

/** @type {Promise<unknown> | null} */
let asked = null;

/** Words and styles of every page but the map, which is there sooner without them. Fetched once. */
export function loadDesks() {
  asked ??= Promise.all([loadEveryWord(), ...SHEETS.map(sheet)]);
  asked.catch(() => { asked = null; });
  return asked;
}

/** @param {string} name */
function sheet(name) {
  return new Promise((loaded, failed) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `/styles/${name}.css`;
    link.onload = loaded;
    link.onerror = failed;
    document.head.append(link);
  });
}
