package org.jieshi.conflicts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jieshi.conflicts.Face.Claimant;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.parcels.UnitVersion;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Atomic faces (rules.md): all boundaries are noded into one arrangement of lines, its polygons are the faces, and a point
 * inside each tells which units cover it. Lines are only cut, never moved, save for the rounding of the cuts.
 */
final class FaceArrangement {

  private FaceArrangement() {
  }

  /**
   * The faces that reach into a window.
   *
   * @param covering parcels, claims and evidence, whatever the system of each; everything that may cut one of the faces
   * @param srid the plane system in which they are drawn and measured
   * @param window degrees
   */
  static List<Face> of(List<UnitVersion> covering, int srid, Envelope window) {
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
    return faces.stream().filter(face -> face.degrees().getEnvelopeInternal().intersects(window)).toList();
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
