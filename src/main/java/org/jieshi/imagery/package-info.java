/**
 * Orthophotos 正射影像: GeoTIFF files that the administrator registers, shown under parcel maps.
 *
 * <p>They are pictures, never evidence: no coordinate and no area is taken from them, and every map can be printed without.
 * A picture in another datum is not shown rather than shown in the wrong place. Files lie in {@code orthophotos/} of the data
 * directory under their SHA-256; the register of them is in the database. GeoTools' GeoTIFF reader is used through
 * {@link org.jieshi.imagery.Orthophotos} only. Uses {@code geometry}.
 */
@NullMarked
package org.jieshi.imagery;

import org.jspecify.annotations.NullMarked;
