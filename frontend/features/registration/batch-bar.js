import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { askForm } from '../../components/form-dialog.js';
import { t, word } from '../../lib/i18n.js';
import { post } from '../../lib/request.js';
import { documentFields, documentForm } from './documents.js';
import { commonActions, stops } from './procedure.js';
import { takeActionForMany } from './take-action.js';

/** The most that one batch takes. */
export const LARGEST = 500;

/**
 * Chooses applications of the list and takes one step with all of them.
 *
 * @param {object} bar
 * @param {import('./procedure.js').Line[]} bar.lines
 * @param {Set<string>} bar.chosen
 * @param {(ids: Set<string>) => void} bar.choose
 * @param {(outcomes: import('./batch-result.js').Outcome[]) => void} bar.finished
 * @param {(batch: import('./batch-run.js').Batch) => void} bar.started
 * @param {number} bar.total how many the whole list has
 * @param {() => void} bar.chooseEvery chooses those on its other pages too
 */
export function batchBar({ lines, chosen, choose, finished, started, total, chooseEvery }) {
  if (lines.length === 0) {
    return nothing;
  }
  const selected = lines.filter((line) => chosen.has(line.id));
  const ids = selected.map((line) => line.id);
  const all = selected.length === lines.length;
  return html`
    <div class="batch" role="group" aria-label=${t('batch.name')} data-test="batch">
      <label class="batch-all"><input type="checkbox" data-test="choose-all" .checked=${all}
        .indeterminate=${!all && selected.length > 0}
        @change=${() => choose(all ? new Set() : new Set(lines.map((line) => line.id)))}>
        <span>${selected.length > 0 ? t('batch.chosen', { count: selected.length }) : t('batch.select.all')}</span>
      </label>
      ${all && total > lines.length ? html`<button type="button" class="link-button" data-test="choose-every"
        @click=${chooseEvery}>${t('batch.select.every', { total: Math.min(total, LARGEST) })}</button>` : nothing}
      ${selected.length === 0 ? nothing : html`
        ${commonActions(selected).map((action) => html`
          <button type="button" class="button button-small ${stops(action) ? 'button-danger' : ''}"
            data-test="batch-${action}" @click=${() => act(ids, action, started)}>
            ${word('action', action)}</button>`)}
        ${session.is('SURVEYOR', 'REVIEWER') ? html`
          <button type="button" class="button button-small" data-test="batch-document"
            @click=${() => addDocument(ids, finished)}>${t('documents.add')}</button>` : nothing}
        ${commonActions(selected).length === 0 ? html`<span class="quiet">${t('batch.nothingInCommon')}</span>`
          : nothing}`}
    </div>`;
}

/**
 * @param {string[]} ids
 * @param {string} action
 * @param {(batch: import('./batch-run.js').Batch) => void} started
 */
async function act(ids, action, started) {
  const batch = await takeActionForMany(ids, action);
  if (batch) {
    started(batch);
  }
}

/**
 * @param {string[]} ids
 * @param {(outcomes: import('./batch-result.js').Outcome[]) => void} finished
 */
async function addDocument(ids, finished) {
  const answer = /** @type {{items: import('./batch-result.js').Outcome[]} | undefined} */ (await askForm({
    title: `${t('documents.add')} · ${t('batch.count', { count: ids.length })}`,
    submit: t('documents.add'),
    fields: documentFields(),
    action: (values) => post('/api/applications/batch/documents', undefined, { form: documentForm(values, ids) }),
  }));
  if (answer) {
    finished(answer.items);
  }
}
