package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/** Every point where edges of the rings cross, and one point per pair of rings that run along each other. */
final class EdgeCrossings implements SegmentIntersector {

  private final LineIntersector lines = new RobustLineIntersector();
  private final List<Coordinate> found = new ArrayList<>();
  private final Set<String> alongEachOther = new HashSet<>();

  static List<Coordinate> of(List<LinearRing> rings) {
    List<SegmentString> strings = new ArrayList<>();
    for (int i = 0; i < rings.size(); i++) {
      strings.add(new BasicSegmentString(rings.get(i).getCoordinates(), i));
    }
    EdgeCrossings crossings = new EdgeCrossings();
    new MCIndexNoder(crossings).computeNodes(strings);
    return crossings.found;
  }

  @Override
  public void processIntersections(SegmentString one, int i, SegmentString other, int j) {
    if (one == other && i == j) {
      return;
    }
    lines.computeIntersection(
        one.getCoordinate(i), one.getCoordinate(i + 1), other.getCoordinate(j), other.getCoordinate(j + 1));
    if (lines.isProper()) {
      found.add(lines.getIntersection(0).copy());
    } else if (lines.getIntersectionNum() == 2 && alongEachOther.add(pair(one, other))) {
      found.add(lines.getIntersection(0).copy());
    }
  }

  @Override
  public boolean isDone() {
    return false;
  }

  private static String pair(SegmentString one, SegmentString other) {
    int a = (Integer) one.getData();
    int b = (Integer) other.getData();
    return Math.min(a, b) + " " + Math.max(a, b);
  }
}
