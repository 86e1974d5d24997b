package org.jieshi.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Datum;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate system of the interface, by the URI that OGC gives it. WGS 84 and CGCS2000 degrees are taken for the same,
 * as everywhere in the register (domain.md §3).
 *
 * @param srid the system of the register with these coordinates, east before north
 * @param northFirst whether its official axis order is north, east
 */
record OutputSystem(String uri, int srid, boolean northFirst) {

  static final OutputSystem CRS84 =
      new OutputSystem("http://www.opengis.net/def/crs/OGC/1.3/CRS84", CoordinateSystems.CGCS2000_DEGREES, false);

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final int WGS_1984 = 4326;
  private static final Pattern NAME = Pattern.compile(
      "(?:https?://www\\.opengis\\.net/def/crs/EPSG/[^/]+/|urn:ogc:def:crs:EPSG:[^:]*:|EPSG:)(\\d{4,5})|\\[EPSG:(\\d{4,5})]");

  /** CGCS2000 or WGS 84, by EPSG code: the catalogue's other datums are not reached without local parameters. */
  private static Optional<OutputSystem> ofCode(int epsg) {
    if (epsg == WGS_1984 || epsg == CoordinateSystems.CGCS2000_DEGREES) {
      return Optional.of(new OutputSystem(EPSG + epsg, CoordinateSystems.CGCS2000_DEGREES, true));
    }
    return CoordinateSystems.findPlane(epsg).filter(plane -> plane.datum() == Datum.CGCS2000)
        .map(plane -> new OutputSystem(EPSG + epsg, epsg, true));
  }

  /**
   * @param text a URI, URN, {@code EPSG:4524} or {@code CRS84}
   * @param parameter that it was given in
   * @throws org.jieshi.shared.ProblemException {@code BAD_REQUEST} for a system not offered here
   */
  static OutputSystem parse(String text, String parameter) {
    String name = text.strip();
    if (name.equals(CRS84.uri) || name.toUpperCase(Locale.ROOT).endsWith("CRS84")) {
      return CRS84;
    }
    Matcher epsg = NAME.matcher(name);
    return Optional.of(epsg).filter(Matcher::matches)
        .flatMap(code -> ofCode(Integer.parseInt(code.group(1) == null ? code.group(2) : code.group(1))))
        .orElseThrow(() -> Problem.of(ProblemCode.BAD_REQUEST,
            "%s is not offered here; the collection lists the systems that are.".formatted(text),
            "不提供坐标系 %s，可用坐标系见集合说明。".formatted(text)).inField(parameter).asException());
  }

  /** Degrees, and the CGCS2000 three-degree planes with and without zone prefix that the land lies in. */
  static List<OutputSystem> offered(LayerExtent extent) {
    List<OutputSystem> systems = new ArrayList<>(List.of(CRS84, ofCode(WGS_1984).orElseThrow(),
        ofCode(CoordinateSystems.CGCS2000_DEGREES).orElseThrow()));
    CoordinateSystems.planeSystems().stream()
        .filter(plane -> plane.datum() == Datum.CGCS2000 && (extent.srids().contains(plane.epsg())
            || plane.zoneWidth() == 3 && extent.reaches(plane.centralMeridian() - 1.5, plane.centralMeridian() + 1.5)))
        .forEach(plane -> systems.add(ofCode(plane.epsg()).orElseThrow()));
    return systems;
  }

  /** The URI of a system that land was surveyed in. */
  static String uriOf(int srid) {
    return EPSG + srid;
  }

  boolean degrees() {
    return CoordinateSystems.isGeographic(srid);
  }

  /** As registered where the survey was in this system, else by way of CGCS2000 degrees. East before north. */
  Geometry place(Geometry surveyed, Geometry inDegrees) {
    return degrees() ? inDegrees : surveyed.getSRID() == srid ? surveyed
        : CoordinateSystems.transform(inDegrees, CoordinateSystems.CGCS2000_DEGREES, srid);
  }
}
