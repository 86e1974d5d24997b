import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { facts } from '../../components/facts.js';
import { askForm } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { choose, t, word } from '../../lib/i18n.js';
import { post } from '../../lib/request.js';
import { unitLink } from './unit-link.js';

/**
 * Who quarrels, and what both sides said.
 *
 * @param {any} dispute
 * @param {any} contents
 * @param {(() => void) | null} reload null for those who may not write
 */
export const statements = (dispute, contents, reload) => html`
  ${facts(dispute.parties.map((/** @type {any} */ party) => [word('side', party.side), html`${party.name}
    ${party.kind ? badge('partyKind', party.kind) : nothing}
    ${party.units.map((/** @type {string} */ code) => unitLink(dispute.units.find((/** @type {any} */ unit) =>
      unit.code === code) ?? { kind: 'CLAIM', code }))}`]))}
  ${facts([
    [t('case.handlers'), dispute.handlers.map((/** @type {any} */ handler) => handler.name).join('、')],
    [t('case.jurisdiction'), choose(dispute.jurisdiction.reason.en, dispute.jurisdiction.reason.zh)],
    [t('case.triageDocuments'), dispute.triageDocuments.join('、')],
    [t('case.recusals'), dispute.recusals.map((/** @type {any} */ each) =>
      `${each.handler}（${each.on}，${each.reason}）`).join('；')],
  ])}
  <div class="card-head"><h3>${t('case.statements')}</h3>
    ${reload ? html`<button type="button" class="button" data-test="statement-add"
      @click=${() => ask(dispute, contents, undefined, reload)}>${t('case.statement.add')}</button>` : nothing}</div>
  ${contents.silent.length && contents.statements.length ? html`<p class="notice notice-info small">${
    t('case.silent', { parties: contents.silent.join('、') })}</p>` : nothing}
  ${contents.statements.length === 0 ? html`<p class="empty">${t('case.statements.none')}</p>` : html`
    <ol class="statements" data-test="statements">${contents.statements.map((/** @type {any} */ each) => html`
      <li class=${each.answers ? 'is-answer' : ''}>
        <p><strong>${each.number}. ${each.party}</strong> <span class="quiet">${each.spokenBy} · ${each.on}${
          each.answers ? ` · ${t('case.answerTo', { number: each.answers })}` : ''}</span></p>
        <p class="lines">${each.text}</p>
        ${awaiting(contents, each.number).length === 0 ? nothing : html`<p class="small">
          <span class="quiet">${t('case.mayAnswer', { parties: awaiting(contents, each.number).join('、') })}</span>
          ${reload ? html`<button type="button" class="link-button" data-test="statement-answer"
            @click=${() => ask(dispute, contents, each, reload)}>${t('case.statement.answer')}</button>` : nothing}</p>`}
      </li>`)}</ol>`}`;

/** @param {any} contents @param {number} number @returns {string[]} */
const awaiting = (contents, number) => contents.awaitingAnswer.find((/** @type {any} */ each) =>
  each.statement === number)?.parties ?? [];

/**
 * @param {any} dispute
 * @param {any} contents
 * @param {any} answered the statement that is answered
 * @param {() => void} reload
 */
async function ask(dispute, contents, answered, reload) {
  const parties = answered ? awaiting(contents, answered.number)
    : dispute.parties.map((/** @type {any} */ party) => party.name);
  const entered = await askForm({
    title: answered ? t('case.statement.answer') : t('case.statement.add'),
    text: answered ? `${answered.number}. ${answered.party}：${answered.text}` : undefined,
    fields: [
      { name: 'party', label: t('case.party'), type: 'select',
        options: parties.map((/** @type {string} */ name) => ({ value: name, label: name })) },
      { name: 'spokenBy', label: t('case.spokenBy'), required: true },
      { name: 'text', label: t('case.statement'), type: 'textarea', required: true },
      { name: 'on', label: t('case.on'), type: 'date', hint: t('case.on.hint') },
    ],
    submit: t('action.save'),
    action: (values) => post(`/api/disputes/${encodeURIComponent(dispute.id)}/statements`,
      { ...values, answers: answered?.number }),
  });
  if (entered) {
    done(t('case.entered'));
    reload();
  }
}
