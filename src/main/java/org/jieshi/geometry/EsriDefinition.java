package org.jieshi.geometry;

/**
 * Systems of the catalogue as ESRI writes them into a {@code .prj}, by the names ArcGIS and QGIS know.
 */
public final class EsriDefinition {

  private EsriDefinition() {}

  /** The definition of a plane system, or of the degrees of a datum. */
  public static String of(int epsg) {
    Datum datum = CoordinateSystems.datumOf(epsg);
    return CoordinateSystems.isGeographic(epsg) ? geographic(datum) : plane(CoordinateSystems.bySrid(epsg));
  }

  private static String geographic(Datum datum) {
    String[] names = switch (datum) {
      case CGCS2000 -> new String[] {"GCS_China_Geodetic_Coordinate_System_2000", "D_China_2000", "CGCS2000"};
      case XIAN_1980 -> new String[] {"GCS_Xian_1980", "D_Xian_1980", "Xian_1980"};
      case BEIJING_1954 -> new String[] {"GCS_Beijing_1954", "D_Beijing_1954", "Krasovsky_1940"};
      case WGS_1984 -> new String[] {"GCS_WGS_1984", "D_WGS_1984", "WGS_1984"};
    };
    return ("GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"%s\",%s,%s]],PRIMEM[\"Greenwich\",0.0],"
        + "UNIT[\"Degree\",0.0174532925199433]]").formatted(names[0], names[1], names[2], datum.semiMajorAxis(),
            datum.inverseFlattening());
  }

  private static String plane(PlaneSystem system) {
    String datum = switch (system.datum()) {
      case XIAN_1980 -> "Xian_1980";
      case BEIJING_1954 -> "Beijing_1954";
      default -> "CGCS2000";
    };
    String width = system.zoneWidth() == 3 ? "_3_Degree" : "";
    String zone = system.zonePrefixed() ? "Zone_" + system.zone() : "CM_%.0fE".formatted(system.centralMeridian());
    return ("PROJCS[\"%s%s_GK_%s\",%s,PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",%.1f],"
        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",%.1f],PARAMETER[\"Scale_Factor\",1.0],"
        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]").formatted(datum, width, zone,
            geographic(system.datum()), system.falseEasting(), system.centralMeridian());
  }
}
