package org.jieshi.ingest.points;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieshi.ingest.source.Decimals;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.RingBuilder;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/** The points of one parcel while its rows are read. */
final class CsvPoints {

  private record Point(double x, double y, @Nullable BigDecimal order) {}

  private final int record;
  private final Map<String, List<Point>> rings = new LinkedHashMap<>();
  private @Nullable Bilingual fault;

  CsvPoints(int record) {
    this.record = record;
  }

  /** @param ordered whether the table has a column for the order at all */
  void add(String ring, String order, boolean ordered, double x, double y, long line) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      fault("Record %s: line %s holds no coordinates; fill x and y with numbers.",
          "第 %s 条记录：第 %s 行没有坐标，请填写数值。", line);
      return;
    }
    BigDecimal place = null;
    if (ordered) {
      place = Decimals.of(order);
      if (place == null) {
        fault("Record %s: line %s doesn't say the order of its point; fill it with a number.",
            "第 %s 条记录：第 %s 行没有点的顺序号，请填写数值。", line);
        return;
      }
    }
    rings.computeIfAbsent(ring, any -> new ArrayList<>()).add(new Point(x, y, place));
  }

  @Nullable Geometry polygon(String parcel, boolean again, int srid, List<Finding> findings) {
    if (parcel.isEmpty()) {
      fault("Record %s: its points don't say their parcel; fill the column.", "第 %s 条记录的界址点未注明宗地，请填写。");
    } else if (again) {
      fault("Record %s: the points of parcel %s don't stand together; sort the table by parcel.",
          "第 %s 条记录：宗地 %s 的界址点没有排在一起，请按宗地排序。", parcel);
    }
    List<CoordinateSequence> sequences = new ArrayList<>();
    rings.values().forEach(points -> sequences.addAll(rings(points)));
    if (fault != null) {
      findings.add(Finding.ofRecord("F5", Severity.BLOCK, record, fault));
      return null;
    }
    return RecordShapes.ofRings(record, sequences, srid, findings);
  }

  private List<CoordinateSequence> rings(List<Point> points) {
    if (!points.isEmpty() && points.get(0).order() != null) {
      Set<BigDecimal> orders = new HashSet<>();
      for (Point point : points) {
        if (!orders.add(point.order().stripTrailingZeros())) {
          fault("Record %s: the order %s occurs twice in a ring; number its points or rings.",
              "第 %s 条记录：同一圈中顺序号 %s 重复，请更正顺序号或圈号。", point.order().toPlainString());
        }
      }
      points.sort(Comparator.comparing(Point::order));
    }
    List<CoordinateSequence> rings = new ArrayList<>();
    RingBuilder ring = new RingBuilder();
    for (Point point : points) {
      if (ring.isClosed()) {
        rings.add(ring.ring());
        ring = new RingBuilder();
      }
      ring.add(point.x(), point.y());
    }
    ring.close();
    rings.add(ring.ring());
    return rings;
  }

  private void fault(String en, String zh, Object... arguments) {
    if (fault == null) {
      Object[] all = new Object[arguments.length + 1];
      all[0] = record;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      fault = new Bilingual(en, zh).formatted(all);
    }
  }
}
