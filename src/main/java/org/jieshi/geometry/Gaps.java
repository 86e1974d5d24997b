package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Rule C6: gaps between neighbouring parcels. A gap is a hole of all parcels taken together, less the parcels that lie
 * inside it, no wider on average than a limit.
 *
 * <p>The parcels may overlap or miss each other by any amount: they are united by the overlay, not as a coverage, whose
 * union is wrong and whose validator misses narrow gaps once coverages are not clean. Widths are measured; no buffer
 * is involved, in which narrow land would vanish. What this leaves out: a strip that is open at an end, and a narrow arm
 * of a wide hole, are not enclosed gaps; a hole of one parcel alone is no gap between neighbours but land of others
 * inside it (rule C9).
 */
public final class Gaps {

  /** Rule C6: enclosed land wider than this is meant to be left out, metres. */
  public static final double WIDEST = 2;

  /** Coordinates are written to the millimetre: what is narrower is left over from rounding, metres. */
  private static final double NARROWEST = 0.001;
  /** How near to the middle of a gap's edge the parcel runs that the edge comes from, metres. */
  private static final double ALONG = 1e-4;

  private Gaps() {}

  /**
   * The gaps between parcels, the largest first.
   *
   * @param parcels valid polygonal geometries of one plane system, in any state towards each other
   * @param widest metres, mean width up to which enclosed land is a gap
   * @throws GeometryRefusal {@code SYSTEMS_DIFFER} for more than one SRID, {@code NOT_POLYGONAL}
   */
  public static List<Gap> between(List<? extends Geometry> parcels, double widest) {
    if (parcels.size() < 2) {
      return List.of();
    }
    requireOnePlane(parcels);
    Envelope all = new Envelope();
    parcels.forEach(parcel -> all.expandToInclude(parcel.getEnvelopeInternal()));
    LocalFrame frame = LocalFrame.around(all);
    List<Geometry> local = parcels.stream().map(frame::local).toList();
    HPRtree tree = new HPRtree();
    for (int i = 0; i < local.size(); i++) {
      tree.insert(local.get(i).getEnvelopeInternal(), i);
    }
    List<Gap> gaps = new ArrayList<>();
    for (Polygon open : openLand(OverlayNGRobust.union(local))) {
      double meanWidth = 2 * open.getArea() / open.getLength();
      if (meanWidth < NARROWEST || meanWidth > widest) {
        continue;
      }
      List<Integer> enclosedBy = along(open, local, tree);
      if (enclosedBy.size() > 1 && frame.back(open, parcels.get(0).getSRID()) instanceof Polygon there) {
        double maxWidth = 2 * InscribedCircle.radius(open, Math.max(0.0025, meanWidth / 2000));
        gaps.add(new Gap(there, Areas.planeAreaExact(open), meanWidth, maxWidth, enclosedBy));
      }
    }
    gaps.sort(Comparator.comparingDouble(Gap::area).reversed());
    return gaps;
  }

  /** The holes of united land, without the land that lies inside them. */
  private static List<Polygon> openLand(Geometry united) {
    List<Polygon> parts = Polygons.of(united);
    HPRtree tree = new HPRtree();
    parts.forEach(part -> tree.insert(part.getEnvelopeInternal(), part));
    List<Polygon> open = new ArrayList<>();
    for (Polygon part : parts) {
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        Geometry hole = polygon(part.getInteriorRingN(i));
        Envelope bounds = hole.getEnvelopeInternal();
        for (Object other : tree.query(bounds)) {
          Polygon island = (Polygon) other;
          if (island != part && bounds.contains(island.getEnvelopeInternal())) {
            hole = OverlayNGRobust.overlay(hole, island, OverlayNG.DIFFERENCE);
          }
        }
        for (int p = 0; p < hole.getNumGeometries(); p++) {
          if (hole.getGeometryN(p) instanceof Polygon piece && !piece.isEmpty()) {
            open.add(piece);
          }
        }
      }
    }
    return open;
  }

  private static Polygon polygon(LinearRing ring) {
    GeometryFactory factory = ring.getFactory();
    return factory.createPolygon(factory.createLinearRing(ring.getCoordinateSequence().copy()));
  }

  /** Every edge of a gap is a piece of the parcels' own edges: whoever runs past its middle is along it. */
  private static List<Integer> along(Polygon gap, List<Geometry> parcels, HPRtree tree) {
    TreeSet<Integer> found = new TreeSet<>();
    for (LinearRing ring : Polygons.rings(gap)) {
      for (int i = 1; i < ring.getNumPoints(); i++) {
        Coordinate from = ring.getCoordinateN(i - 1);
        Coordinate to = ring.getCoordinateN(i);
        Point middle = gap.getFactory().createPoint(new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2));
        Envelope near = middle.getEnvelopeInternal();
        near.expandBy(ALONG);
        for (Object candidate : tree.query(near)) {
          if (!found.contains((Integer) candidate)
              && parcels.get((Integer) candidate).isWithinDistance(middle, ALONG)) {
            found.add((Integer) candidate);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  static void requireOnePlane(List<? extends Geometry> parcels) {
    int srid = parcels.get(0).getSRID();
    if (CoordinateSystems.isGeographic(srid)) {
      CoordinateSystems.bySrid(srid);
    }
    for (Geometry parcel : parcels) {
      Polygons.of(parcel);
      if (parcel.getSRID() != srid) {
        throw new GeometryRefusal(Reason.SYSTEMS_DIFFER,
            "Neighbours are compared in one plane system, not EPSG:%d with EPSG:%d; transform one first."
                .formatted(srid, parcel.getSRID()),
            "相邻宗地须在同一平面坐标系中比较，不能将 EPSG:%d 与 EPSG:%d 直接比较，请先转换其中之一。"
                .formatted(srid, parcel.getSRID()));
      }
    }
  }
}
