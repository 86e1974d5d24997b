package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.parcels.BoundaryMark;
import org.jieshi.shared.Bilingual;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Rule C10: boundary points and vertices are one to one. Only of parcels that came with points at all; a table that is
 * missing as a whole is another question.
 */
final class MarkChecks {

  private MarkChecks() {}

  /**
   * @param limit metres that point and vertex may lie apart: the limit of the survey's class, twice its RMSE
   * @param points of this parcel
   */
  static List<Finding> check(int record, Geometry boundary, List<BoundaryMark> points, double limit) {
    List<Coordinate> vertices = vertices(boundary);
    Map<Integer, Integer> takenBy = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (BoundaryMark point : points) {
      Coordinate place = point.shape().getCoordinate();
      int nearest = nearest(place, vertices);
      String number = point.number() == null ? "?" : point.number();
      if (nearest < 0 || vertices.get(nearest).distance(place) > limit) {
        findings.add(Finding.ofRecord("C10", Severity.WARN, record, new Bilingual(
            "Record %s: boundary point %s lies at no vertex of the boundary (limit %.3f m); check point or boundary.",
            "第 %s 条记录：界址点 %s 不在任何界线拐点上（限差 %.3f 米），请核对。").formatted(record, number, limit)).at(place));
      } else if (takenBy.merge(nearest, 1, Integer::sum) == 2) {
        findings.add(Finding.ofRecord("C10", Severity.WARN, record, new Bilingual(
            "Record %s: two boundary points stand at one vertex, %s among them; keep one.",
            "第 %s 条记录：同一拐点上有两个界址点（其一为 %s），请保留一个。").formatted(record, number)).at(place));
      }
    }
    int without = vertices.size() - takenBy.size();
    if (without > 0) {
      Coordinate first = vertices.get(firstWithout(vertices.size(), takenBy));
      findings.add(Finding.ofRecord("C10", Severity.WARN, record, new Bilingual(
          "Record %s: %s of %s vertices have no boundary point; the first is marked.",
          "第 %s 条记录：%3$s 个拐点中有 %2$s 个没有界址点，首个已标出。").formatted(record, without, vertices.size())).at(first));
    }
    return findings;
  }

  private static int firstWithout(int vertices, Map<Integer, Integer> takenBy) {
    int vertex = 0;
    while (vertex < vertices && takenBy.containsKey(vertex)) {
      vertex++;
    }
    return vertex;
  }

  private static int nearest(Coordinate place, List<Coordinate> vertices) {
    int nearest = -1;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < vertices.size(); i++) {
      double distance = vertices.get(i).distance(place);
      if (distance < best) {
        best = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Each vertex once: rings don't repeat their first, and what is drawn twice is one point. */
  private static List<Coordinate> vertices(Geometry boundary) {
    List<Coordinate> vertices = new ArrayList<>();
    for (int part = 0; part < boundary.getNumGeometries(); part++) {
      Polygon polygon = (Polygon) boundary.getGeometryN(part);
      add(polygon.getExteriorRing(), vertices);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        add(polygon.getInteriorRingN(i), vertices);
      }
    }
    return vertices;
  }

  private static void add(LinearRing ring, List<Coordinate> vertices) {
    Coordinate before = null;
    for (int i = 0; i < ring.getNumPoints() - 1; i++) {
      Coordinate vertex = ring.getCoordinateN(i);
      if (before == null || !before.equals2D(vertex)) {
        vertices.add(vertex);
      }
      before = vertex;
    }
  }
}
