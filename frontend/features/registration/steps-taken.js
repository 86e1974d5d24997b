import { timeline } from '../../components/timeline.js';
import { word } from '../../lib/i18n.js';
import { stated } from './procedure.js';

/** Where the words of a stated code are found, other than with its own name. @type {Record<string, string>} */
const FAMILIES = { cause: 'suspension', boundaryBasis: 'boundaryBasis', pointing: 'pointing', registered: 'step.registered' };

/**
 * The steps of an application with what was stated at each.
 *
 * @param {{action: string, personName: string, at: string, detail?: Record<string, unknown>}[]} events
 */
export const stepsTaken = (events) => timeline(events.map((event) => ({ at: event.at, action: event.action,
  actor: event.personName, note: stated(event.detail ?? {}).map(inWords).join(' · ') })), 'action');

/** @param {[string, string]} fact */
const inWords = ([name, value]) => `${word('step', name)}: ${word(FAMILIES[name] ?? `step.${name}`, value)}`;
