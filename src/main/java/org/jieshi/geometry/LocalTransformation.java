package org.jieshi.geometry;

import org.jieshi.geometry.GeometryRefusal.Reason;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Carries plane coordinates of Xian 1980 or Beijing 1954 into CGCS2000 with local parameters (domain sheet §1 rule 4).
 * Immutable. Heights are not known in a cadastral survey: points are taken to lie on their ellipsoid, which moves them
 * by less than a millimetre for every hundred metres of height.
 */
public final class LocalTransformation {

  /** In which sense the rotations of a seven-parameter set turn; sheets of parameters don't agree, and must say it. */
  public enum Convention {
    /** Rotations turn the position vector (EPSG 9606). */
    POSITION_VECTOR(1),
    /** Rotations turn the frame (EPSG 9607): the same figures with the opposite sign. */
    COORDINATE_FRAME(-1);

    private final int sign;

    Convention(int sign) {
      this.sign = sign;
    }
  }

  /**
   * Seven parameters between two geocentric frames.
   *
   * @param dx metres, as {@code dy}, {@code dz}
   * @param rx seconds of arc, as {@code ry}, {@code rz}
   * @param scalePpm millionths
   */
  public record Helmert(
      Convention convention, double dx, double dy, double dz, double rx, double ry, double rz, double scalePpm) {}

  /**
   * Four parameters between two planes, east before north: {@code E' = dx + k(E·cos a − N·sin a)},
   * {@code N' = dy + k(E·sin a + N·cos a)}.
   *
   * @param dx metres to the east
   * @param dy metres to the north
   * @param rotation seconds of arc, a, from east to north
   * @param scalePpm millionths, k = 1 + scalePpm · 10⁻⁶
   */
  public record Similarity(double dx, double dy, double rotation, double scalePpm) {}

  /** Moves one point, x and y, in place. */
  private interface Move {
    void apply(double[] xy);
  }

  private static final double SECOND = Math.toRadians(1.0 / 3600);

  private final int from;
  private final int to;
  private final Move move;

  private LocalTransformation(int from, int to, Move move) {
    this.from = from;
    this.to = to;
    this.move = move;
  }

  /**
   * From a plane system of an older datum into the CGCS2000 system of the same zone, width and prefix.
   *
   * @throws GeometryRefusal {@code SYSTEM_UNKNOWN}, {@code DEGREES_NOT_PLANE}
   */
  public static LocalTransformation sevenParameters(int fromPlane, Helmert parameters) {
    PlaneSystem source = CoordinateSystems.bySrid(fromPlane);
    PlaneSystem target = CoordinateSystems.planeSystems().stream()
        .filter(each -> each.datum() == Datum.CGCS2000 && each.zoneWidth() == source.zoneWidth()
            && each.zone() == source.zone() && each.zonePrefixed() == source.zonePrefixed())
        .findFirst().orElseThrow(() -> CoordinateSystems.unknown(fromPlane));
    Transforms toDegrees = Transforms.between(source.epsg(), source.datum().geographicEpsg(), false);
    Transforms toPlane = Transforms.between(CoordinateSystems.CGCS2000_DEGREES, target.epsg(), false);
    Geocentric older = new Geocentric(source.datum());
    Geocentric newer = new Geocentric(Datum.CGCS2000);
    return new LocalTransformation(fromPlane, target.epsg(), xy -> {
      toDegrees.apply(xy);
      double[] there = turned(older.position(xy[0], xy[1]), parameters);
      newer.degrees(there, xy);
      toPlane.apply(xy);
    });
  }

  /**
   * From one plane system into another.
   *
   * @throws GeometryRefusal {@code SYSTEM_UNKNOWN}, {@code DEGREES_NOT_PLANE}
   */
  public static LocalTransformation fourParameters(int fromPlane, int toPlane, Similarity parameters) {
    CoordinateSystems.bySrid(fromPlane);
    CoordinateSystems.bySrid(toPlane);
    double scale = 1 + parameters.scalePpm() * 1e-6;
    double cos = scale * Math.cos(parameters.rotation() * SECOND);
    double sin = scale * Math.sin(parameters.rotation() * SECOND);
    return new LocalTransformation(fromPlane, toPlane, xy -> {
      double east = xy[0];
      double north = xy[1];
      xy[0] = parameters.dx() + cos * east - sin * north;
      xy[1] = parameters.dy() + sin * east + cos * north;
    });
  }

  /** EPSG code of the plane system that it takes. */
  public int from() {
    return from;
  }

  /** EPSG code of the plane system that it gives. */
  public int to() {
    return to;
  }

  /**
   * A carried copy, with the target's SRID.
   *
   * @throws GeometryRefusal {@code SYSTEMS_DIFFER} for a geometry of another system, {@code TRANSFORM_FAILED}
   */
  public Geometry apply(Geometry surveyed) {
    if (surveyed.getSRID() != from) {
      throw new GeometryRefusal(Reason.SYSTEMS_DIFFER,
          "These parameters carry EPSG:%d, not EPSG:%d; choose those of the file's system."
              .formatted(from, surveyed.getSRID()),
          "该转换参数适用于 EPSG:%d，而非 EPSG:%d，请选用与文件坐标系相符的参数。".formatted(from, surveyed.getSRID()));
    }
    Geometry copy = SystemCopy.of(surveyed, to);
    copy.apply(new EveryPoint());
    copy.geometryChanged();
    return copy;
  }

  private static double[] turned(double[] at, Helmert by) {
    double sense = by.convention().sign * SECOND;
    double rx = sense * by.rx();
    double ry = sense * by.ry();
    double rz = sense * by.rz();
    double scale = 1 + by.scalePpm() * 1e-6;
    return new double[] {
        by.dx() + scale * (at[0] - rz * at[1] + ry * at[2]),
        by.dy() + scale * (rz * at[0] + at[1] - rx * at[2]),
        by.dz() + scale * (-ry * at[0] + rx * at[1] + at[2])};
  }

  private final class EveryPoint implements CoordinateSequenceFilter {

    private final double[] xy = new double[2];

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      xy[0] = sequence.getX(i);
      xy[1] = sequence.getY(i);
      move.apply(xy);
      if (!Double.isFinite(xy[0]) || !Double.isFinite(xy[1])) {
        throw new GeometryRefusal(Reason.TRANSFORM_FAILED,
            "The point (%s, %s) cannot be carried; check the coordinate system of the file."
                .formatted(sequence.getX(i), sequence.getY(i)),
            "坐标点（%s，%s）无法转换，请检查文件的坐标系。".formatted(sequence.getX(i), sequence.getY(i)));
      }
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
