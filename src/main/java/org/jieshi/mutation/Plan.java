package org.jieshi.mutation;

import java.util.List;
import org.jieshi.geometry.Conservation;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What a change would bring, and what stands in its way.
 *
 * @param shapes of the new parcels, plane coordinates with their SRID; none for a retirement
 * @param conserved rule A2; null for a retirement, or where the shapes cannot be compared
 * @param obstacles none if it may be carried out
 */
record Plan(MutationKind kind, List<UnitVersion> parents, List<Geometry> shapes, @Nullable Conservation conserved,
    List<Bilingual> obstacles) {

  boolean free() {
    return obstacles.isEmpty();
  }
}
