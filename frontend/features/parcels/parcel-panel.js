import { html, nothing } from 'lit';
import { session } from '../../app/session.js';
import { JieshiElement } from '../../components/element.js';
import { Loader } from '../../components/loader.js';
import { badge } from '../../components/badge.js';
import { dataTable } from '../../components/data-table.js';
import { facts } from '../../components/facts.js';
import { boundsOf } from '../../lib/geometry.js';
import { area, dateTime, metres, mu, number, squareMetres } from '../../lib/format.js';
import { t, word } from '../../lib/i18n.js';
import { landUse } from '../../lib/land-use.js';
import { LiveUpdates, touches } from '../../lib/live.js';
import { get } from '../../lib/request.js';
import { conflictCard } from '../conflicts/conflict-card.js';
import '../changes/lineage.js';
import '../conflicts/check-again-button.js';
import '../conflicts/open-case-button.js';
import '../registration/parcel-application.js';
import { accuracyButton } from './accuracy.js';
import { backing } from './backing.js';
import { loadPlaces, placeName } from './places.js';

/**
 * Everything about one parcel, in the order in which people ask: state, facts, overlaps, cases, application, history.
 * Tells `show-shape` {geometry, fit} for the map.
 */
export class JieshiParcelPanel extends JieshiElement {
  static properties = { code: {}, asOf: { attribute: false } };

  constructor() {
    super();
    this.code = '';
    /** The day at whose end it is shown; undefined for now. @type {string | undefined} */
    this.asOf = undefined;
    this.main = new Loader(this, async (signal) => {
      const [places, parcel, conflicts] = await Promise.all([loadPlaces(),
        get(`/api/parcels/${encodeURIComponent(this.code)}`, { asOf: this.asOf }, { signal }),
        this.asOf ? { items: [] } : get(`/api/parcels/${encodeURIComponent(this.code)}/conflicts`, {}, { signal })]);
      this.tell('show-shape', { shapes: [{ geometry: parcel.geometry }],
        bounds: this.main.value?.parcel.code === parcel.code ? null : boundsOf(parcel.geometry) });
      return { places, parcel, conflicts: conflicts.items };
    });
    this.updates = new LiveUpdates(this, (changed) => !this.asOf && touches(changed, 'PARCEL', this.code) && this.reload());
    this.cases = new Loader(this, (signal) => get('/api/disputes', { parcel: this.code }, { signal }));
    this.points = new Loader(this, (signal) =>
      get(`/api/parcels/${encodeURIComponent(this.code)}/boundary-points`, {}, { signal }));
    this.versions = new Loader(this, (signal) =>
      get(`/api/parcels/${encodeURIComponent(this.code)}/versions`, {}, { signal }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if ((changed.has('code') || changed.has('asOf')) && this.code) {
      this.main.clear();
      this.points.clear();
      this.versions.clear();
      this.reload();
    }
  }

  reload() {
    this.main.run();
    this.cases.run();
  }

  render() {
    return html`<section class="panel-body" aria-live="polite" data-test="parcel-panel" @changed=${this.reload}>
      ${this.main.render((loaded) => this.parcel(loaded))}</section>`;
  }

  /** @param {{places: any, parcel: any, conflicts: any[]}} loaded */
  parcel({ places, parcel, conflicts }) {
    if (this.asOf) {
      return this.past(parcel, places);
    }
    const real = conflicts.filter((conflict) => conflict.overlapClass !== 'NOISE');
    return html`
      <header class="panel-head">
        <p class="small quiet">${t('thing.parcel')}</p>
        <h2 class="code" data-test="parcel-code">${parcel.code}</h2>
        <p>${badge('status', parcel.status)} <b class="figures">${area(parcel.planeArea)}</b>
          <span class="quiet figures">${mu(parcel.planeArea)}</span></p>
      </header>
      ${this.facts(parcel, places)}
      <h3>${t('parcel.conflicts', { count: conflicts.length })}</h3>
      ${conflicts.length === 0 ? html`<p class="empty">${t('parcel.conflicts.none')}</p>` : nothing}
      ${conflicts.map((conflict) => conflictCard(conflict, parcel.code))}
      ${real.some((conflict) => conflict.status === 'OPEN')
        ? html`<jieshi-open-case-button .conflicts=${real.filter((conflict) => conflict.status === 'OPEN')}>
          </jieshi-open-case-button>` : nothing}
      <jieshi-check-again-button .parcel=${parcel.code}></jieshi-check-again-button>
      ${this.cases.render(({ items }) => (items.length === 0 ? nothing : html`
        <h3>${t('parcel.cases')}</h3>
        <ul class="plain">${items.map((/** @type {any} */ each) => html`
          <li><a href="#/cases/${encodeURIComponent(each.id)}" data-test="parcel-case">${each.number}</a>
            ${badge('stage', each.stage)}</li>`)}</ul>`))}
      <h3>${t('parcel.application')}</h3>
      <jieshi-parcel-application .parcel=${parcel.code} .status=${parcel.status}></jieshi-parcel-application>
      <p><a href="/api/parcels/${encodeURIComponent(parcel.code)}/registrations.pdf" target="_blank" rel="noopener"
        data-test="registrations-print">${t('parcel.registrations')}</a></p>
      <jieshi-lineage .parcel=${parcel.code}></jieshi-lineage>
      ${session.is('SURVEYOR', 'REVIEWER') && (parcel.status === 'SURVEYED' || parcel.status === 'CERTIFIED') ? html`
        <p><a class="button button-small" href="#/changes/new?parcel=${parcel.code}" data-test="parcel-change">
          ${t('changes.ofParcel')}</a></p>` : nothing}
      <p><a href="/api/parcels/${encodeURIComponent(parcel.code)}/map.pdf" target="_blank" rel="noopener"
        data-test="parcel-map-pdf">${t('parcel.map.pdf')}</a> ·
        <a href="#/register/${encodeURIComponent(parcel.code)}" data-test="parcel-register">${t('nav.register')}</a></p>
      ${this.boundary()}
      ${this.history()}
      ${attributes(parcel.attributes)}`;
  }

  /** As it was; nothing is done in the past. @param {any} parcel @param {any} places */
  past(parcel, places) {
    return html`
      <header class="panel-head">
        <p class="small quiet">${t('thing.parcel')}</p>
        <h2 class="code" data-test="parcel-code">${parcel.code}</h2>
        <p>${badge('status', parcel.status)} <b class="figures">${area(parcel.planeArea)}</b></p>
      </header>
      ${this.facts(parcel, places)}
      <p><a href="#/register/${encodeURIComponent(parcel.code)}">${t('nav.register')}</a></p>
      ${this.history()}`;
  }

  /** @param {any} parcel @param {any} places */
  facts(parcel, places) {
    return facts([
      [t('parcel.holder'), parcel.holder],
      [t('parcel.location'), parcel.location],
      [t('unitKind.SUB_FARM'), placeName(places, 'SUB_FARM', parcel.subFarm)],
      [t('unitKind.TOWN'), placeName(places, 'TOWN', parcel.town)],
      [t('unitKind.VILLAGE'), placeName(places, 'VILLAGE', parcel.village)],
      [t('parcel.landUse'), parcel.landUse ? landUse(parcel.landUse) : undefined],
      [t('parcel.rightNature'), parcel.rightNature],
      [t('parcel.planeArea'), html`<span class="figures" data-test="plane-area">${squareMetres(parcel.planeArea)}</span>
        <span class="quiet figures">${number(parcel.planeAreaHm2, 4)} hm²</span>`],
      [t('parcel.ellipsoidArea'), html`<span class="figures">${squareMetres(parcel.ellipsoidArea)}</span>`],
      [t('parcel.declaredArea'), parcel.declaredArea === undefined ? undefined
        : html`<span class="figures">${squareMetres(parcel.declaredArea)}</span>`],
      [t('parcel.crs'), parcel.crs],
      [t('parcel.accuracy'), parcel.accuracy === undefined ? t('parcel.accuracy.unknown')
        : t('parcel.accuracy.value', { metres: metres(parcel.accuracy, 3) })],
      [t('accuracy.correct'), accuracyButton('PARCEL', parcel.code, `/api/parcels/${encodeURIComponent(parcel.code)}`,
        () => this.reload())],
      [t('backing.title'), backing(parcel.backing)],
      [t('parcel.version'), `${parcel.version} · ${dateTime(parcel.validFrom)} · ${word('changeReason', parcel.reason)}`],
    ]);
  }

  boundary() {
    return html`
      <details @toggle=${(/** @type {Event} */ event) => opened(event) && this.points.value === undefined
        && this.points.run()} data-test="boundary-points">
        <summary>${t('parcel.boundary')}</summary>
        ${this.points.render((table) => html`
          <p class="small quiet">${t('parcel.boundary.note', { crs: table.crs, count: table.items.length })}</p>
          ${dataTable({ caption: t('parcel.boundary'), rows: table.items, columns: [
            { name: t('boundary.number'), cell: (point) => point.number },
            { name: t('boundary.north'), numeric: true, cell: (point) => fixed(point.north) },
            { name: t('boundary.east'), numeric: true, cell: (point) => fixed(point.east) },
            { name: t('boundary.distance'), numeric: true, cell: (point) => number(point.distanceToNext, 3) },
          ] })}`)}
      </details>`;
  }

  history() {
    return html`
      <details @toggle=${(/** @type {Event} */ event) => opened(event) && this.versions.value === undefined
        && this.versions.run()} data-test="parcel-versions">
        <summary>${t('parcel.versions')}</summary>
        ${this.versions.render((list) => html`
          <ol class="timeline">${list.items.map((/** @type {any} */ version) => html`
            <li><time datetime=${version.validFrom}>${dateTime(version.validFrom)}</time>
              ${t('parcel.versionOf', { version: version.version })} · ${word('changeReason', version.reason)}
              ${version.reasonSubject ? html`<span class="quiet">${version.reasonSubject}</span>` : nothing}
              <button type="button" class="link-button" @click=${() => this.tell('show-shape',
                { shapes: [{ geometry: version.geometry }], bounds: boundsOf(version.geometry) })}>
                ${t('action.showOnMap')}</button>
              <br><span class="figures quiet">${area(version.planeArea)}</span></li>`)}
          </ol>`)}
      </details>`;
  }
}
customElements.define('jieshi-parcel-panel', JieshiParcelPanel);

/** @param {Record<string, string> | undefined} given columns of the surveyor's file */
export const attributes = (given) => (given && Object.keys(given).length ? html`
  <details><summary>${t('parcel.attributes')}</summary>
    ${facts(Object.entries(given).map(([name, value]) => [name, value]))}</details>` : nothing);

/** Coordinates are read digit by digit: no separators. @param {number | string} value */
const fixed = (value) => Number(value).toFixed(3);

/** @param {Event} event */
const opened = (event) => /** @type {HTMLDetailsElement} */ (event.target).open;
