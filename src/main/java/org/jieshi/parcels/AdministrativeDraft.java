package org.jieshi.parcels;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A town, village or sub-farm as it is imported.
 *
 * @param parentCode the town of a village
 * @param boundary valid polygonal geometry in the plane of {@code srid}, metres
 */
public record AdministrativeDraft(String code, String name, @Nullable String parentCode, Geometry boundary, int srid,
    @Nullable Long importId) {
}
