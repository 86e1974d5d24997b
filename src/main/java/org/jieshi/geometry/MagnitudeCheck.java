package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieshi.geometry.SystemFinding.Code;
import org.locationtech.jts.geom.Envelope;

/** Rule F3: do the numbers look like the system they are said to be in? */
final class MagnitudeCheck {

  /** Degrees by which a survey may reach beyond the edge of its zone: surveys at an edge keep one zone. */
  private static final double BEYOND_ZONE = 1.5;

  /** China from its southernmost reef to the Amur, as latitude and as northing in metres. */
  private static final Envelope CHINA = new Envelope(73, 136, 3, 54);
  private static final double MIN_NORTHING = 300_000;
  private static final double MAX_NORTHING = 6_000_000;

  private MagnitudeCheck() {}

  static List<SystemFinding> check(Envelope box, int epsg) {
    if (box.isNull() || !Double.isFinite(box.getWidth()) || !Double.isFinite(box.getHeight())) {
      return List.of(new SystemFinding(Code.NO_COORDINATES,
          "The file holds no usable coordinates.", "文件中没有可用的坐标。"));
    }
    return CoordinateSystems.isGeographic(epsg)
        ? checkDegrees(box, epsg)
        : checkPlane(box, CoordinateSystems.bySrid(epsg));
  }

  static List<PlaneSystem> candidates(Envelope box) {
    List<PlaneSystem> candidates = new ArrayList<>();
    if (box.isNull() || looksLikeDegrees(box)) {
      return candidates;
    }
    for (PlaneSystem system : CoordinateSystems.planeSystems()) {
      if (system.zonePrefixed() && checkPlane(box, system).isEmpty()) {
        candidates.add(system);
      }
    }
    return candidates;
  }

  private static List<SystemFinding> checkDegrees(Envelope box, int epsg) {
    if (!looksLikeDegrees(box)) {
      return List.of(new SystemFinding(Code.METRES_INSTEAD_OF_DEGREES,
          "EPSG:%d is in degrees, but the coordinates are metres (x %s); choose the plane system of the survey."
              .formatted(epsg, range(box.getMinX(), box.getMaxX())),
          "EPSG:%d 为经纬度，但文件坐标以米为单位（x %s），请选择测量所用的平面坐标系。"
              .formatted(epsg, range(box.getMinX(), box.getMaxX()))));
    }
    if (CHINA.contains(box)) {
      return List.of();
    }
    if (CHINA.contains(swapped(box))) {
      return List.of(axesSwapped());
    }
    return List.of(new SystemFinding(Code.OUTSIDE_CHINA,
        "The coordinates lie outside China (longitude %s, latitude %s); check the system of the file."
            .formatted(range(box.getMinX(), box.getMaxX()), range(box.getMinY(), box.getMaxY())),
        "坐标在中国范围之外（经度 %s，纬度 %s），请检查文件的坐标系。"
            .formatted(range(box.getMinX(), box.getMaxX()), range(box.getMinY(), box.getMaxY()))));
  }

  private static List<SystemFinding> checkPlane(Envelope box, PlaneSystem system) {
    if (looksLikeDegrees(box)) {
      return List.of(new SystemFinding(Code.DEGREES_INSTEAD_OF_METRES,
          "%s is in metres, but the coordinates are degrees (%s); choose the geographic system of the file."
              .formatted(system.label(), range(box.getMinX(), box.getMaxX())),
          "%s以米为单位，但文件坐标是经纬度（%s），请选择文件的地理坐标系。"
              .formatted(system.labelZh(), range(box.getMinX(), box.getMaxX()))));
    }
    if (isSwapped(box)) {
      return List.of(axesSwapped());
    }
    List<SystemFinding> findings = new ArrayList<>();
    if (box.getMinY() < MIN_NORTHING || box.getMaxY() > MAX_NORTHING) {
      findings.add(new SystemFinding(Code.NORTHING_OUTSIDE_CHINA,
          "The northings %s are not in China; check the unit and the system of the file."
              .formatted(range(box.getMinY(), box.getMaxY())),
          "北坐标 %s 不在中国范围内，请检查文件的单位和坐标系。".formatted(range(box.getMinY(), box.getMaxY()))));
    }
    checkPrefix(box, system, findings);
    if (findings.isEmpty()) {
      checkLongitude(box, system, findings);
    }
    return findings;
  }

  private static void checkPrefix(Envelope box, PlaneSystem system, List<SystemFinding> findings) {
    int west = prefix(box.getMinX());
    int east = prefix(box.getMaxX());
    if (system.zonePrefixed() ? west == system.zone() && east == system.zone() : west == 0 && east == 0) {
      return;
    }
    String eastings = range(box.getMinX(), box.getMaxX());
    if (!system.zonePrefixed()) {
      findings.add(new SystemFinding(Code.ZONE_PREFIX_UNEXPECTED,
          "%s has eastings without a zone number, but the file has %s; choose the system of zone %d."
              .formatted(system.label(), eastings, west),
          "%s的东坐标不带带号，但文件为 %s，请选择第%d带的坐标系。".formatted(system.labelZh(), eastings, west)));
    } else if (west == 0 && east == 0) {
      findings.add(new SystemFinding(Code.ZONE_PREFIX_MISSING,
          "%s has eastings beginning with %d, but the file has %s; choose the system without a zone number."
              .formatted(system.label(), system.zone(), eastings),
          "%s的东坐标以带号%d开头，但文件为 %s，请选择不带带号的坐标系。"
              .formatted(system.labelZh(), system.zone(), eastings)));
    } else {
      findings.add(new SystemFinding(Code.ZONE_PREFIX_DIFFERS,
          "The file says zone %d, but its eastings %s are of zone %s."
              .formatted(system.zone(), eastings, west == east ? west : west + " to " + east),
          "文件声明为第%d带，但东坐标 %s 属于第%s带。"
              .formatted(system.zone(), eastings, west == east ? west : west + "至" + east)));
    }
  }

  private static void checkLongitude(Envelope box, PlaneSystem system, List<SystemFinding> findings) {
    double allowed = system.zoneWidth() / 2.0 + BEYOND_ZONE;
    double south = box.getMinY();
    double north = box.getMaxY();
    double[] corners = {box.getMinX(), south, box.getMaxX(), south, box.getMinX(), north, box.getMaxX(), north};
    Transforms.between(system.epsg(), system.datum().geographicEpsg(), false).apply(corners);
    double west = Math.min(corners[0], corners[4]);
    double east = Math.max(corners[2], corners[6]);
    if (west < system.centralMeridian() - allowed || east > system.centralMeridian() + allowed) {
      findings.add(new SystemFinding(Code.OUTSIDE_ZONE,
          "The land would lie at %s°E, but zone %d reaches from %s°E; check the zone of the file."
              .formatted(range(west, east), system.zone(), zone(system)),
          "按此坐标系土地位于东经 %s°，而第%d带的范围是东经 %s°，请检查文件的分带。"
              .formatted(range(west, east), system.zone(), zone(system))));
    }
  }

  private static boolean looksLikeDegrees(Envelope box) {
    return Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())) <= 180
        && Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) <= 180;
  }

  /**
   * North before east: a prefixed easting has eight digits, no northing has. Without a prefix an easting is 0.1-0.9
   * million and a northing of the mainland more.
   */
  private static boolean isSwapped(Envelope box) {
    boolean prefixedEastingInY = box.getMinY() >= 13e6 && box.getMaxY() < 46e6;
    boolean plainEastingInY = box.getMinY() >= 1e5 && box.getMaxY() < 1e6 && box.getMinX() >= 1e6;
    boolean northingInX = box.getMinX() >= MIN_NORTHING && box.getMaxX() <= MAX_NORTHING;
    return northingInX && (prefixedEastingInY || plainEastingInY);
  }

  private static int prefix(double easting) {
    return (int) Math.floor(easting / 1e6);
  }

  private static Envelope swapped(Envelope box) {
    return new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
  }

  private static SystemFinding axesSwapped() {
    return new SystemFinding(Code.AXES_SWAPPED,
        "East and north are swapped in the file: x must be the easting (longitude), y the northing (latitude).",
        "文件中的东、北坐标颠倒：x 应为东坐标（经度），y 应为北坐标（纬度）。");
  }

  private static String range(double from, double to) {
    return String.format(Locale.ROOT, "%.2f–%.2f", from, to);
  }

  private static String zone(PlaneSystem system) {
    double half = system.zoneWidth() / 2.0;
    return (system.centralMeridian() - half) + "–" + (system.centralMeridian() + half);
  }
}
