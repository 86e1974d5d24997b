/**
 * Whose land is where: the farm's sub-farms, towns and villages; parcels, village claims and evidence layers with their
 * versions (LADM: LA_SpatialUnit).
 *
 * <p>Invariants:
 * <ul>
 *   <li>{@code boundary} is the legal geometry: the plane coordinates as surveyed, byte for byte. {@code boundary_4490} and
 *       {@code bounds} are derived from it, for search and display only.
 *   <li>A version is never edited. A change closes the version in force and opens the next; what was believed at any
 *       moment stays readable.
 *   <li>A certified parcel keeps its boundary until its certificate is cancelled; a retired number never comes back.
 *   <li>Every change publishes {@link org.jieshi.parcels.UnitsChanged} inside its transaction: what follows from the
 *       land, overlaps first of all, is never out of step with it.
 * </ul>
 *
 * <p>Start with {@link org.jieshi.parcels.SpatialUnits} and {@link org.jieshi.parcels.AdministrativeUnits}. Uses
 * {@code geometry}, {@code store}, {@code audit}, {@code identity}, {@code shared}.
 */
@NullMarked
package org.jieshi.parcels;

import org.jspecify.annotations.NullMarked;
