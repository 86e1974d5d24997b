import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { JieshiElement } from '../../components/element.js';
import { askForm } from '../../components/form-dialog.js';
import { download } from '../../lib/download.js';
import { t, word } from '../../lib/i18n.js';

const FORMATS = ['shp.zip', 'gpkg', 'geojson', 'csv', 'points.csv', 'txt', 'dxf', 'kml'];
const SYSTEMS = ['EPSG:4524', 'EPSG:4525', 'EPSG:4545', 'EPSG:4546', 'EPSG:4490'];
/** Only these are kept by day. */
const DATED = ['parcels', 'claims', 'evidence', 'certificates'];
/** Whose work is the land, as on the server. */
const READERS = /** @type {const} */ (['SURVEYOR', 'REVIEWER', 'MEDIATOR', 'APPROVER', 'MANAGER']);

/** Asks which land to save as which kind of file, and saves it. */
export class JieshiExportButton extends JieshiElement {
  static properties = { layers: { attribute: false }, filter: { attribute: false }, small: { type: Boolean } };

  constructor() {
    super();
    /** What there is to choose from. @type {string[]} */
    this.layers = ['parcels'];
    /** Narrows what goes out, as the lists are narrowed: a function, because a map moves. @type {() => Record<string, unknown>} */
    this.filter = () => ({});
    this.small = false;
  }

  ask() {
    const dated = this.layers.some((layer) => DATED.includes(layer));
    const narrowed = Object.keys(this.filter()).length > 0;
    return askForm({
      title: t('export.title'),
      text: t('export.about'),
      submit: t('export.save'),
      fields: /** @type {any} */ ([
        { name: 'layer', label: t('export.layer'), type: 'select', value: this.layers[0],
          options: this.layers.map((value) => ({ value, label: t(`layer.${value}`) })) },
        { name: 'format', label: t('export.format'), type: 'select', value: 'shp.zip',
          options: FORMATS.map((value) => ({ value, label: word('exportFormat', value) })) },
        { name: 'crs', label: t('import.crs'), type: 'select', hint: t('export.crs.hint'), options: [
          { value: '', label: t('export.asSurveyed') }, ...SYSTEMS.map((value) => ({ value, label: word('crs', value) }))] },
        { name: 'encoding', label: t('import.encoding'), type: 'select', options: [
          { value: '', label: t('export.usualEncoding') }, { value: 'UTF-8', label: 'UTF-8' }, { value: 'GBK', label: 'GBK' }] },
        dated ? { name: 'asOf', label: t('export.asOf'), type: 'date', hint: t('export.asOf.hint') } : null,
        { name: 'each', label: t('export.each'), type: 'checkbox' },
        narrowed ? { name: 'narrowed', label: t('export.narrowed'), type: 'checkbox', value: true } : null,
      ].filter((field) => field !== null)),
      action: (values) => download(
        `/api/export/${values.layer}.${values.format}${values.each && values.format !== 'shp.zip' ? '.zip' : ''}`,
        { ...(values.narrowed ? this.filter() : {}), crs: values.crs, encoding: values.encoding,
          asOf: DATED.includes(values.layer) ? values.asOf : undefined }),
    });
  }

  render() {
    return session.is(...READERS) ? html`<button type="button" class="button ${this.small ? 'button-small' : ''}"
      data-test="export" @click=${this.ask}>${t('export.button')}</button>` : nothing;
  }
}
customElements.define('jieshi-export-button', JieshiExportButton);
