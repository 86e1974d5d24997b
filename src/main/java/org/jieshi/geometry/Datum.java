package org.jieshi.geometry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The geodetic datums a farm's surveys come in, with the ellipsoid of each and where EPSG numbers its systems. */
public enum Datum {
  CGCS2000("CGCS2000", "2000国家大地坐标系", 6378137, 298.257222101, 4490, new Codes(4488, 4509, 4478, 4489),
      "China Geodetic Coordinate System 2000", "China 2000", 1043, "CGCS2000", 1024, "CHINA2000|CGCS|CHINAGEODETIC"),
  XIAN_1980("Xian 1980", "1980西安坐标系", 6378140, 298.257, 4610, new Codes(2324, 2345, 2314, 2325),
      "Xian 1980", "Xian 1980", 6610, "IAG 1975", 7049, "XIAN19|XIAN80|XIANGEODETIC"),
  BEIJING_1954("Beijing 1954", "1954北京坐标系", 6378245, 298.3, 4214, new Codes(2376, 2397, 21400, 21440),
      "Beijing 1954", "Beijing 1954", 6214, "Krassowsky 1940", 7024, "BEIJING19|BEIJING54|PEKING"),
  /** Degrees only, of GPS and web files. Agrees with CGCS2000 to a few centimetres, below any survey class. */
  WGS_1984("WGS 84", "WGS 84", 6378137, 298.257223563, 4326, Codes.NONE,
      "WGS 84", "World Geodetic System 1984", 6326, "WGS 84", 7030, "WGS19|WGS84|WORLDGEODETICSYSTEM");

  /** A zone's EPSG code is the base plus the zone number, zones 25-45 of three degrees and 13-23 of six. */
  record Codes(int prefixed3, int meridian3, int prefixed6, int meridian6) {
    static final Codes NONE = new Codes(0, 0, 0, 0);
  }

  private final String label;
  private final String labelZh;
  private final double semiMajorAxis;
  private final double inverseFlattening;
  private final int geographicEpsg;
  private final Codes codes;
  private final String geographicName;
  private final String datumName;
  private final int datumEpsg;
  private final String ellipsoidName;
  private final int ellipsoidEpsg;
  private final String nameParts;

  Datum(String label, String labelZh, double semiMajorAxis, double inverseFlattening, int geographicEpsg,
      Codes codes, String geographicName, String datumName, int datumEpsg, String ellipsoidName,
      int ellipsoidEpsg, String nameParts) {
    this.label = label;
    this.labelZh = labelZh;
    this.semiMajorAxis = semiMajorAxis;
    this.inverseFlattening = inverseFlattening;
    this.geographicEpsg = geographicEpsg;
    this.codes = codes;
    this.geographicName = geographicName;
    this.datumName = datumName;
    this.datumEpsg = datumEpsg;
    this.ellipsoidName = ellipsoidName;
    this.ellipsoidEpsg = ellipsoidEpsg;
    this.nameParts = nameParts;
  }

  public String label() {
    return label;
  }

  public String labelZh() {
    return labelZh;
  }

  /** Metres. */
  public double semiMajorAxis() {
    return semiMajorAxis;
  }

  public double inverseFlattening() {
    return inverseFlattening;
  }

  /** The EPSG code of this datum's degrees. */
  public int geographicEpsg() {
    return geographicEpsg;
  }

  Codes codes() {
    return codes;
  }

  boolean hasPlaneSystems() {
    return codes != Codes.NONE;
  }

  /** CGCS2000 and WGS 84 realise one frame to a few centimetres; between any other two lies an unknown shift. */
  public boolean sharesFrameWith(Datum other) {
    return this == other || !isLocal() && !other.isLocal();
  }

  private boolean isLocal() {
    return this == XIAN_1980 || this == BEIJING_1954;
  }

  static Optional<Datum> onEllipsoid(double semiMajorAxis, double inverseFlattening) {
    return Arrays.stream(values())
        .filter(d -> Math.abs(d.semiMajorAxis - semiMajorAxis) < 1e-3)
        .filter(d -> Math.abs(d.inverseFlattening - inverseFlattening) < 1e-7)
        .findFirst();
  }

  /** The datum a name speaks of, whatever its spelling: {@code D_China_2000}, {@code Xi'an 1980}, {@code WGS_1984}. */
  static Optional<Datum> named(String name) {
    String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return Arrays.stream(values())
        .filter(d -> Arrays.stream(d.nameParts.split("\\|")).anyMatch(letters::contains))
        .findFirst();
  }

  /** The geographic system as WKT, longitude first. */
  String wkt() {
    return """
        GEOGCS["%s", DATUM["%s", SPHEROID["%s", %s, %s, AUTHORITY["EPSG","%d"]], AUTHORITY["EPSG","%d"]],
          PRIMEM["Greenwich", 0.0, AUTHORITY["EPSG","8901"]], UNIT["degree", 0.017453292519943295],
          AXIS["Geodetic longitude", EAST], AXIS["Geodetic latitude", NORTH], AUTHORITY["EPSG","%d"]]"""
        .formatted(geographicName, datumName, ellipsoidName, semiMajorAxis, inverseFlattening, ellipsoidEpsg,
            datumEpsg, geographicEpsg);
  }
}
