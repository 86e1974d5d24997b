package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * One Gauss-Krüger plane system of a Chinese survey: scale 1 on the central meridian, false easting 500 km, metres.
 *
 * @param epsg EPSG code, used as SRID
 * @param datum datum
 * @param zoneWidth 3 or 6 degrees
 * @param zone zone number: 25-45 for three degrees, 13-23 for six
 * @param centralMeridian degrees east
 * @param zonePrefixed whether eastings carry the zone number in front (36 632 820.374 instead of 632 820.374)
 */
public record PlaneSystem(
    int epsg, Datum datum, int zoneWidth, int zone, double centralMeridian, boolean zonePrefixed) {

  /** What is added to the distance from the central meridian, metres. */
  public double falseEasting() {
    return zonePrefixed ? zone * 1e6 + 500_000 : 500_000;
  }

  public String label() {
    String width = zoneWidth == 3 ? "3-degree " : "";
    return zonePrefixed
        ? "%s / %sGauss-Kruger zone %d".formatted(datum.label(), width, zone)
        : "%s / %sGauss-Kruger CM %.0fE".formatted(datum.label(), width, centralMeridian);
  }

  public String labelZh() {
    return zonePrefixed
        ? "%s %d度带第%d带".formatted(datum.labelZh(), zoneWidth, zone)
        : "%s %d度带 中央子午线%.0f°".formatted(datum.labelZh(), zoneWidth, centralMeridian);
  }

  /** The system as WKT, east before north. */
  String wkt() {
    return """
        PROJCS["%s", %s, PROJECTION["Transverse_Mercator", AUTHORITY["EPSG","9807"]],
          PARAMETER["central_meridian", %s], PARAMETER["latitude_of_origin", 0.0], PARAMETER["scale_factor", 1.0],
          PARAMETER["false_easting", %s], PARAMETER["false_northing", 0.0], UNIT["m", 1.0],
          AXIS["Easting", EAST], AXIS["Northing", NORTH], AUTHORITY["EPSG","%d"]]"""
        .formatted(label(), datum.wkt(), centralMeridian, falseEasting(), epsg);
  }

  /** All systems EPSG lists for a datum; a three-degree system comes before the six-degree one of equal parameters. */
  static List<PlaneSystem> of(Datum datum) {
    List<PlaneSystem> systems = new ArrayList<>();
    if (!datum.hasPlaneSystems()) {
      return systems;
    }
    Datum.Codes codes = datum.codes();
    for (int zone = 25; zone <= 45; zone++) {
      systems.add(new PlaneSystem(codes.prefixed3() + zone, datum, 3, zone, 3.0 * zone, true));
      systems.add(new PlaneSystem(codes.meridian3() + zone, datum, 3, zone, 3.0 * zone, false));
    }
    for (int zone = 13; zone <= 23; zone++) {
      systems.add(new PlaneSystem(codes.prefixed6() + zone, datum, 6, zone, 6.0 * zone - 3, true));
      systems.add(new PlaneSystem(codes.meridian6() + zone, datum, 6, zone, 6.0 * zone - 3, false));
    }
    return systems;
  }
}
