import { html } from 'lit';
import { session } from '../../app/session.js';
import { choose, t } from '../../lib/i18n.js';

/** @typedef {{id: string, name: string, nameZh: string, urls: string[], attribution: string, deepest: number}} Basemap */

const MEMORY = 'jieshi.basemap';

/** The office's own orthophotos, from this very server. @type {Basemap} */
const PHOTOS = { id: 'orthophoto', name: 'Orthophoto', nameZh: '正射影像', urls: ['/api/orthophotos/tiles/{z}/{x}/{y}.jpg'],
  attribution: '', deepest: 22 };

/** Those that this server offers. @returns {Basemap[]} */
const offered = () => [PHOTOS, ...session.about.basemaps ?? []];

/** The one chosen last at this browser; null for none, which works without any network. */
export const rememberedBasemap = () => offered().find((map) => map.id === localStorage.getItem(MEMORY)) ?? null;

/** @param {(basemap: Basemap | null) => void} chosen */
export const basemapChoice = (chosen) => html`
  <label class="legend-base">${t('basemap.name')}
    <select data-test="basemap" @change=${(/** @type {Event} */ event) => {
      const { value } = /** @type {HTMLSelectElement} */ (event.target);
      localStorage.setItem(MEMORY, value);
      chosen(rememberedBasemap());
    }}>
      <option value="">${t('basemap.none')}</option>
      ${offered().map((map) => html`<option value=${map.id} ?selected=${map.id === rememberedBasemap()?.id}>${
        choose(map.name, map.nameZh)}</option>`)}
    </select></label>`;
