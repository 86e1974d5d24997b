/**
 * The land as pictures: vector tiles for the browser's map.
 *
 * <h2>What holds</h2>
 * <ul>
 *   <li>Reads only, and only for display: CGCS2000 degrees are taken for WGS 84 (they differ by less than a map can show),
 *       boundaries are clipped and thinned to what a screen can tell apart. No figure and no decision comes from here.
 *   <li>Each request asks for the number of the newest audit entry, and takes out of the cache what the entries since
 *       then have touched: no change goes without an entry, and entries are in the order of the commits, so that no tile
 *       is out of date whichever server of several made the change. Tiles elsewhere stay.
 *   <li>Whatever does not fit in memory is drawn again; nothing lives only in the cache.
 * </ul>
 *
 * <h2>Where to start reading</h2>
 * {@link org.jieshi.map.TileController}, then {@link org.jieshi.map.Tiles}.
 *
 * <p>May use: {@code shared}, {@code store}; reads the tables of {@code parcels}, {@code conflicts} and
 * {@code certificates}.
 */
@NullMarked
package org.jieshi.map;

import org.jspecify.annotations.NullMarked;
