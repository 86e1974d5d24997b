import { t } from '../../lib/i18n.js';
import { getVersioned, post } from '../../lib/request.js';

/**
 * Takes one overlap into a case, on the track that its documents propose.
 *
 * @param {number} conflict
 * @returns {Promise<{id: string, number: string}>}
 */
export async function openCase(conflict) {
  const opened = await post('/api/disputes', { conflicts: [conflict] });
  return { id: opened.id, number: opened.number ?? opened.id };
}

/** As its applicant may until a decision is made; nothing is wiped out. @param {string} id */
export async function withdrawCase(id) {
  const path = `/api/disputes/${encodeURIComponent(id)}`;
  const { revision } = await getVersioned(path);
  await post(`${path}/actions/withdraw`, { reason: t('desk.undo.reason') }, { ifMatch: revision });
}
