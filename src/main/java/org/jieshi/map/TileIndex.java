package org.jieshi.map;

import org.jspecify.annotations.Nullable;

/**
 * What there is to be seen.
 *
 * @param version of the register
 * @param bounds west, south, east, north of the sub-farms and the parcels, CGCS2000 degrees; null without any
 */
record TileIndex(long version, double @Nullable [] bounds) {
}
