package org.jieshi.parcels;

import java.math.BigDecimal;
import java.time.Instant;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Land for tests: WKT relative to a corner of the farm, in EPSG:4524, surveyed to 5 cm. */
public final class Land {

  public static final int ZONE_36 = 4524;
  public static final double SURVEYED = 0.05;

  private static final double EAST = 36_632_000;
  private static final double NORTH = 2_480_000;

  private Land() {}

  /** {@code POLYGON ((0 0, 100 0, ...))} in metres east and north of the corner. */
  public static Geometry at(String wkt) {
    try {
      Geometry geometry = new WKTReader().read(wkt);
      geometry.apply(AffineTransformation.translationInstance(EAST, NORTH));
      geometry.setSRID(ZONE_36);
      return geometry;
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  public static Geometry rectangle(double west, double south, double width, double height) {
    double east = west + width;
    double north = south + height;
    return at("POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))".formatted(
        west, south, west, north, east, north, east, south, west, south));
  }

  public static UnitDraft parcel(String code, Geometry boundary) {
    return draft(code, boundary, UnitFacts.NONE.withParty("华山农场", null, null)
        .withLandUse("GB/T 21010-2007", "021"));
  }

  /** A claim of a village collective; without a document it rests on occupation alone. */
  public static UnitDraft claim(String code, Geometry boundary, @Nullable String document) {
    return draft(code, boundary, UnitFacts.NONE.withParty("大岭村", document == null ? UnitFacts.OCCUPATION : "DOCUMENT",
        document));
  }

  public static UnitDraft evidence(String code, Geometry boundary, String basis) {
    return draft(code, boundary, UnitFacts.NONE.withParty("灵山县林业局", basis, "林证字" + code));
  }

  public static UnitDraft draft(String code, Geometry boundary, UnitFacts facts) {
    return new UnitDraft(code, boundary, ZONE_36, null, SURVEYED, facts, null, null);
  }

  public static UnitDraft imported(UnitDraft draft, long importId) {
    return new UnitDraft(draft.code(), draft.boundary(), draft.srid(), draft.declaredArea(), draft.accuracy(),
        draft.facts(), importId, 1);
  }

  public static UnitDraft accurateTo(UnitDraft draft, @Nullable Double accuracy) {
    return new UnitDraft(draft.code(), draft.boundary(), draft.srid(), draft.declaredArea(), accuracy, draft.facts(),
        draft.importId(), draft.importRecord());
  }

  /** As the register has it in force, in its first version. */
  public static UnitVersion inForce(long id, UnitKind kind, UnitDraft draft) {
    BigDecimal area = AreaUnits.squareMetres(Areas.planeAreaExact(draft.boundary()));
    return new UnitVersion(new UnitRef(id, kind, draft.code(), 1), kind.first(), 1, draft.boundary(), draft.srid(),
        CoordinateSystems.transformAcceptingBallpark(draft.boundary(), draft.srid(), CoordinateSystems.CGCS2000_DEGREES),
        area, area, draft.declaredArea(), draft.accuracy(), "hash-" + id, draft.facts(), draft.importId(),
        draft.importRecord(), "IMPORT", null, Instant.parse("2012-03-05T01:00:00Z"), null);
  }

  /** The same land as surveyed in another system, whatever its datum. */
  public static UnitDraft surveyedIn(int srid, UnitDraft draft) {
    return new UnitDraft(draft.code(), CoordinateSystems.inPlane(draft.boundary(), srid), srid, draft.declaredArea(),
        draft.accuracy(), draft.facts(), draft.importId(), draft.importRecord());
  }

  public static AdministrativeDraft unit(String code, String name, Geometry boundary) {
    return new AdministrativeDraft(code, name, null, boundary, ZONE_36, null);
  }

  /** A well-formed code of an agricultural state parcel. */
  public static String code(int sequence) {
    return "450721001002GN%05d".formatted(sequence);
  }
}
