package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.hprtree.HPRtree;

/** A ring with its place among the others. */
final class NestedRing {

  private final LinearRing ring;
  private final Envelope envelope;
  private final double signedArea;
  private final List<NestedRing> holes = new ArrayList<>();
  private int rank;
  private boolean shell = true;
  private @Nullable IndexedPointInAreaLocator locator;

  private NestedRing(LinearRing ring) {
    this.ring = ring;
    this.envelope = ring.getEnvelopeInternal();
    this.signedArea = Area.ofRingSigned(ring.getCoordinateSequence());
  }

  /**
   * Outer rings carry their holes; the input order is kept. A container is always larger than its content, so that
   * rings of equal area (the same ring drawn twice) do not contain each other in a circle.
   */
  static List<NestedRing> nest(List<LinearRing> rings) {
    List<NestedRing> inOrder = rings.stream().map(NestedRing::new).toList();
    List<NestedRing> largestFirst = new ArrayList<>(inOrder);
    largestFirst.sort(Comparator.comparingDouble(NestedRing::area).reversed());
    HPRtree index = new HPRtree();
    for (int i = 0; i < largestFirst.size(); i++) {
      largestFirst.get(i).rank = i;
      index.insert(largestFirst.get(i).envelope, largestFirst.get(i));
    }
    for (NestedRing ring : largestFirst) {
      ring.findPlace(index);
    }
    return inOrder;
  }

  private void findPlace(HPRtree index) {
    List<NestedRing> containers = new ArrayList<>();
    for (Object candidate : index.query(envelope)) {
      NestedRing other = (NestedRing) candidate;
      if (other.rank < rank && other.envelope.covers(envelope) && other.contains(this)) {
        containers.add(other);
      }
    }
    if (containers.size() % 2 == 1) {
      containers.stream().filter(NestedRing::isShell).max(Comparator.comparingInt(c -> c.rank)).ifPresent(container -> {
        shell = false;
        container.holes.add(this);
      });
    }
  }

  /**
   * For rings that do not cross one point off the boundary decides, a vertex or, where all of them touch, one inside. Rings
   * that do cross come out one way or the other and are caught by rule G1.
   */
  private boolean contains(NestedRing inner) {
    for (Coordinate point : inner.ring.getCoordinates()) {
      int location = locate(point);
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    Coordinate inside = ring.getFactory().createPolygon(inner.ring).getInteriorPoint().getCoordinate();
    return inside != null && locate(inside) == Location.INTERIOR;
  }

  private int locate(Coordinate point) {
    if (locator == null) {
      locator = new IndexedPointInAreaLocator(ring);
    }
    return locator.locate(point);
  }

  boolean isShell() {
    return shell;
  }

  List<NestedRing> holes() {
    return holes;
  }

  /** JTS' signed area of a ring is positive when it runs clockwise. */
  boolean isClockwise() {
    return signedArea > 0;
  }

  double area() {
    return Math.abs(signedArea);
  }

  Coordinate first() {
    return ring.getCoordinateN(0);
  }

  LinearRing clockwise() {
    return isClockwise() ? ring : ring.reverse();
  }

  LinearRing counterClockwise() {
    return isClockwise() ? ring.reverse() : ring;
  }
}
