import { html } from 'lit';
import { session } from '../../app/session.js';
import { dataTable } from '../../components/data-table.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { Loader } from '../../components/loader.js';
import { done } from '../../components/toast.js';
import { date, dateTime, metres } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { get, post, remove } from '../../lib/request.js';

/**
 * @typedef {{id: number, name: string, crs: string, width: number, height: number, pixel: number, flownOn?: string,
 *   addedBy: string, addedAt: string, bounds: number[]}} Orthophoto
 */

/** The pictures that lie under parcel maps. */
export class JieshiOrthophotosPage extends JieshiElement {
  constructor() {
    super();
    /** @type {Loader<{items: Orthophoto[]}>} */
    this.photos = new Loader(this, (signal) => get('/api/orthophotos', {}, { signal }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.photos.run();
  }

  render() {
    return html`
      <div class="page">
        <header class="page-head page-head-beside"><h1>${t('nav.orthophotos')}</h1>
          ${session.is('ADMINISTRATOR') ? html`<button type="button" class="button button-main" @click=${this.add}
            data-test="orthophoto-add">${t('orthophotos.add')}</button>` : ''}</header>
        <p class="quiet">${t('orthophotos.about')}</p>
        ${this.photos.render(({ items }) => dataTable({ caption: t('nav.orthophotos'), rows: items, test: 'orthophotos',
          empty: t('orthophotos.empty'), key: (photo) => photo.id, columns: this.columns() }))}
      </div>`;
  }

  /** @returns {import('../../components/data-table.js').Column<Orthophoto>[]} */
  columns() {
    return [
      { name: t('orthophotos.name'), wide: true, cell: (photo) => photo.name },
      { name: t('orthophotos.flownOn'), cell: (photo) => (photo.flownOn ? date(photo.flownOn) : '—') },
      { name: t('parcel.crs'), cell: (photo) => photo.crs },
      { name: t('orthophotos.size'), numeric: true, cell: (photo) => `${photo.width} × ${photo.height}` },
      { name: t('orthophotos.pixel'), numeric: true, cell: (photo) => metres(photo.pixel, 3) },
      { name: t('orthophotos.added'), cell: (photo) => `${dateTime(photo.addedAt)} · ${photo.addedBy}` },
      { name: t('orthophotos.retire'), cell: (photo) => (session.is('ADMINISTRATOR') ? html`<button type="button"
        class="button button-small" @click=${() => this.retire(photo)} data-test="orthophoto-retire">
        ${t('orthophotos.retire')}</button>` : '') },
    ];
  }

  async add() {
    const added = await askForm({
      title: t('orthophotos.add'),
      submit: t('orthophotos.add'),
      fields: [
        { name: 'file', label: t('orthophotos.file'), type: 'file', required: true, hint: t('orthophotos.file.hint') },
        { name: 'name', label: t('orthophotos.name'), required: true },
        { name: 'flownOn', label: t('orthophotos.flownOn'), type: 'date' },
      ],
      action: ({ file, name, flownOn }) => {
        const form = new FormData();
        form.append('file', file);
        form.append('name', name);
        if (flownOn) {
          form.append('flownOn', flownOn);
        }
        return post('/api/orthophotos', undefined, { form });
      },
    });
    if (added) {
      done(t('orthophotos.addedNow'));
      this.photos.run();
    }
  }

  /** @param {Orthophoto} photo */
  async retire(photo) {
    const retired = await askForm({ title: t('orthophotos.retire'), submit: t('orthophotos.retire'),
      text: t('orthophotos.retire.text', { name: photo.name }),
      action: async () => { await remove(`/api/orthophotos/${photo.id}`); return true; } });
    if (retired) {
      this.photos.run();
    }
  }
}
customElements.define('jieshi-orthophotos-page', JieshiOrthophotosPage);
