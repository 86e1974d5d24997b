import { timeline } from '../../components/timeline.js';
import { t, word } from '../../lib/i18n.js';

/**
 * The steps of an application with what was stated at each.
 *
 * @param {{action: string, to: string, personName: string, at: string, detail?: Record<string, unknown>}[]} events
 */
export const stepsTaken = (events) => timeline(events.map((event) => ({ at: event.at, action: event.action,
  actor: event.personName, note: stated(event.detail) })), 'action');

/** @param {Record<string, unknown> | undefined} detail */
function stated(detail) {
  return Object.entries(detail ?? {}).map(([name, value]) => `${word('detail', name)}${t('form.colon')}${
    Array.isArray(value) ? value.join('、') : word('detailValue', String(value))}`).join('； ');
}
