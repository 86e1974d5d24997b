package org.jieshi.ingest.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The geometry of a row (OGC 12-128, 2.1.3): {@code GP}, version, flags, srs_id, an envelope of 0, 4, 6 or 8 doubles,
 * then well-known binary, ISO's with thousands for Z and M or the older one with flag bits.
 */
final class GeoPackageShape {

  private static final int HEAD = 8;
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;
  private static final int MULTI_LINE = 5;
  private static final int MULTI_POLYGON = 6;
  private static final int EWKB_Z = 0x80000000;
  private static final int EWKB_M = 0x40000000;
  private static final int EWKB_SRID = 0x20000000;

  private final ByteBuffer bytes;
  private final int record;
  private final String fileName;

  private GeoPackageShape(ByteBuffer bytes, int record, String fileName) {
    this.bytes = bytes;
    this.record = record;
    this.fileName = fileName;
  }

  /** @return null with a finding when it isn't land */
  static @Nullable Geometry polygon(byte @Nullable [] blob, int record, int srid, String fileName,
      List<Finding> findings) throws FileProblem {
    if (blob == null || blob.length == 0) {
      findings.add(RecordShapes.noShape(record));
      return null;
    }
    GeoPackageShape shape = new GeoPackageShape(ByteBuffer.wrap(blob), record, fileName);
    int wkb = shape.skipHead();
    int type = shape.type();
    if (type != POLYGON && type != MULTI_POLYGON) {
      findings.add(RecordShapes.notPolygon(record, kind(type)));
      return null;
    }
    shape.bytes.position(wkb);
    List<List<CoordinateSequence>> parts = shape.parts();
    parts.removeIf(List::isEmpty);
    if (parts.isEmpty()) {
      findings.add(RecordShapes.noShape(record));
      return null;
    }
    return RecordShapes.ofParts(record, parts, srid, findings);
  }

  /** A boundary point or line; null for a shape without a place and for anything else. */
  static @Nullable Geometry mark(byte @Nullable [] blob, int record, int srid, String fileName) throws FileProblem {
    if (blob == null || blob.length == 0) {
      return null;
    }
    GeoPackageShape shape = new GeoPackageShape(ByteBuffer.wrap(blob), record, fileName);
    shape.skipHead();
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), srid);
    Geometry mark = switch (shape.type()) {
      case POINT -> factory.createPoint(RecordShapes.ring(shape.places(1)));
      case LINE -> factory.createLineString(shape.line());
      case MULTI_LINE -> shape.lines(factory);
      default -> null;
    };
    boolean placed = mark != null && !mark.isEmpty() && Arrays.stream(mark.getCoordinates()).allMatch(Coordinate::isValid);
    return placed ? mark : null;
  }

  /** A line of fewer than two vertices runs nowhere. */
  private CoordinateSequence line() throws FileProblem {
    int points = count(8 * dimensions);
    double[] plane = places(points);
    return RecordShapes.ring(points < 2 ? new double[0] : plane);
  }

  private Geometry lines(GeometryFactory factory) throws FileProblem {
    List<LineString> lines = new ArrayList<>();
    for (int left = count(9); left > 0; left--) {
      if (type() != LINE) {
        throw damaged("a part isn't a line", "有部分不是线");
      }
      lines.add(factory.createLineString(line()));
    }
    lines.removeIf(LineString::isEmpty);
    return lines.size() == 1 ? lines.get(0) : factory.createMultiLineString(lines.toArray(LineString[]::new));
  }

  private int skipHead() throws FileProblem {
    if (bytes.remaining() < HEAD || bytes.get(0) != 'G' || bytes.get(1) != 'P') {
      throw damaged("its geometry doesn't begin with GP", "图形数据不以 GP 开头");
    }
    int envelope = bytes.get(3) >> 1 & 7;
    if (envelope >= ENVELOPE_BYTES.length || bytes.remaining() < HEAD + ENVELOPE_BYTES[envelope]) {
      throw damaged("its envelope is cut off", "图形外接矩形不完整");
    }
    int wkb = HEAD + ENVELOPE_BYTES[envelope];
    bytes.position(wkb);
    return wkb;
  }

  /** Sets the byte order of what follows and answers its type without Z and M. */
  private int type() throws FileProblem {
    require(5);
    byte order = bytes.get();
    if (order != 0 && order != 1) {
      throw damaged("its byte order is %s".formatted(order), "字节序标为 %s".formatted(order));
    }
    bytes.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = bytes.getInt();
    int plain = code & ~(EWKB_Z | EWKB_M | EWKB_SRID);
    dimensions = 2 + ((code & EWKB_Z) != 0 ? 1 : 0) + ((code & EWKB_M) != 0 ? 1 : 0)
        + switch (plain / 1000) {
          case 1, 2 -> 1;
          case 3 -> 2;
          default -> 0;
        };
    if ((code & EWKB_SRID) != 0) {
      require(4);
      bytes.getInt();
    }
    return plain % 1000;
  }

  private int dimensions = 2;

  private List<List<CoordinateSequence>> parts() throws FileProblem {
    List<List<CoordinateSequence>> parts = new ArrayList<>();
    if (type() == POLYGON) {
      parts.add(rings());
      return parts;
    }
    int count = count(9);
    for (int i = 0; i < count; i++) {
      if (type() != POLYGON) {
        throw damaged("a part isn't a polygon", "有部分不是面");
      }
      parts.add(rings());
    }
    return parts;
  }

  private List<CoordinateSequence> rings() throws FileProblem {
    int count = count(4);
    List<CoordinateSequence> rings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rings.add(RecordShapes.ring(places(count(8 * dimensions))));
    }
    return rings;
  }

  /** X and Y of that many points. */
  private double[] places(int points) throws FileProblem {
    require(8 * dimensions * points);
    double[] plane = new double[2 * points];
    for (int point = 0; point < points; point++) {
      plane[2 * point] = bytes.getDouble();
      plane[2 * point + 1] = bytes.getDouble();
      bytes.position(bytes.position() + 8 * (dimensions - 2));
    }
    return plane;
  }

  /** A count is believed only when as many of the smallest elements fit into what is left. */
  private int count(int smallest) throws FileProblem {
    require(4);
    int count = bytes.getInt();
    if (count < 0 || (long) count * smallest > bytes.remaining()) {
      throw damaged("it promises %s elements in %s bytes".formatted(count, bytes.remaining()),
          "标称 %s 个元素，而余下 %s 字节".formatted(count, bytes.remaining()));
    }
    return count;
  }

  private void require(int length) throws FileProblem {
    if (bytes.remaining() < length) {
      throw damaged("its geometry is cut off", "图形数据不完整");
    }
  }

  private FileProblem damaged(String en, String zh) {
    return FileFault.GPKG_SHAPE_DAMAGED.inRecord(record, fileName, record, en, zh);
  }

  private static Bilingual kind(int type) {
    return switch (type) {
      case 1, 4 -> new Bilingual("a point", "点");
      case 2, 5 -> new Bilingual("a line", "线");
      case 8, 9, 10, 11, 12, 13, 14 -> new Bilingual("a curve with arcs", "含圆弧的曲线");
      default -> new Bilingual("a collection or surface (type %s)".formatted(type), "集合或曲面（类型 %s）".formatted(type));
    };
  }
}
