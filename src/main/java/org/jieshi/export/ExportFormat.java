package org.jieshi.export;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that go out, by the end of their name. */
enum ExportFormat {
  SHAPEFILE("shp.zip", "application/zip"),
  GEOPACKAGE("gpkg", "application/geopackage+sqlite3"),
  GEOJSON("geojson", "application/geo+json"),
  CSV("csv", "text/csv"),
  POINTS("points.csv", "text/csv"),
  EXCHANGE("txt", "text/plain"),
  DXF("dxf", "image/vnd.dxf"),
  KML("kml", "application/vnd.google-earth.kml+xml");

  private final String extension;
  private final String mediaType;

  ExportFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  /** Whether one file of it can hold several systems. */
  boolean holdsSeveralSystems() {
    return this == SHAPEFILE || this == GEOPACKAGE;
  }

  /** Whether boundary points and lines can lie beside the parcels. */
  boolean holdsMarks() {
    return holdsSeveralSystems();
  }

  /** Whether it is always in degrees. */
  boolean isInDegrees() {
    return this == KML;
  }

  /** Whether its numbers have to be metres. */
  boolean isPlaneOnly() {
    return this == EXCHANGE;
  }

  static Optional<ExportFormat> ofExtension(String extension) {
    return Arrays.stream(values()).filter(format -> format.extension.equalsIgnoreCase(extension)).findFirst();
  }
}
