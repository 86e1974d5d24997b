package org.jieshi.ingest.shapefile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.FileProblem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * One record of polygons or lines, decoded: its rings or lines in the plane, as they stand in the file. Layout
 * (little-endian): type, box of
 * 4 doubles, number of parts p, number of points n, p first-point indices, n pairs x y; then for Z types 2 + n doubles,
 * then for Z and M types optionally 2 + n doubles of measures.
 */
final class PolygonRecord {

  private static final int NULL = 0;
  private static final int LINE_Z = 13;
  private static final int POLYGON_Z = 15;
  private static final int LINE_M = 23;
  private static final int POLYGON_M = 25;
  private static final int FIXED = 44;
  private static final int PLANE = 2;

  private final List<CoordinateSequence> rings = new ArrayList<>();

  private PolygonRecord() {}

  /**
   * Decodes a record's content.
   *
   * @return null for a null shape
   * @throws FileProblem when counts, indices and length don't fit each other
   */
  static @Nullable PolygonRecord decode(ShpFile file, ByteBuffer content) throws FileProblem {
    checkCounts(file, content);
    if (content.getInt(0) == NULL) {
      return null;
    }
    int parts = content.getInt(36);
    int points = content.getInt(40);
    PolygonRecord decoded = new PolygonRecord();
    decoded.readRings(file, content, parts, points);
    return decoded;
  }

  /** Whether a record's type is the file's, and its counts account for each of its bytes. */
  static void checkCounts(ShpFile file, ByteBuffer content) throws FileProblem {
    int record = file.records();
    int type = content.getInt(0);
    if (type == NULL) {
      return;
    }
    if (type != file.shapeType()) {
      throw file.damaged(record, "its shape type is given as %s".formatted(type), "图形类型标为 %s".formatted(type));
    }
    int length = content.limit();
    if (length < FIXED) {
      throw file.damaged(record, "it is too short for its shape", "长度不足以容纳其图形");
    }
    int parts = content.getInt(36);
    int points = content.getInt(40);
    boolean possible = parts >= 0 && parts <= points && (parts > 0 || points == 0);
    if (!possible || !fits(type, parts, points, length)) {
      throw file.damaged(record, "it promises %s rings and %s points in %s bytes".formatted(parts, points, length),
          "标称 %s 个环、%s 个点，而长度为 %s 字节".formatted(parts, points, length));
    }
  }

  /** The measures of Z and M types may be left out; otherwise the length follows exactly from the counts. */
  private static boolean fits(int type, long parts, long points, int length) {
    long plane = FIXED + 4 * parts + 16 * points;
    long block = 16 + 8 * points;
    return switch (type) {
      case POLYGON_Z, LINE_Z -> length == plane + block || length == plane + 2 * block;
      case POLYGON_M, LINE_M -> length == plane || length == plane + block;
      default -> length == plane;
    };
  }

  private void readRings(ShpFile file, ByteBuffer content, int parts, int points) throws FileProblem {
    int pointsAt = FIXED + 4 * parts;
    for (int part = 0; part < parts; part++) {
      int from = content.getInt(FIXED + 4 * part);
      int to = part + 1 < parts ? content.getInt(FIXED + 4 * part + 4) : points;
      boolean inOrder = part == 0 ? from == 0 && to > from : from >= 0 && to > from;
      if (!inOrder || to > points) {
        throw file.damaged(file.records(), "ring %s runs from point %s to point %s".formatted(part + 1, from, to),
            "第 %s 个环标为从第 %s 点到第 %s 点".formatted(part + 1, from, to));
      }
      rings.add(ring(content, pointsAt + 16 * from, to - from));
    }
  }

  private static CoordinateSequence ring(ByteBuffer content, int at, int points) {
    double[] ordinates = new double[PLANE * points];
    for (int i = 0; i < ordinates.length; i++) {
      ordinates[i] = content.getDouble(at + Double.BYTES * i);
    }
    return new PackedCoordinateSequence.Double(ordinates, PLANE, 0);
  }

  /** Outer and inner rings in file order, closed or not, right or wrong: they are judged elsewhere. */
  List<CoordinateSequence> rings() {
    return rings;
  }
}
