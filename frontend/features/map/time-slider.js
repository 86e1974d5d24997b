import { html } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { MapCompare } from '../../components/map-compare.js';
import { date } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';

const STEPS = 200;

/** The line between two days on the map, moved by mouse, finger or arrow keys. */
export class JieshiTimeSlider extends JieshiElement {
  static properties = { map: { attribute: false }, earlier: {}, later: {}, share: { state: true } };

  constructor() {
    super();
    /** @type {import('../../components/map-view.js').JieshiMap | null} */
    this.map = null;
    /** The day on the left. */
    this.earlier = '';
    /** The day on the right; empty for now. */
    this.later = '';
    this.share = 0.5;
    /** @type {MapCompare | null} */
    this.compare = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (this.compare === null && this.map?.map && this.earlier) {
      this.compare = new MapCompare(this.map, this.earlier);
    } else if (changed.has('earlier') && this.compare) {
      this.compare.day = this.earlier;
    }
    if (changed.has('share')) {
      this.compare?.moveTo(this.share);
      /** @type {HTMLElement} */ (this.querySelector('.time-line')).style.left = `${this.share * 100}%`;
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.compare?.remove();
    this.compare = null;
  }

  /** @param {string} layer @param {boolean} shown */
  show(layer, shown) {
    this.compare?.show(layer, shown);
  }

  render() {
    return html`
      <div class="time-line" aria-hidden="true"></div>
      <div class="time-bar">
        <output class="time-day" data-test="time-before">${date(this.earlier)}</output>
        <input type="range" min="0" max=${STEPS} .value=${String(this.share * STEPS)} aria-label=${t('time.slider')}
          data-test="time-slider" @input=${(/** @type {Event} */ event) => {
            this.share = Number(/** @type {HTMLInputElement} */ (event.target).value) / STEPS;
          }}>
        <output class="time-day" data-test="time-after">${this.later ? date(this.later) : t('time.now')}</output>
      </div>`;
  }
}
customElements.define('jieshi-time-slider', JieshiTimeSlider);
