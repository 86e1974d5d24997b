package org.jieshi.huashan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** JTS overlays in a fixed order: what comes out of a hash set is normalised and sorted, so every run is the same. */
final class Overlay {

  private static final PrecisionModel MILLIMETRE = new PrecisionModel(1000);

  private Overlay() {}

  /** The faces between lines. */
  static List<Polygon> faces(Collection<? extends Geometry> lines) {
    return polygonize(OverlayNGRobust.union(Curves.FACTORY.buildGeometry(lines)));
  }

  /** The faces between lines, every crossing snapped to a whole millimetre: the resolution of the files. */
  static List<Polygon> facesInMillimetres(Collection<? extends Geometry> lines) {
    return polygonize(UnaryUnionNG.union(Curves.FACTORY.buildGeometry(lines), MILLIMETRE));
  }

  private static List<Polygon> polygonize(Geometry noded) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(noded);
    return polygons(polygonizer.getGeometry());
  }

  static Geometry minus(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE);
  }

  static Geometry common(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
  }

  static Geometry union(Collection<? extends Geometry> parts) {
    return OverlayNGRobust.union(Curves.FACTORY.buildGeometry(parts));
  }

  /** The union of faces that share their vertices: no vertex moves, none is added. */
  static Geometry dissolve(Collection<? extends Geometry> faces) {
    return CoverageUnion.union(faces.toArray(Geometry[]::new)).norm();
  }

  static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object each : PolygonExtracter.getPolygons(geometry)) {
      polygons.add((Polygon) ((Polygon) each).norm());
    }
    polygons.sort(null);
    return polygons;
  }
}
