import { html } from 'lit';
import { word } from '../lib/i18n.js';

/** Which of the few colours of the page a code of the register has. Colour never stands alone: the word is beside it. */
const TONES = /** @type {Record<string, string>} */ ({
  CERTIFIED: 'good', COMMITTED: 'good', AGREED: 'good', SETTLED: 'good', CLOSED: 'good', VALID: 'good', LIVE: 'good',
  RECOVERED: 'good', ACCEPTED: 'good', REGISTERED: 'good',
  PENDING: 'busy', STAGED: 'busy', MEDIATION: 'busy', IN_CASE: 'busy', QUEUED: 'busy', READING: 'busy',
  CHECKING: 'busy', NOTICED: 'busy', REVIEWED: 'busy', LEADER_APPROVED: 'busy', MEETING_DECIDED: 'busy',
  CONSULTED: 'busy', INFO: 'busy',
  DISPUTED: 'bad', FAILED: 'bad', ENCROACHMENT: 'bad', CONTAINED: 'bad', DUPLICATE: 'bad', OPEN: 'bad', BLOCK: 'bad',
  BLOCKED: 'bad', DOUBLE_CERTIFICATE: 'bad', TRESPASS: 'bad', REJECTED: 'bad', CANCELLED: 'bad',
  ANSWERED: 'good', NO_OBJECTION: 'good', SENT: 'busy', OBJECTED: 'bad', UPHELD: 'warn',
  RUNNING: 'busy', MET: 'good', OVERDUE: 'bad', LATE: 'warn', UNKNOWN: 'warn',
  PLANNED: 'busy', DONE: 'good', HELD: 'good', DECIDED: 'good', RECEIVED: 'warn', WITH_RESPONDENT: 'busy', HEARING: 'busy',
  CLAIMED: 'busy',
  BOUNDARY: 'warn', WARN: 'warn', WARNED: 'warn', SUSPENDED: 'warn', OPENED: 'warn', ASK: 'warn',
});

/**
 * A code of the register as a small coloured word.
 *
 * @param {string} family see {@link word}
 * @param {string | null | undefined} code
 */
export const badge = (family, code) =>
  html`<span class="badge badge-${TONES[code ?? ''] ?? 'plain'}" data-code=${code ?? ''}>${word(family, code)}</span>`;
