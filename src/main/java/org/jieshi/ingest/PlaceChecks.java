package org.jieshi.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnit;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.Locator;
import org.jieshi.parcels.Place;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Where a boundary lies: sub-farm, town and village by the largest overlap, compared with what the file says, and
 * whether a parcel stays inside the farm (rule C8).
 */
final class PlaceChecks {

  private static final Map<AdministrativeKind, Bilingual> KINDS = Map.of(
      AdministrativeKind.SUB_FARM, new Bilingual("sub-farm", "分场"),
      AdministrativeKind.TOWN, new Bilingual("town", "乡镇"),
      AdministrativeKind.VILLAGE, new Bilingual("village", "村"));

  private final Locator locator;
  private final List<Farm> farm;
  private final Map<AdministrativeKind, Map<String, String>> codes = new HashMap<>();
  private final Map<AdministrativeKind, Map<String, String>> names = new HashMap<>();

  private record Farm(AdministrativeUnit unit, PreparedGeometry degrees) {}

  PlaceChecks(AdministrativeUnits units) {
    this.locator = units.locator();
    this.farm = units.all(AdministrativeKind.SUB_FARM).stream()
        .map(unit -> new Farm(unit, PreparedGeometryFactory.prepare(unit.degrees()))).toList();
    for (AdministrativeKind kind : AdministrativeKind.values()) {
      Map<String, String> byText = new HashMap<>();
      Map<String, String> byCode = new HashMap<>();
      for (AdministrativeUnit unit : units.all(kind)) {
        byText.put(unit.name(), unit.code());
        byCode.put(unit.code(), unit.name());
      }
      byCode.keySet().forEach(code -> byText.put(code, code));
      codes.put(kind, byText);
      names.put(kind, byCode);
    }
  }

  /** The fields with codes of administrative units, found by location where the file is silent or wrong. */
  StagedFields locate(
      Layer layer, int record, Geometry boundary, Geometry degrees, StagedFields fields, List<Finding> findings) {
    Place place = locator.locate(boundary, degrees);
    if (layer == Layer.PARCELS) {
      checkInsideFarm(record, boundary, degrees, fields, findings);
    }
    return fields.locatedIn(
        settle(AdministrativeKind.SUB_FARM, record, fields.subFarm(), place.subFarm(), findings),
        settle(AdministrativeKind.TOWN, record, fields.town(), place.town(), findings),
        settle(AdministrativeKind.VILLAGE, record, fields.village(), place.village(), findings));
  }

  /** Around all sub-farms, CGCS2000 degrees; empty before there are any. */
  Optional<Envelope> farmEnvelope() {
    Envelope all = new Envelope();
    farm.forEach(part -> all.expandToInclude(part.unit().degrees().getEnvelopeInternal()));
    return all.isNull() ? Optional.empty() : Optional.of(all);
  }

  private @Nullable String settle(AdministrativeKind kind, int record, @Nullable String said, @Nullable String found,
      List<Finding> findings) {
    if (said == null || codes.get(kind).isEmpty()) {
      return found;
    }
    String code = codes.get(kind).get(said);
    if (code == null) {
      tell(findings, record, "Record %s names the %s %s, which isn't on record; it is taken to be in %s.",
          "第 %s 条记录的%s %s 不在册，按位置归入%s。", kind, said, found);
      return found;
    }
    if (!code.equals(found)) {
      tell(findings, record, "Record %s names the %s %s, but lies mostly in %s; check which is right.",
          "第 %s 条记录的%s为 %s，但主要位于%s，请核对。", kind, said, found);
    }
    return code;
  }

  private void tell(List<Finding> findings, int record, String en, String zh, AdministrativeKind kind, String said,
      @Nullable String found) {
    String name = found == null ? null : names.get(kind).getOrDefault(found, found);
    Bilingual title = KINDS.get(kind);
    findings.add(Finding.ofRecord("C8", Severity.WARN, record, new Bilingual(
        en.formatted(record, title.en(), said, name == null ? "none" : name),
        zh.formatted(record, title.zh(), said, name == null ? "任何已登记单元之外" : " " + name))));
  }

  /**
   * Rule C8. The strip outside is as wide on average as its area over half the parcel's boundary, if it ran along that;
   * a strip along a shorter stretch is wider, so that what is told here is outside beyond doubt.
   */
  private void checkInsideFarm(
      int record, Geometry boundary, Geometry degrees, StagedFields fields, List<Finding> findings) {
    if (farm.isEmpty() || farm.stream().anyMatch(part -> part.degrees().covers(degrees))) {
      return;
    }
    double inside = farm.stream().filter(part -> part.degrees().intersects(degrees))
        .mapToDouble(part -> Overlap.between(boundary, inPlaneOf(boundary, part.unit())).map(Overlap::area).orElse(0.0))
        .sum();
    double outside = Areas.planeAreaExact(boundary) - inside;
    double own = fields.accuracy() == null ? 0 : fields.accuracy();
    double width = 2 * outside / boundary.getLength();
    if (width > Math.max(Accuracy.allowedMismatch(own, own), PairChecks.COORDINATE_UNIT)) {
      findings.add(Finding.ofRecord("C8", Severity.WARN, record, new Bilingual(
          "Record %s reaches out of the farm by %s m²; check the boundary.",
          "第 %s 条记录有 %s 平方米超出农场范围，请核对界线。").formatted(record, "%.2f".formatted(outside))));
    }
  }

  private static Geometry inPlaneOf(Geometry boundary, AdministrativeUnit unit) {
    return unit.srid() == boundary.getSRID() ? unit.boundary() : CoordinateSystems.transformAcceptingBallpark(
        unit.degrees(), CoordinateSystems.CGCS2000_DEGREES, boundary.getSRID());
  }
}
