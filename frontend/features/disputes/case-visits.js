import { html, nothing } from 'lit';
import '../../components/mini-map.js';
import { askForm } from '../../components/form-dialog.js';
import { done } from '../../components/toast.js';
import { t, word } from '../../lib/i18n.js';
import { names } from '../../lib/names.js';
import { post } from '../../lib/request.js';
import { formOf } from './case-evidence.js';

/**
 * Visits to the land, with photos and where they were taken.
 *
 * @param {any} dispute
 * @param {any} contents
 * @param {any[]} shapes the land in dispute
 * @param {(() => void) | null} reload null for those who may not write
 */
export function visits(dispute, contents, shapes, reload) {
  const photos = contents.visits.flatMap((/** @type {any} */ visit) => visit.photos)
    .filter((/** @type {any} */ photo) => photo.lon !== undefined);
  return html`
    <div class="card-head"><h3>${t('case.visits')}</h3>
      ${reload ? html`<button type="button" class="button" data-test="visit-add"
        @click=${() => addVisit(dispute, reload)}>${t('case.visit.add')}</button>` : nothing}</div>
    ${photos.length ? html`<jieshi-mini-map class="medium-map" .shapes=${[...shapes, ...photos.map(
      (/** @type {any} */ photo) => ({ geometry: { type: 'Point', coordinates: [photo.lon, photo.lat] } }))]}>
      </jieshi-mini-map>` : nothing}
    ${contents.visits.length === 0 ? html`<p class="empty">${t('case.visits.none')}</p>` : contents.visits.map(
      (/** @type {any} */ visit) => html`
      <section class="visit" data-test="visit">
        <h4>${visit.number}. ${visit.place} · ${visit.on}</h4>
        <p class="quiet">${visit.people.join('、')}</p>
        <p class="lines">${visit.findings}</p>
        <div class="photos">${visit.photos.map((/** @type {any} */ photo) => html`
          <figure><a download href=${address(dispute, photo)}><img src=${address(dispute, photo)} loading="lazy"
              alt=${photo.caption ?? photo.fileName}></a>
            <figcaption>${photo.caption ?? photo.fileName}
              <span class="quiet small">${photo.positioned ? `${photo.lon.toFixed(6)}°, ${photo.lat.toFixed(6)}° · ${
                word('positioned', photo.positioned)}` : t('case.photo.nowhere')} ${photo.takenAt ?? ''}</span>
            </figcaption></figure>`)}</div>
        ${reload ? html`<button type="button" class="link-button" data-test="photo-add"
          @click=${() => addPhoto(dispute, visit, reload)}>${t('case.photo.add')}</button>` : nothing}
      </section>`)}`;
}

/** @param {any} dispute @param {any} photo */
const address = (dispute, photo) => `/api/disputes/${encodeURIComponent(dispute.id)}/photos/${photo.id}/file`;

/** @param {any} dispute @param {() => void} reload */
async function addVisit(dispute, reload) {
  const entered = await askForm({
    title: t('case.visit.add'),
    fields: [
      { name: 'place', label: t('case.place'), required: true },
      { name: 'people', label: t('case.people'), required: true, hint: t('form.list.hint') },
      { name: 'findings', label: t('case.findings'), type: 'textarea', required: true },
      { name: 'on', label: t('case.on'), type: 'date', hint: t('case.on.hint') },
    ],
    submit: t('action.save'),
    action: (values) => post(`/api/disputes/${encodeURIComponent(dispute.id)}/visits`,
      { ...values, people: names(values.people) }),
  });
  finish(entered, reload);
}

/** @param {any} dispute @param {any} visit @param {() => void} reload */
async function addPhoto(dispute, visit, reload) {
  const entered = await askForm({
    title: t('case.photo.add'),
    text: t('case.photo.hint'),
    fields: [
      { name: 'file', label: t('case.evidence.file'), type: 'file', required: true, hint: t('case.file.hint') },
      { name: 'caption', label: t('case.photo.caption') },
      { name: 'lon', label: t('case.photo.lon'), type: 'number' },
      { name: 'lat', label: t('case.photo.lat'), type: 'number' },
    ],
    submit: t('action.save'),
    action: (values) => post(`/api/disputes/${encodeURIComponent(dispute.id)}/visits/${visit.number}/photos`, undefined,
      { form: formOf(values) }),
  });
  finish(entered, reload);
}

/** @param {unknown} entered @param {() => void} reload */
function finish(entered, reload) {
  if (entered) {
    done(t('case.entered'));
    reload();
  }
}
