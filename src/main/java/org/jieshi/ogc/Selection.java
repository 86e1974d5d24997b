package org.jieshi.ogc;

import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a layer.
 *
 * @param district of the person asking, outside which nothing is seen; null: everywhere
 * @param box null: everywhere
 * @param time null: what stands now
 */
record Selection(Layer layer, @Nullable String district, Condition fields, @Nullable BoundingBox box, @Nullable TimeRange time) {}
