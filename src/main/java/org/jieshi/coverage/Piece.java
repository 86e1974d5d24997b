package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.List;
import org.jieshi.conflicts.PlaneSets;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.shared.AreaUnits;
import org.locationtech.jts.geom.Geometry;

/** Land and the figure that stands for it, m². */
record Piece(Geometry land, BigDecimal area) {

  static Piece none(Geometry of) {
    return new Piece(of.getFactory().createPolygon(), BigDecimal.ZERO);
  }

  /** The part under at least one of the polygons, every square metre once. */
  Piece under(List<Geometry> polygons) {
    if (polygons.isEmpty() || land.isEmpty()) {
      return none(land);
    }
    List<Geometry> here = polygons.stream().map(polygon -> CoordinateSystems.inPlane(polygon, land.getSRID())).toList();
    Geometry part = PlaneSets.intersection(land, PlaneSets.union(here));
    return new Piece(part, part.isEmpty() ? BigDecimal.ZERO
        : AreaUnits.squareMetres(Areas.planeAreaExact(part)).min(area));
  }

  Piece without(Piece part) {
    return part.area().signum() == 0 ? this
        : new Piece(PlaneSets.difference(land, part.land()), area.subtract(part.area()));
  }
}
