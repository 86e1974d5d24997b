package org.jieshi.ingest.shapefile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.FileProblem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;

/** A record of a point shapefile (type, x, y, …) or of one of lines, which is laid out like one of polygons. */
final class MarkShape {

  private static final int NULL = 0;
  private static final int POINT_BYTES = 20;

  private MarkShape() {}

  /** @return null for a null shape, and for a point or line that has no place */
  static @Nullable Geometry decode(ShpFile shp, ByteBuffer content, int srid) throws FileProblem {
    if (content.getInt(0) == NULL) {
      return null;
    }
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), srid);
    if (ShapeKind.of(shp.shapeType()) == ShapeKind.LINE) {
      return lines(shp, content, factory);
    }
    if (shp.shapeType() % 10 == 8) {
      return null; // clouds of points mark no boundary
    }
    if (content.getInt(0) != shp.shapeType() || content.limit() < POINT_BYTES) {
      throw shp.damaged(shp.records(), "it is too short for a point", "长度不足以容纳一个点");
    }
    Coordinate place = new Coordinate(content.getDouble(4), content.getDouble(12));
    return place.isValid() ? factory.createPoint(place) : null;
  }

  private static @Nullable Geometry lines(ShpFile shp, ByteBuffer content, GeometryFactory factory) throws FileProblem {
    PolygonRecord decoded = PolygonRecord.decode(shp, content);
    List<LineString> parts = new ArrayList<>();
    for (CoordinateSequence part : decoded == null ? List.<CoordinateSequence>of() : decoded.rings()) {
      LineString line = part.size() < 2 ? factory.createLineString() : factory.createLineString(part);
      for (Coordinate vertex : line.getCoordinates()) {
        if (!vertex.isValid()) {
          return null;
        }
      }
      parts.add(line);
    }
    parts.removeIf(LineString::isEmpty);
    return parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0)
        : factory.createMultiLineString(parts.toArray(LineString[]::new));
  }
}
