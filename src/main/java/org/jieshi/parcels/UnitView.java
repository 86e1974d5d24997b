package org.jieshi.parcels;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A version of a unit over HTTP. Areas are m², {@code ...Hm2} hm²; the geometry is CGCS2000 degrees unless the surveyed
 * coordinates were asked for, and {@code geometryCrs} says which.
 */
record UnitView(long id, String code, UnitStatus status, int version, @Nullable String subFarm, @Nullable String town,
    @Nullable String village, @Nullable LandUse landUse, @Nullable String holder, @Nullable String claimant,
    @Nullable String basis, @Nullable String document, @Nullable LocalDate since, @Nullable String location,
    @Nullable String rightNature, @Nullable BigDecimal declaredArea, BigDecimal planeArea, BigDecimal planeAreaHm2,
    BigDecimal ellipsoidArea, BigDecimal ellipsoidAreaHm2, String crs, @Nullable Double accuracy, String reason,
    @Nullable String reasonSubject, Instant validFrom, @Nullable Instant validTo, Map<String, String> attributes,
    String geometryCrs, Geometry geometry) {

  /** The code means nothing without its scheme (domain.md §2). */
  record LandUse(String scheme, String code) {
  }

  /** @param crs {@code native} for the coordinates as surveyed; null or {@code EPSG:4490} for degrees */
  static UnitView of(UnitVersion unit, @Nullable String crs) {
    boolean surveyed = wantsSurveyed(crs);
    UnitFacts facts = unit.facts();
    boolean claim = unit.ref().kind() == UnitKind.CLAIM;
    LandUse landUse = facts.landUseScheme() == null || facts.landUseCode() == null ? null
        : new LandUse(facts.landUseScheme(), facts.landUseCode());
    return new UnitView(unit.ref().id(), unit.ref().code(), unit.status(), unit.ref().version(), facts.subFarm(),
        facts.town(), facts.village(), landUse, claim ? null : facts.party(), claim ? facts.party() : null,
        facts.basis(), facts.document(), facts.since(), facts.location(), facts.rightNature(), unit.declaredArea(),
        unit.planeArea(), AreaUnits.hectares(unit.planeArea()), unit.ellipsoidArea(),
        AreaUnits.hectares(unit.ellipsoidArea()), "EPSG:" + unit.srid(), unit.accuracy(), unit.reason(),
        unit.reasonSubject(), unit.validFrom(), unit.validTo(), facts.attributes(),
        surveyed ? "EPSG:" + unit.srid() : "EPSG:4490", surveyed ? unit.boundary() : unit.degrees());
  }

  private static boolean wantsSurveyed(@Nullable String crs) {
    if (crs == null || crs.equalsIgnoreCase("EPSG:4490")) {
      return false;
    }
    if (crs.equalsIgnoreCase("native")) {
      return true;
    }
    throw Problem.of(ProblemCode.BAD_REQUEST, "crs is native or EPSG:4490.", "参数 crs 可为 native 或 EPSG:4490。")
        .inField("crs").asException();
  }
}
