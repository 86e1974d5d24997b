import { html, nothing } from 'lit';
import { JieshiElement } from '../../components/element.js';
import { t, word } from '../../lib/i18n.js';
import { asProblem, sentence } from '../../lib/problem.js';
import { get } from '../../lib/request.js';

const PAUSE_MS = 250;

/**
 * Finds parcels and claims by code, holder, place or document, certificates by number, and places by name. Tells `found` {kind, id}.
 *
 * @typedef {{kind: string, id: string, name: string, note: string}} Result
 */
export class JieshiSearchBox extends JieshiElement {
  static properties = { results: { state: true }, text: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {Result[] | null} */
    this.results = null;
    this.text = '';
    this.problem = '';
    this.pause = 0;
    /** @type {AbortController | null} */
    this.running = null;
  }

  /** @param {string} text */
  typed(text) {
    this.text = text;
    clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.search(), PAUSE_MS);
  }

  async search() {
    clearTimeout(this.pause);
    this.running?.abort();
    const q = this.text.trim();
    if (q.length < 2) {
      this.results = null;
      return;
    }
    const running = new AbortController();
    this.running = running;
    try {
      const { loadPlaces } = await import('../parcels/places.js');
      const [places, parcels, claims, certificates] = await Promise.all([loadPlaces(),
        get('/api/parcels', { q, size: 8 }, running), get('/api/claims', { q, size: 5 }, running),
        get('/api/search/certificates', { q, size: 5 }, running)]);
      this.results = [...placesLike(places, q), ...parcels.items.map(parcelResult), ...claims.items.map(claimResult),
        ...certificates.items.map(certificateResult)];
      this.problem = '';
    } catch (error) {
      if (!running.signal.aborted) {
        this.problem = sentence(asProblem(error));
      }
    }
  }

  /** @param {Result} result */
  choose(result) {
    this.results = null;
    this.tell('found', result);
  }

  close() {
    this.results = null;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const buttons = [...this.querySelectorAll('.search-results button')];
    const at = buttons.indexOf(/** @type {Element} */ (event.target));
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      /** @type {HTMLElement | null} */ (next < 0 ? this.querySelector('input') : buttons[next])?.focus();
    } else if (event.key === 'Escape') {
      this.close();
    }
  }

  render() {
    return html`
      <form class="search" role="search" @keydown=${this.onKey} @focusout=${this.onFocusOut}
        @submit=${(/** @type {Event} */ event) => { event.preventDefault(); this.submit(); }}>
        <input type="search" aria-label=${t('search.name')} placeholder=${t('search.hint')} data-test="search"
          autocomplete="off" .value=${this.text}
          @input=${(/** @type {Event} */ event) => this.typed(/** @type {HTMLInputElement} */ (event.target).value)}>
        ${this.problem ? html`<p class="search-results" role="alert">${this.problem}</p>` : this.list()}
      </form>`;
  }

  /** @param {FocusEvent} event */
  onFocusOut(event) {
    if (!this.contains(/** @type {Node | null} */ (event.relatedTarget))) {
      this.close();
    }
  }

  async submit() {
    await this.search();
    if (this.results?.length) {
      this.choose(this.results[0]);
    }
  }

  list() {
    if (!this.results) {
      return nothing;
    }
    return html`
      <ul class="search-results" data-test="search-results">
        ${this.results.length === 0 ? html`<li class="empty">${t('search.nothing')}</li>` : nothing}
        ${this.results.map((result) => html`
          <li><button type="button" data-test="search-result" @click=${() => this.choose(result)}>
            <span class="small quiet">${t(`thing.${result.kind}`)}</span> <b>${result.name}</b>
            <span class="small quiet">${result.note}</span></button></li>`)}
      </ul>`;
  }
}
customElements.define('jieshi-search-box', JieshiSearchBox);

/**
 * @param {Map<string, import('../parcels/places.js').Place>} places
 * @param {string} q
 * @returns {Result[]}
 */
const placesLike = (places, q) => [...places.entries()].filter(([, place]) => place.name.includes(q)).slice(0, 5)
  .map(([id, place]) => ({ kind: 'place', id, name: place.name, note: word('unitKind', place.kind) }));

/** @param {any} parcel @returns {Result} */
const parcelResult = (parcel) => ({ kind: 'parcel', id: parcel.code, name: parcel.code,
  note: [word('status', parcel.status), parcel.location].filter(Boolean).join(' · ') });

/** Its land is shown. @param {any} certificate @returns {Result} */
const certificateResult = (certificate) => ({ kind: 'certificate', id: certificate.parcel, name: certificate.number,
  note: [word('certificateStatus', certificate.status), certificate.parcel].join(' · ') });

/** @param {any} claim @returns {Result} */
const claimResult = (claim) => ({ kind: 'claim', id: claim.code, name: claim.code, note: claim.claimant ?? '' });
