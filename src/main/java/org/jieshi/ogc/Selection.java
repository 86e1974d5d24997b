package org.jieshi.ogc;

import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a layer.
 *
 * @param box null: everywhere
 * @param time null: what stands now
 */
record Selection(Layer layer, Condition fields, @Nullable BoundingBox box, @Nullable TimeRange time) {}
