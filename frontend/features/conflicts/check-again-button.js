import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { JieshiElement } from '../../components/element.js';
import { done, refused } from '../../components/toast.js';
import { t } from '../../lib/i18n.js';
import { post } from '../../lib/request.js';

/** Compares one parcel with everything on the register, at once, and tells what changed. */
export class JieshiCheckAgainButton extends JieshiElement {
  static properties = { parcel: {}, busy: { state: true } };

  constructor() {
    super();
    this.parcel = '';
    this.busy = false;
  }

  async check() {
    this.busy = true;
    try {
      const found = await post(`/api/parcels/${encodeURIComponent(this.parcel)}/conflicts/scan`, {});
      const changes = found.appeared + found.changed + found.gone;
      done(changes === 0 ? t('parcel.checked.same') : t('parcel.checked.changed',
        { appeared: found.appeared, changed: found.changed, gone: found.gone }));
      this.tell('changed');
    } catch (problem) {
      refused(problem);
    } finally {
      this.busy = false;
    }
  }

  render() {
    return session.is('SURVEYOR', 'REVIEWER', 'MEDIATOR', 'APPROVER', 'ADMINISTRATOR') ? html`
      <p><button type="button" class="button button-small" ?disabled=${this.busy} data-test="check-again"
        @click=${this.check}>${t('parcel.checkAgain')}</button></p>` : nothing;
  }
}
customElements.define('jieshi-check-again-button', JieshiCheckAgainButton);
