import { html, nothing } from 'lit';
import { choose, t } from '../lib/i18n.js';
import { asProblem, sentence } from '../lib/problem.js';
import { JieshiElement } from './element.js';

/**
 * One field of a small form.
 *
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {'text' | 'textarea' | 'number' | 'date' | 'select' | 'checkbox' | 'password' | 'file'} [type]
 * @property {boolean} [required]
 * @property {string | number | boolean} [value]
 * @property {{value: string, label: string}[]} [options]
 * @property {string} [hint]
 * @property {string} [autocomplete]
 * @property {number} [min]
 * @property {string} [step]
 *
 * @typedef {object} Form
 * @property {string} title
 * @property {unknown} [text] said above the fields
 * @property {Field[]} [fields]
 * @property {string} submit words of the button
 * @property {boolean} [danger] the button is red
 * @property {(values: Record<string, any>) => Promise<unknown>} action rejected: the dialog stays, with the reason
 */

/**
 * What was typed into forms whose record had changed meanwhile, by the form's title: filled in again when the form is
 * opened on the new state.
 *
 * @type {Map<string, Record<string, any>>}
 */
const overtaken = new Map();

/** A dialog with a small form. What was typed stays when the server refuses it. */
export class JieshiFormDialog extends JieshiElement {
  static properties = { form: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Form | null} */
    this.form = null;
    /** @type {import('../lib/problem.js').Problem | null} */
    this.problem = null;
    this.busy = false;
    /** @type {(result: unknown) => void} */
    this.settle = () => {};
  }

  /**
   * @param {Form} form
   * @returns {Promise<unknown>} what the action gave, or undefined when the person went back
   */
  ask(form) {
    const typed = overtaken.get(form.title);
    this.form = typed ? { ...form, fields: form.fields?.map((field) => (field.type === 'file' ? field
      : { ...field, value: typed[field.name] ?? field.value })) } : form;
    this.problem = null;
    return new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** @returns {HTMLDialogElement | null} */
  get dialog() {
    return this.querySelector('dialog');
  }

  updated() {
    if (this.form && this.dialog && !this.dialog.open) {
      this.dialog.showModal();
    }
  }

  /** @param {unknown} [result] */
  close(result) {
    this.dialog?.close();
    this.form = null;
    this.settle(result);
    this.remove();
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const form = /** @type {Form} */ (this.form);
    this.busy = true;
    this.problem = null;
    const values = valuesOf(/** @type {HTMLFormElement} */ (event.target), form.fields ?? []);
    try {
      const result = await form.action(values) ?? true;
      overtaken.delete(form.title);
      this.close(result);
    } catch (error) {
      this.problem = asProblem(error);
      if (this.problem.code === 'VERSION_STALE') {
        overtaken.set(form.title, values);
        dispatchEvent(new Event('record-stale'));
      }
    } finally {
      this.busy = false;
    }
  }

  render() {
    const form = this.form;
    if (!form) {
      return nothing;
    }
    return html`
      <dialog class="dialog" aria-labelledby="dialog-title" data-test="dialog"
        @cancel=${(/** @type {Event} */ event) => { event.preventDefault(); this.close(); }}>
        <form @submit=${this.submit}>
          <h2 id="dialog-title">${form.title}</h2>
          ${form.text ? html`<div class="dialog-text">${form.text}</div>` : nothing}
          ${(form.fields ?? []).map(field)}
          ${this.problem ? problemBox(this.problem) : nothing}
          <div class="dialog-buttons">
            <button type="button" class="button" data-test="dialog-cancel" @click=${() => this.close()}>
              ${t('action.cancel')}</button>
            <button type="submit" class="button ${form.danger ? 'button-danger' : 'button-main'}"
              data-test="dialog-submit" ?disabled=${this.busy}>${form.submit}</button>
          </div>
        </form>
      </dialog>`;
  }
}
customElements.define('jieshi-form-dialog', JieshiFormDialog);

/**
 * Asks a person to fill in a small form and carries the action out.
 *
 * @param {Form} form
 */
export function askForm(form) {
  const dialog = new JieshiFormDialog();
  document.body.append(dialog);
  return dialog.ask(form);
}

/**
 * A refusal with every gate that is not passed and the fact it lacks.
 *
 * @param {import('../lib/problem.js').Problem} problem
 */
export const problemBox = (problem) => html`
  <div class="notice notice-error" role="alert" data-test="problem" data-code=${problem.code}>
    <p>${sentence(problem)}</p>
    ${problem.code === 'VERSION_STALE' ? html`<p class="small">${t('problem.stale.remedy')}</p>` : nothing}
    ${problem.unmet?.length ? html`<ul class="gates">${problem.unmet.map((unmet) => html`
      <li data-gate=${unmet.gate}><b>${unmet.gate}</b> ${choose(unmet.fact, unmet.factZh)}</li>`)}</ul>` : nothing}
  </div>`;

/** @param {Field} field */
export function field(field) {
  const id = `field-${field.name}`;
  const hint = field.hint ? html`<small id="${id}-hint" class="quiet">${field.hint}</small>` : nothing;
  const described = field.hint ? `${id}-hint` : nothing;
  if (field.type === 'checkbox') {
    return html`<label class="field field-check"><input type="checkbox" id=${id} name=${field.name}
      data-test=${id} ?required=${field.required} .checked=${field.value === true}> <span>${field.label}</span></label>
      ${hint}`;
  }
  return html`
    <div class="field">
      <label for=${id}>${field.label}${field.required ? html`<span class="required" aria-hidden="true">*</span>`
        : nothing}</label>
      ${control(field, id, described)}
      ${hint}
    </div>`;
}

/**
 * @param {Field} field
 * @param {string} id
 * @param {string | symbol} described
 */
function control(field, id, described) {
  switch (field.type) {
    case 'textarea':
      return html`<textarea id=${id} name=${field.name} rows="3" data-test=${id} ?required=${field.required}
        aria-describedby=${described} .value=${String(field.value ?? '')}></textarea>`;
    case 'select':
      return html`<select id=${id} name=${field.name} data-test=${id} ?required=${field.required}
        aria-describedby=${described}>
        ${(field.options ?? []).map((option) => html`<option value=${option.value}
          ?selected=${option.value === field.value}>${option.label}</option>`)}
      </select>`;
    case 'file':
      return html`<input id=${id} name=${field.name} type="file" data-test=${id} ?required=${field.required}
        aria-describedby=${described}>`;
    default:
      return html`<input id=${id} name=${field.name} type=${field.type ?? 'text'} data-test=${id}
        ?required=${field.required} autocomplete=${field.autocomplete ?? 'off'} aria-describedby=${described}
        min=${field.min ?? nothing} step=${field.step ?? (field.type === 'number' ? 'any' : nothing)}
        .value=${String(field.value ?? '')}>`;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Field[]} fields
 */
export function valuesOf(form, fields) {
  const data = new FormData(form);
  return Object.fromEntries(fields.map((field) => {
    const given = data.get(field.name);
    switch (field.type) {
      case 'checkbox':
        return [field.name, given !== null];
      case 'number':
        return [field.name, given === '' || given === null ? undefined : Number(given)];
      case 'file':
        return [field.name, given];
      default:
        return [field.name, given === '' || given === null ? undefined : String(given).trim()];
    }
  }));
}
