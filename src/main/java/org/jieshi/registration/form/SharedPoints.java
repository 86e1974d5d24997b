package org.jieshi.registration.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.investigation.BoundaryTableCheck;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import org.springframework.stereotype.Component;

/**
 * Which boundary points are one physical point with a neighbour's (domain sheet §5): those of both parcels within what
 * the two surveys allow, 2·√(m₁² + m₂²), the nearest of each. The physical point is named after the parcel that comes
 * first by its code, so that both neighbours name it alike.
 */
@Component
public class SharedPoints {

  /** Degrees around the parcel in which neighbours are looked for, about 10 m. */
  private static final double AROUND = 1e-4;

  private final SpatialUnits units;

  SharedPoints(SpatialUnits units) {
    this.units = units;
  }

  /**
   * A neighbour's point at the same place.
   *
   * @param gap m between the two as surveyed
   */
  public record Shared(String parcel, String number, double gap) {
  }

  /** By the number of the parcel's own point, as {@link BoundaryPoints} counts them; points of its own alone are left out. */
  public Map<String, List<Shared>> of(UnitVersion parcel) {
    Map<String, List<Shared>> shared = new TreeMap<>();
    Double own = parcel.accuracy();
    if (own == null) {
      return shared;
    }
    List<BoundaryPoint> points = BoundaryPoints.of(parcel.boundary());
    Envelope window = parcel.degrees().getEnvelopeInternal().copy();
    window.expandBy(AROUND);
    for (UnitVersion other : units.currentWithin(window, UnitKind.PARCEL)) {
      Double accuracy = other.accuracy();
      if (other.ref().id() != parcel.ref().id() && accuracy != null) {
        match(points, other, parcel.srid(), Accuracy.allowedMismatch(own, accuracy), shared);
      }
    }
    shared.values().forEach(each -> each.sort(Comparator.comparing(Shared::parcel)));
    return shared;
  }

  /** One name for the physical point, the same whichever neighbour asks. */
  public static String physical(String parcel, String number, List<Shared> shared) {
    return shared.stream().filter(other -> other.parcel().compareTo(parcel) < 0).findFirst()
        .map(other -> other.parcel() + "/" + other.number()).orElse(parcel + "/" + number);
  }

  private static void match(List<BoundaryPoint> points, UnitVersion other, int srid, double allowed,
      Map<String, List<Shared>> shared) {
    Geometry boundary = CoordinateSystems.inPlane(other.boundary(), srid);
    KdTree tree = new KdTree();
    List<BoundaryPoint> theirs = BoundaryPoints.of(boundary);
    String prefix = BoundaryTableCheck.method(null, other.accuracy()).prefix();
    theirs.forEach(point -> tree.insert(place(point), prefix + point.number().substring(1)));
    for (BoundaryPoint point : points) {
      Coordinate place = place(point);
      Envelope near = new Envelope(place);
      near.expandBy(allowed);
      List<KdNode> found = new ArrayList<>();
      tree.query(near, node -> found.add((KdNode) node));
      found.stream().filter(node -> node.getCoordinate().distance(place) <= allowed)
          .min(Comparator.comparingDouble(node -> node.getCoordinate().distance(place)))
          .ifPresent(node -> shared.computeIfAbsent(point.number(), number -> new ArrayList<>())
              .add(new Shared(other.ref().code(), (String) node.getData(), millimetres(node, place))));
    }
  }

  private static double millimetres(KdNode node, Coordinate place) {
    return Math.round(node.getCoordinate().distance(place) * 1000) / 1000.0;
  }

  private static Coordinate place(BoundaryPoint point) {
    return new Coordinate(point.east().doubleValue(), point.north().doubleValue());
  }
}
