package org.jieshi.huashan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes {@code .shp} and {@code .shx} after the ESRI white paper of 1998: type 5, shells clockwise, holes the other
 * way, coordinates moved from the local origin to EPSG:4524.
 */
final class ShapefileWriter {

  private static final int POLYGON = 5;
  private static final int HEADER = 100;

  private ShapefileWriter() {}

  record Files(byte[] shp, byte[] shx) {}

  static Files write(List<Geometry> shapes) {
    List<byte[]> records = shapes.stream().map(ShapefileWriter::content).toList();
    int length = HEADER + records.stream().mapToInt(content -> 8 + content.length).sum();
    ByteBuffer shp = header(length, shapes);
    ByteBuffer shx = header(HEADER + 8 * records.size(), shapes);
    int number = 1;
    for (byte[] content : records) {
      shx.order(ByteOrder.BIG_ENDIAN).putInt(shp.position() / 2).putInt(content.length / 2);
      shp.order(ByteOrder.BIG_ENDIAN).putInt(number++).putInt(content.length / 2).put(content);
    }
    return new Files(shp.array(), shx.array());
  }

  private static ByteBuffer header(int length, List<Geometry> shapes) {
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.BIG_ENDIAN);
    file.putInt(9994).position(24);
    file.putInt(length / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(POLYGON);
    putBox(file, Curves.FACTORY.buildGeometry(shapes));
    return file.position(HEADER);
  }

  private static byte[] content(Geometry shape) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (Polygon polygon : Overlay.polygons(shape)) {
      List<Coordinate[]> own = Cadastre.rings(polygon);
      for (int i = 0; i < own.size(); i++) {
        rings.add(turned(own.get(i), i > 0));
      }
    }
    int points = rings.stream().mapToInt(ring -> ring.length).sum();
    ByteBuffer content = ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    putBox(content.putInt(POLYGON), shape);
    content.putInt(rings.size()).putInt(points);
    int start = 0;
    for (Coordinate[] ring : rings) {
      content.putInt(start);
      start += ring.length;
    }
    rings.forEach(ring -> List.of(ring).forEach(p -> content.putDouble(east(p.x)).putDouble(north(p.y))));
    return content.array();
  }

  private static Coordinate[] turned(Coordinate[] ring, boolean counterClockwise) {
    if (Orientation.isCCW(ring) == counterClockwise) {
      return ring;
    }
    Coordinate[] turned = new Coordinate[ring.length];
    for (int i = 0; i < ring.length; i++) {
      turned[i] = ring[ring.length - 1 - i];
    }
    return turned;
  }

  private static void putBox(ByteBuffer file, Geometry shape) {
    var box = shape.getEnvelopeInternal();
    file.putDouble(east(box.getMinX())).putDouble(north(box.getMinY()));
    file.putDouble(east(box.getMaxX())).putDouble(north(box.getMaxY()));
  }

  /** The double nearest to the decimal number with three places. */
  static double east(double x) {
    return (Areas.millimetres(x) + 1000L * HuashanFarm.EAST) / 1000.0;
  }

  static double north(double y) {
    return (Areas.millimetres(y) + 1000L * HuashanFarm.NORTH) / 1000.0;
  }
}
