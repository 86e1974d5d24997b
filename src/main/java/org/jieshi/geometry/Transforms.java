package org.jieshi.geometry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.DefaultCoordinateOperationFactory;
import org.geotools.util.factory.Hints;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** One way between two systems, found once and kept: transforms of GeoTools are immutable, finding them is slow. */
final class Transforms {

  private record Way(int from, int to) {}

  private static final Map<Way, Transforms> KNOWN = new ConcurrentHashMap<>();

  private final Way way;
  private final MathTransform transform;

  private Transforms(Way way) {
    this.way = way;
    this.transform = find(way);
  }

  static Transforms between(int from, int to, boolean acceptBallpark) {
    Datum source = CoordinateSystems.datumOf(from);
    Datum target = CoordinateSystems.datumOf(to);
    if (!acceptBallpark && !source.sharesFrameWith(target)) {
      throw new GeometryRefusal(Reason.DATUM_SHIFT_REFUSED,
          ("From %s to %s only a ballpark transformation is public. Give local parameters, or accept the ballpark "
              + "explicitly with its accuracy.").formatted(source.label(), target.label()),
          "%s至%s没有公开的精确转换参数：请提供当地转换参数，或明确接受近似转换并登记其精度。"
              .formatted(source.labelZh(), target.labelZh()));
    }
    return KNOWN.computeIfAbsent(new Way(from, to), Transforms::new);
  }

  /** A transformed copy carrying the target's SRID. */
  Geometry apply(Geometry geometry, int targetSrid) {
    Geometry copy = SystemCopy.of(geometry, targetSrid);
    copy.apply(new EveryPoint());
    copy.geometryChanged();
    return copy;
  }

  Coordinate apply(Coordinate point) {
    double[] xy = {point.x, point.y};
    applyToFinite(xy);
    return new Coordinate(xy[0], xy[1]);
  }

  /** Transforms one x, y pair in place; what comes out is a place. */
  private void applyToFinite(double[] xy) {
    double x = xy[0];
    double y = xy[1];
    apply(xy);
    if (!Double.isFinite(xy[0]) || !Double.isFinite(xy[1])) {
      throw failed(x, y);
    }
  }

  /** Transforms x, y pairs in place. */
  void apply(double[] xy) {
    try {
      transform.transform(xy, 0, xy, 0, xy.length / 2);
    } catch (TransformException e) {
      throw failed(xy[0], xy[1]);
    }
  }

  /**
   * A plain factory on purpose: the one GeoTools hands out searches the EPSG database for operations, and what it finds
   * there depends on the library's version. Lenient here, because {@link #between} has already decided.
   */
  private static MathTransform find(Way way) {
    Hints lenient = new Hints(Hints.LENIENT_DATUM_SHIFT, Boolean.TRUE);
    try {
      return new DefaultCoordinateOperationFactory(lenient)
          .createOperation(CoordinateSystems.crs(way.from()), CoordinateSystems.crs(way.to()))
          .getMathTransform();
    } catch (FactoryException e) {
      throw new IllegalStateException("No transformation for " + way, e);
    }
  }

  private GeometryRefusal failed(double x, double y) {
    return new GeometryRefusal(Reason.TRANSFORM_FAILED,
        "The point (%s, %s) cannot be transformed from EPSG:%d to EPSG:%d; check the coordinate system of the file."
            .formatted(x, y, way.from(), way.to()),
        "坐标点（%s，%s）无法从 EPSG:%d 转换到 EPSG:%d，请检查文件的坐标系。"
            .formatted(x, y, way.from(), way.to()));
  }

  private final class EveryPoint implements CoordinateSequenceFilter {

    private final double[] xy = new double[2];

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      xy[0] = sequence.getX(i);
      xy[1] = sequence.getY(i);
      applyToFinite(xy);
      sequence.setOrdinate(i, 0, xy[0]);
      sequence.setOrdinate(i, 1, xy[1]);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
