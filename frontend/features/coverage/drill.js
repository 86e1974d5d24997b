import { html } from 'lit';
import { hashOf } from '../../lib/route.js';

/** How land in no group is asked for. */
export const NOWHERE = '-';

/**
 * Where the parcels behind a figure are listed.
 *
 * @param {{by: string, asOf?: string}} shown what the page shows
 * @param {string | null} group code of the group; empty: land in none; null: all land
 * @param {string} band name of the figure
 */
export const drillHash = ({ by, asOf }, group, band) =>
  hashOf(['coverage'], { by, asOf, group: group === '' ? NOWHERE : group, band });

/**
 * A figure that leads to its parcels; where it is nothing it leads nowhere.
 *
 * @param {{by: string, asOf?: string}} shown
 * @param {string | null} group
 * @param {string} band
 * @param {number} area m²
 * @param {unknown} said the figure as it is printed
 */
export const drillLink = (shown, group, band, area, said) => (Number(area) === 0 ? said
  : html`<a class="drill" href=${drillHash(shown, group, band)} data-test="drill-${band}">${said}</a>`);
