package org.jieshi.conflicts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jieshi.conflicts.Face.Claimant;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.springframework.stereotype.Component;

/**
 * Atomic faces (rules.md): all boundaries are noded into one arrangement of lines, its polygons are the faces, and a point
 * inside each tells which units cover it. Lines are only cut, never moved, save for the rounding of the cuts.
 */
@Component
class FaceOverlay {

  /** More would be a map of the county, and minutes. */
  static final int MOST_UNITS = 3_000;

  private final SpatialUnits units;

  FaceOverlay(SpatialUnits units) {
    this.units = units;
  }

  List<Face> within(Envelope window) {
    List<UnitVersion> meeting = comparable(window);
    if (meeting.isEmpty()) {
      return List.of();
    }
    // a face that reaches out of the window may be cut there by a unit that does not reach in
    Envelope around = new Envelope();
    meeting.forEach(unit -> around.expandToInclude(unit.degrees().getEnvelopeInternal()));
    return faces(comparable(around), meeting.get(0).srid()).stream()
        .filter(face -> face.degrees().getEnvelopeInternal().intersects(window)).toList();
  }

  private List<UnitVersion> comparable(Envelope window) {
    List<UnitVersion> found = units.currentWithin(window).stream()
        .filter(unit -> Track.compares(unit.ref().kind(), unit.facts())).toList();
    if (found.size() > MOST_UNITS) {
      throw Problem.of(ProblemCode.BAD_REQUEST,
          "There are more than %d units around that window: choose a smaller one.".formatted(MOST_UNITS),
          "该范围内的图形超过 %d 个，请缩小范围。".formatted(MOST_UNITS)).inField("bbox").asException();
    }
    return found;
  }

  private static List<Face> faces(List<UnitVersion> covering, int srid) {
    List<Geometry> inPlane = covering.stream().map(unit -> CoordinateSystems.inPlane(unit.boundary(), srid)).toList();
    Envelope all = new Envelope();
    inPlane.forEach(boundary -> all.expandToInclude(boundary.getEnvelopeInternal()));
    double east = Math.rint(all.getMinX());
    double north = Math.rint(all.getMinY());
    HPRtree tree = new HPRtree();
    List<Geometry> lines = new ArrayList<>();
    for (int i = 0; i < covering.size(); i++) {
      Geometry near = PlaneSets.moved(inPlane.get(i), -east, -north);
      lines.add(near.getBoundary());
      tree.insert(near.getEnvelopeInternal(), new Cover(claimant(covering.get(i)), new IndexedPointInAreaLocator(near)));
    }
    tree.build();
    List<Face> faces = new ArrayList<>();
    for (Polygon polygon : polygonized(lines)) {
      List<Claimant> coveredBy = coversOf(polygon, tree);
      if (polygon.getArea() >= Overlap.SMALLEST_AREA && !coveredBy.isEmpty()) {
        Geometry there = PlaneSets.moved(polygon, east, north);
        faces.add(new Face(Areas.planeAreaExact(polygon), 2 * polygon.getArea() / polygon.getLength(), coveredBy,
            CoordinateSystems.transformAcceptingBallpark(there, srid, CoordinateSystems.CGCS2000_DEGREES)));
      }
    }
    return faces;
  }

  @SuppressWarnings("unchecked")
  private static Collection<Polygon> polygonized(List<Geometry> lines) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(OverlayNGRobust.union(lines));
    return polygonizer.getPolygons();
  }

  private static Claimant claimant(UnitVersion unit) {
    return new Claimant(unit.ref(), unit.facts().party(), unit.facts().document());
  }

  private static List<Claimant> coversOf(Polygon face, HPRtree tree) {
    Coordinate inside = face.getInteriorPoint().getCoordinate();
    List<Claimant> covers = new ArrayList<>();
    for (Object candidate : tree.query(new Envelope(inside))) {
      Cover cover = (Cover) candidate;
      if (cover.area().locate(inside) == Location.INTERIOR) {
        covers.add(cover.claimant());
      }
    }
    covers.sort(Comparator.comparing(claimant -> claimant.unit().id()));
    return List.copyOf(covers);
  }

  private record Cover(Claimant claimant, IndexedPointInAreaLocator area) {
  }
}
