package org.jieshi.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieshi.geometry.GeometryFinding;
import org.jieshi.geometry.Rings;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Polygons of records. The same land comes out the same from every format: outer rings counter-clockwise, holes
 * clockwise, each from the vertex it was drawn from. Land isn't guessed from what is left of a ring that can't be used.
 */
public final class RecordShapes {

  private static final int PLANE = 2;

  private static final Map<String, String> KINDS_ZH = Map.ofEntries(Map.entry("POINT", "点"),
      Map.entry("MULTIPOINT", "多点"), Map.entry("LINESTRING", "线"), Map.entry("LINEARRING", "线"),
      Map.entry("MULTILINESTRING", "多线"), Map.entry("GEOMETRYCOLLECTION", "几何集合"), Map.entry("TRACK", "轨迹"),
      Map.entry("MULTITRACK", "轨迹"), Map.entry("MODEL", "三维模型"), Map.entry("CIRCULARSTRING", "圆弧"),
      Map.entry("CURVEPOLYGON", "含圆弧的面"), Map.entry("TRIANGLE", "三角形"), Map.entry("TIN", "三角网"));

  private RecordShapes() {}

  /**
   * Rings that tell their role by their direction, as in a shapefile, nested by where they lie; a direction that
   * contradicts the place is told. Null when one of them can't be used.
   */
  public static @Nullable Geometry ofDirectedRings(
      int record, List<? extends CoordinateSequence> rings, int srid, List<Finding> findings) {
    return nested(record, rings, srid, true, findings);
  }

  /** Rings whose direction says nothing, nested by where they lie; null when one of them can't be used. */
  public static @Nullable Geometry ofRings(
      int record, List<? extends CoordinateSequence> rings, int srid, List<Finding> findings) {
    return nested(record, rings, srid, false, findings);
  }

  private static @Nullable Geometry nested(int record, List<? extends CoordinateSequence> rings, int srid,
      boolean directed, List<Finding> findings) {
    Rings.Assembly assembly = Rings.polygonsFromRings(rings, srid);
    boolean whole = true;
    for (GeometryFinding found : assembly.findings()) {
      boolean blocks = found.severity() == GeometryFinding.Severity.BLOCK;
      whole &= !blocks;
      if (blocks || directed) {
        findings.add(told(record, found));
      }
    }
    return whole ? assembly.geometry() : null;
  }

  /**
   * Parts whose rings have roles, the outer one first: roles are kept, directions mean nothing. Null when a ring can't be
   * used, or a hole isn't in its outer ring.
   */
  public static @Nullable Geometry ofParts(
      int record, List<List<CoordinateSequence>> parts, int srid, List<Finding> findings) {
    List<Polygon> polygons = new ArrayList<>();
    for (List<CoordinateSequence> rings : parts) {
      Rings.Assembly assembly = Rings.polygonsFromRings(rings, srid);
      List<GeometryFinding> blocking = assembly.findings().stream()
          .filter(found -> found.severity() == GeometryFinding.Severity.BLOCK).toList();
      if (!blocking.isEmpty()) {
        blocking.forEach(found -> findings.add(told(record, found)));
        return null;
      }
      if (!(assembly.geometry() instanceof Polygon polygon) || !hasRoles(polygon, rings)) {
        findings.add(holeOutside(record, rings));
        return null;
      }
      polygons.add(polygon);
    }
    return polygons.size() == 1 ? polygons.get(0)
        : new GeometryFactory(new PrecisionModel(), srid).createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** Closed rings of coordinates x, y, x, y …: what every reader of a format hands over. */
  public static CoordinateSequence ring(double[] ordinates) {
    return new PackedCoordinateSequence.Double(ordinates, PLANE, 0);
  }

  public static Finding noShape(int record) {
    return Finding.ofRecord("F5", Severity.BLOCK, record, new Bilingual(
        "Record %s has no shape; draw it or delete the row.", "第 %s 条记录没有图形，请补绘或删除该行。").formatted(record));
  }

  /** @param kind what it is instead, in both languages */
  public static Finding notPolygon(int record, Bilingual kind) {
    return Finding.ofRecord("F5", Severity.BLOCK, record, new Bilingual(
        "Record %s is %s, but land is a polygon; draw it as a polygon or leave the row out.",
        "第 %1$s 条记录是%3$s，而土地须为面，请改绘为面或去除该行。").formatted(record, kind.en(), kind.zh()));
  }

  /** What formats call shapes, in Chinese; a word that isn't here stays as it is. */
  public static String kindZh(String type) {
    return KINDS_ZH.getOrDefault(type.toUpperCase(Locale.ROOT), " " + type + " ");
  }

  /** Heights and measures of a file, told once. */
  public static Finding heightsDropped(String fileName) {
    return Finding.ofFile("F5", Severity.INFO, new Bilingual(
        "%s carries heights or measures; they were dropped, the plane boundary is unchanged.",
        "%s 带有高程或度量值，已舍去，平面界线不变。").formatted(fileName));
  }

  private static boolean hasRoles(Polygon polygon, List<CoordinateSequence> rings) {
    return polygon.getNumInteriorRing() == rings.size() - 1
        && polygon.getExteriorRing().getCoordinateN(0).equals2D(rings.get(0).getCoordinate(0))
        && polygon.getExteriorRing().getNumPoints() == rings.get(0).size();
  }

  private static Finding holeOutside(int record, List<CoordinateSequence> rings) {
    Coordinate place = rings.get(Math.min(1, rings.size() - 1)).getCoordinateCopy(0);
    return Finding.ofRecord("G1", Severity.BLOCK, record, new Bilingual(
        "Record %s has a hole that doesn't lie in its outer ring; draw it as a part of its own or inside.",
        "第 %s 条记录有洞不在其外环之内，请改绘为独立部分或移入外环。").formatted(record)).at(place);
  }

  private static Finding told(int record, GeometryFinding found) {
    Bilingual sentence = new Bilingual("Record %s: %s".formatted(record, found.message()),
        "第 %s 条记录：%s".formatted(record, found.messageZh()));
    return Finding.ofRecord(found.rule(), Severity.valueOf(found.severity().name()), record, sentence).at(found.at());
  }
}
