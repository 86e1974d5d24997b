import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { t, word } from '../../lib/i18n.js';
import { post } from '../../lib/request.js';
import { navigate } from '../../app/router.js';
import { session } from '../../app/session.js';

const TRACKS = ['OWNERSHIP', 'TRESPASS', 'DOUBLE_CERTIFICATE', 'CONTRACT'];

/** Takes overlaps into one dispute case. Triage follows the documents; whoever sees it otherwise says why. */
export class JieshiOpenCaseButton extends JieshiElement {
  static properties = { conflicts: { attribute: false } };

  constructor() {
    super();
    /** @type {import('./conflict-card.js').Conflict[]} */
    this.conflicts = [];
  }

  async open() {
    const tracks = new Set(this.conflicts.map((conflict) => conflict.track));
    const opened = /** @type {any} */ (await askForm({
      title: t('case.open'),
      text: t('case.open.text', { count: this.conflicts.length }),
      fields: [
        { name: 'track', label: t('case.track'), type: 'select', value: '', options: [
          { value: '', label: tracks.size === 1 ? t('case.track.proposed', { track: word('track', [...tracks][0]) })
            : t('case.track.choose') },
          ...TRACKS.map((track) => ({ value: track, label: word('track', track) }))] },
        { name: 'reason', label: t('case.reason'), type: 'textarea', hint: t('case.reason.hint') },
        { name: 'applicant', label: t('case.applicant'), hint: t('case.applicant.hint') },
        { name: 'title', label: t('case.title'), hint: t('case.title.hint') },
      ],
      submit: t('case.open'),
      action: (values) => post('/api/disputes', { ...values, conflicts: this.conflicts.map((each) => each.id) }),
    }));
    if (opened?.id) {
      done(t('case.opened', { number: opened.number ?? opened.id }));
      this.tell('changed');
      navigate(['cases', opened.id]);
    }
  }

  render() {
    if (!session.is('REVIEWER', 'MEDIATOR') || this.conflicts.length === 0) {
      return nothing;
    }
    return html`<p class="buttons"><button type="button" class="button button-main" data-test="open-case"
      @click=${this.open}>${t('case.openOf', { count: this.conflicts.length })}</button></p>`;
  }
}
customElements.define('jieshi-open-case-button', JieshiOpenCaseButton);
