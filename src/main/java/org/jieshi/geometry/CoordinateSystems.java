package org.jieshi.geometry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The coordinate systems of Chinese cadastral surveys (domain sheet §3) and the way between them.
 *
 * <p>The systems are written down from their defining parameters instead of being looked up, so that nothing depends on
 * a database unpacked at run time; a test compares every one of them with the EPSG database. Axis order is east, north
 * (longitude, latitude) throughout, against EPSG's official order.
 */
public final class CoordinateSystems {

  /** CGCS2000 degrees: search, tiles, neighbours of another zone. */
  public static final int CGCS2000_DEGREES = 4490;

  private static final Datum[] DATUMS = Datum.values();
  private static final Map<Integer, PlaneSystem> PLANE = new LinkedHashMap<>();
  private static final Map<Integer, CoordinateReferenceSystem> PARSED = new ConcurrentHashMap<>();

  static {
    for (Datum datum : DATUMS) {
      PlaneSystem.of(datum).forEach(system -> PLANE.put(system.epsg(), system));
    }
  }

  private CoordinateSystems() {}

  /**
   * Pays the price of GeoTools' first look-ups at start instead of in somebody's upload, and keeps whatever the library
   * unpacks inside the application's own directory.
   *
   * @param dataDirectory an existing or creatable directory owned by this program
   */
  public static void warmUp(Path dataDirectory) throws IOException {
    Path epsg = Files.createDirectories(dataDirectory.resolve("epsg"));
    System.setProperty("EPSG-HSQL.directory", epsg.toAbsolutePath().toString());
    double[] testPoint = {109.29, 22.42};
    Transforms.between(CGCS2000_DEGREES, 4524, false).apply(testPoint);
    PrjRecogniser.recognise(bySrid(4524).wkt());
  }

  /** The plane system of an SRID. Refuses degrees and codes outside the catalogue. */
  public static PlaneSystem bySrid(int srid) {
    return findPlane(srid).orElseThrow(() -> isGeographic(srid)
        ? new GeometryRefusal(Reason.DEGREES_NOT_PLANE,
            "EPSG:%d is in degrees; a plane system in metres is needed.".formatted(srid),
            "EPSG:%d 为经纬度坐标，此处需要以米为单位的平面坐标系。".formatted(srid))
        : unknown(srid));
  }

  public static Optional<PlaneSystem> findPlane(int srid) {
    return Optional.ofNullable(PLANE.get(srid));
  }

  /** Every plane system, by datum, three-degree zones first. */
  public static Collection<PlaneSystem> planeSystems() {
    return Collections.unmodifiableCollection(PLANE.values());
  }

  /** Whether the code is one of the catalogue's geographic systems: CGCS2000, Xian 1980, Beijing 1954, WGS 84. */
  public static boolean isGeographic(int srid) {
    return geographic(srid) != null;
  }

  private static @Nullable Datum geographic(int srid) {
    for (Datum datum : DATUMS) {
      if (datum.geographicEpsg() == srid) {
        return datum;
      }
    }
    return null;
  }

  /** The datum of a plane or geographic system of the catalogue. */
  public static Datum datumOf(int srid) {
    Datum geographic = geographic(srid);
    return geographic != null ? geographic : findPlane(srid).orElseThrow(() -> unknown(srid)).datum();
  }

  /** The system as GeoTools sees it, east/north or longitude/latitude; one instance per code. */
  public static CoordinateReferenceSystem crs(int epsg) {
    return PARSED.computeIfAbsent(epsg, CoordinateSystems::parse);
  }

  /** Recognises an ESRI {@code .prj} by its parameters, never by the name of the system. */
  public static Recognition recognise(String prjWkt) {
    return PrjRecogniser.recognise(prjWkt);
  }

  /**
   * What speaks against the coordinates of a file being in the system it claims (rule F3): degrees for metres, swapped
   * axes, another zone's prefix, far outside the zone. Empty when nothing does.
   */
  public static List<SystemFinding> checkMagnitudes(Envelope envelope, int epsg) {
    return MagnitudeCheck.check(envelope, epsg);
  }

  /**
   * The systems that coordinates without a {@code .prj} may be in. The zone can be read from a prefixed easting, the
   * datum never: somebody has to be asked which one it is.
   */
  public static List<PlaneSystem> candidates(Envelope envelope) {
    return MagnitudeCheck.candidates(envelope);
  }

  /**
   * A copy in another system. Between CGCS2000 systems (and WGS 84 degrees) exact to well below a millimetre; the
   * zone's projection formula is the only computation.
   *
   * @throws GeometryRefusal {@code DATUM_SHIFT_REFUSED} between datums of which only a ballpark operation is public
   *     (domain sheet, rule 4), {@code TRANSFORM_FAILED} for coordinates far outside the projection's domain
   */
  public static Geometry transform(Geometry geometry, int fromEpsg, int toEpsg) {
    return Transforms.between(fromEpsg, toEpsg, false).apply(geometry, toEpsg);
  }

  /**
   * As {@link #transform}, but crosses from Xian 1980 or Beijing 1954 with equal geocentric coordinates: no datum shift
   * at all, off by tens of metres to more than a hundred. Only for somebody who accepted that on the record, with the
   * accuracy entered in the source.
   */
  public static Geometry transformAcceptingBallpark(Geometry geometry, int fromEpsg, int toEpsg) {
    return Transforms.between(fromEpsg, toEpsg, true).apply(geometry, toEpsg);
  }

  /** A point as {@link #transformAcceptingBallpark}. */
  public static Coordinate transformAcceptingBallpark(Coordinate point, int fromEpsg, int toEpsg) {
    return Transforms.between(fromEpsg, toEpsg, true).apply(point);
  }

  /** The geometry in another plane system, as {@link #transformAcceptingBallpark}; itself if it is in that one. */
  public static Geometry inPlane(Geometry geometry, int srid) {
    return geometry.getSRID() == srid ? geometry : transformAcceptingBallpark(geometry, geometry.getSRID(), srid);
  }

  /** A copy in CGCS2000 degrees, longitude first, from the system that the geometry's SRID names. */
  public static Geometry toDegrees(Geometry geometry) {
    return transform(geometry, geometry.getSRID(), CGCS2000_DEGREES);
  }

  static GeometryRefusal unknown(int srid) {
    return new GeometryRefusal(Reason.SYSTEM_UNKNOWN,
        ("EPSG:%d is not a coordinate system this register knows; choose one of CGCS2000, Xian 1980 or Beijing 1954."
            ).formatted(srid),
        "系统不支持坐标系 EPSG:%d，请选择 CGCS2000、1980西安或1954北京坐标系。".formatted(srid));
  }

  private static CoordinateReferenceSystem parse(int epsg) {
    String wkt = isGeographic(epsg)
        ? datumOf(epsg).wkt()
        : findPlane(epsg).orElseThrow(() -> unknown(epsg)).wkt();
    try {
      return CRS.parseWKT(wkt);
    } catch (FactoryException e) {
      throw new IllegalStateException("The catalogue holds a malformed system, EPSG:" + epsg, e);
    }
  }
}
