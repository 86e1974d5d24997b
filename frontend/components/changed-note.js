import { html, nothing } from 'lit';
import { dateTime } from '../lib/format.js';
import { t } from '../lib/i18n.js';

/**
 * That somebody else has changed the record that is shown, who and what.
 *
 * @typedef {{actor: string, name: string, action: string, at: string}} Step action in words
 * @param {Step | null} step
 * @param {() => void} close
 */
export const changedNote = (step, close) => (step === null ? nothing : html`
  <p class="notice notice-info changed-note" role="status" data-test="changed-note">
    <span>${t('live.changedBy', { name: step.name, action: step.action, at: dateTime(step.at) })}</span>
    <button type="button" class="icon-button" aria-label=${t('action.close')} @click=${close}>×</button></p>`);
