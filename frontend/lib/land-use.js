import { choose } from './i18n.js';
import names from './land-use-names.js';

/**
 * A land-use class with its name; the code means nothing without the standard, whose year therefore stands beside it.
 *
 * @param {{scheme: string, code: string} | null | undefined} use
 */
export function landUse(use) {
  if (!use) {
    return '—';
  }
  const year = use.scheme.match(/\d{4}$/)?.[0] ?? use.scheme;
  const name = names[`${year}.${use.code}`];
  return name ? `${use.code} ${choose(name[1], name[0])} (${year})` : `${use.code} (${use.scheme})`;
}

/**
 * The same of a class that a document writes out as `021（GB/T 21010-2007）`.
 *
 * @param {string | null | undefined} written
 */
export function writtenLandUse(written) {
  const [, code, scheme] = written?.match(/^(\S+)（(.+)）$/) ?? [];
  return code ? landUse({ scheme, code }) : written;
}

/** All classes that have a name, the older standard first. */
export const landUseClasses = () => Object.keys(names).map((key) => {
  const [year, code] = key.split('.');
  return { scheme: `GB/T 21010-${year}`, code };
});
