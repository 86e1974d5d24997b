package org.jieshi.ingest.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Makes a polygon of the rings of a record, or tells the ring that stands in the way. */
final class RingAssembly {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int FEWEST_POINTS = 4;

  private RingAssembly() {}

  static @Nullable Geometry assemble(int record, List<CoordinateSequence> sequences, List<Finding> findings) {
    List<LinearRing> rings = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      CoordinateSequence ring = sequences.get(i);
      if (!isClosed(ring)) {
        findings.add(fault(record, i, "isn't closed; its last point has to be its first", "没有闭合，末点应与首点相同", ring));
        return null;
      }
      if (ring.size() < FEWEST_POINTS) {
        findings.add(fault(record, i, "has fewer than three corners; draw or remove it", "少于三个角点，请重绘或删除", ring));
        return null;
      }
      rings.add(FACTORY.createLinearRing(ring));
    }
    return RingNesting.nest(rings);
  }

  private static boolean isClosed(CoordinateSequence ring) {
    int last = ring.size() - 1;
    return ring.getX(0) == ring.getX(last) && ring.getY(0) == ring.getY(last);
  }

  private static Finding fault(int record, int index, String en, String zh, CoordinateSequence ring) {
    Bilingual sentence = new Bilingual("Ring %2$s of record %1$s " + en + ".", "第 %1$s 条记录的第 %2$s 个环" + zh + "。")
        .formatted(record, index + 1);
    return Finding.ofRecord("G1", Severity.BLOCK, record, sentence).at(ring.getCoordinate(0));
  }
}
