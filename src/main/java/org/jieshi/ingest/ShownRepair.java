package org.jieshi.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A repair as it is shown.
 *
 * @param areaDrawn m², as {@code areaRepaired} and {@code difference}
 * @param share the difference as a share of what was drawn, 0–1
 * @param drawn CGCS2000 degrees, as {@code repaired}; null where it can't be shown on the map
 * @param acceptedBy null while nobody has
 */
public record ShownRepair(int record, String rule, BigDecimal areaDrawn, BigDecimal areaRepaired, BigDecimal difference,
    BigDecimal share, @Nullable Geometry drawn, @Nullable Geometry repaired, @Nullable String acceptedBy,
    @Nullable Instant acceptedAt) {}
