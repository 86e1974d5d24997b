package org.jieshi.parcels;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds the administrative units in which boundaries mostly lie, as they were when the locator was made. */
public final class Locator {

  private final Map<AdministrativeKind, HPRtree> units = new EnumMap<>(AdministrativeKind.class);

  Locator(List<AdministrativeUnit> all) {
    for (AdministrativeKind kind : AdministrativeKind.values()) {
      HPRtree tree = new HPRtree();
      all.stream().filter(unit -> unit.kind() == kind)
          .forEach(unit -> tree.insert(unit.degrees().getEnvelopeInternal(), new Candidate(unit)));
      tree.build();
      units.put(kind, tree);
    }
  }

  /**
   * @param boundary plane coordinates, carrying their SRID
   * @param degrees the same in CGCS2000 degrees
   */
  public Place locate(Geometry boundary, Geometry degrees) {
    return new Place(find(AdministrativeKind.SUB_FARM, boundary, degrees),
        find(AdministrativeKind.TOWN, boundary, degrees), find(AdministrativeKind.VILLAGE, boundary, degrees));
  }

  private @Nullable String find(AdministrativeKind kind, Geometry boundary, Geometry degrees) {
    @SuppressWarnings("unchecked")
    List<Candidate> candidates = units.get(kind).query(degrees.getEnvelopeInternal());
    String best = null;
    double largest = 0;
    for (Candidate candidate : candidates) {
      if (candidate.prepared.covers(degrees)) {
        return candidate.unit.code();
      }
      double area = candidate.overlapWith(boundary, degrees);
      if (area > largest) {
        largest = area;
        best = candidate.unit.code();
      }
    }
    return best;
  }

  private record Candidate(AdministrativeUnit unit, PreparedGeometry prepared) {

    Candidate(AdministrativeUnit unit) {
      this(unit, PreparedGeometryFactory.prepare(unit.degrees()));
    }

    /** m² in the plane of the boundary: areas are never taken from degrees. */
    double overlapWith(Geometry boundary, Geometry degrees) {
      if (!prepared.intersects(degrees)) {
        return 0;
      }
      Geometry inPlane = unit.srid() == boundary.getSRID() ? unit.boundary() : CoordinateSystems
          .transformAcceptingBallpark(unit.degrees(), CoordinateSystems.CGCS2000_DEGREES, boundary.getSRID());
      return Overlap.between(boundary, inPlane).map(Overlap::area).orElse(0.0);
    }
  }
}
