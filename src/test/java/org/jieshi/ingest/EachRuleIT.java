package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.ingest.SurveyedLand.code;
import static org.jieshi.ingest.SurveyedLand.parcel;
import static org.jieshi.ingest.SurveyedLand.parcels;
import static org.jieshi.ingest.SurveyedLand.rectangle;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every rule that an import is judged by, each with a file that it speaks up about and one so near to it that only the
 * rule makes the difference. C4 and C5 are conflicts of the register, A2 belongs to splits and merges, A3 to the areas.
 */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import(ImportDesk.class)
class EachRuleIT {

  private static final Set<String> RULES = Set.of("F1", "F2", "F3", "F4", "F5", "G1", "G2", "G3", "G4", "G5", "G6", "G7",
      "G8", "C1", "C2", "C3", "C6", "C7", "C8", "C9", "A1", "L1", "L2");
  private static final ImportRequest PARCELS = ImportRequest.of(Layer.PARCELS).withAccuracy(0.05);
  private static final ImportRequest CLAIMS = ImportRequest.of(Layer.CLAIMS).withAccuracy(1);

  @Autowired ImportDesk desk;
  @Autowired SpatialUnits units;

  /** @param refused a file that the rule speaks up about, {@code passed} one that it doesn't */
  private record Case(ImportRequest request, byte[] refused, byte[] passed) {}

  private final Map<String, Case> cases = new LinkedHashMap<>();
  private int sequence;

  @Test
  void speaksUpAboutOneFileAndNotAboutItsNeighbour() {
    farm();
    registered(401, UnitStatus.CERTIFIED, rectangle(0, 0, 100, 100));
    registered(402, UnitStatus.PENDING, rectangle(300, 0, 100, 100));
    registered(403, UnitStatus.SURVEYED, rectangle(600, 0, 20, 20));
    ofFiles();
    ofShapes();
    ofNeighbours();
    ofRecords();

    assertThat(cases.keySet()).isEqualTo(RULES);
    cases.forEach((rule, each) -> {
      assertThat(told(each.request, each.refused)).as(rule + ", refused").contains(rule);
      assertThat(told(each.request, each.passed)).as(rule + ", passed").doesNotContain(rule);
    });
  }

  private void ofFiles() {
    SurveyFile good = with(rectangle(1000, 0, 100, 100));
    byte[] traversal = SurveyFile.zip(Map.of("../a.shp", new byte[100]), StandardCharsets.UTF_8);
    add("F1", PARCELS, traversal, good.zip());
    add("F2", PARCELS, with(rectangle(1000, 0, 100, 100)).replace("dbf", null).zip(), good.zip());
    add("F3", PARCELS, with(rectangle(1000, 0, 100, 100)).prj(null).zip(), good.zip());
    add("F4", PARCELS, with(rectangle(1000, 0, 100, 100)).cpg("UTF-8").zip(), with(rectangle(1000, 0, 100, 100)).cpg("GBK").zip());
    add("F5", PARCELS, one(null, ""), one(rectangle(1000, 0, 100, 100), ""));
  }

  private void ofShapes() {
    add("G1", PARCELS, one(ring("0 0, 100 100, 100 0, 0 100"), ""), one(ring("0 0, 0 100, 100 100, 100 0"), ""));
    add("G2", PARCELS, one(ring("0 0, 100 0, 100 100, 0 100"), ""), one(ring("0 0, 0 100, 100 100, 100 0"), ""));
    add("G3", PARCELS, one("MULTIPOLYGON ((%s), (%s))".formatted(points("0 0, 0 50, 50 50, 50 0"),
        points("80 0, 80 50, 120 50, 120 0")), ""), one(ring("0 0, 0 50, 50 50, 50 0"), ""));
    add("G4", PARCELS, one(ring("0 0, 0 100, 100 100, 100 0.04, 100 0"), ""), one(ring("0 0, 0 100, 100 100, 100 0.06, 100 0"), ""));
    add("G5", PARCELS, one(ring("0 0, 0 100, 100 100, 100 50.2, 140 50, 100 49.8, 100 0"), ""), one(ring("0 0, 0 100, 100 100, 100 52, 140 50, 100 48, 100 0"), ""));
    add("G6", PARCELS, one(ring("0 0, 0 0.9, 1 0.9, 1 0"), ""), one(ring("0 0, 0 2, 2 2, 2 0"), ""));
    add("G7", PARCELS.withAccuracy(1), one(ring("0 0, 0 5, 100 5, 100 0"), ""), one(ring("0 0, 0 6, 100 6, 100 0"), ""));
    add("G8", PARCELS, two(rectangle(1000, 0, 100, 100), rectangle(1000, 0, 100, 100.5)),
        two(rectangle(1000, 0, 100, 100), rectangle(1000, 0, 100, 110)));
  }

  private void ofNeighbours() {
    add("C1", PARCELS, two(rectangle(1000, 0, 100, 100), rectangle(1099.8, 0, 100, 100)),
        two(rectangle(1000, 0, 100, 100), rectangle(1099.9, 0, 100, 100)));
    add("C2", PARCELS, one(rectangle(99.8, 0, 100, 100), ""), one(rectangle(99.9, 0, 100, 100), ""));
    add("C3", PARCELS, one(rectangle(399.8, 0, 100, 100), ""), one(rectangle(399.9, 0, 100, 100), ""));
    add("C6", PARCELS, gap(1.9), gap(2.2));
    add("C7", PARCELS, two(rectangle(1000, 0, 100, 100), ring("1100 0, 1100.04 100, 1200 100, 1200 0")),
        two(rectangle(1000, 0, 100, 100), ring("1100 0, 1100 100, 1200 100, 1200 0")));
    add("C8", PARCELS, one(rectangle(-2050, 0, 100, 100), ""), one(rectangle(-2000, 0, 100, 100), ""));
    add("C9", PARCELS, one(rectangle(590, -10, 40, 40), ""), one("POLYGON (%s, %s)".formatted(
        points("590 -10, 590 30, 630 30, 630 -10"), points("600 0, 620 0, 620 20, 600 20")), ""));
  }

  private void ofRecords() {
    add("A1", PARCELS, one(rectangle(1000, 0, 100, 100), "10015.00"), one(rectangle(1000, 0, 100, 100), "10009.00"));
    add("L1", PARCELS, parcel(parcels(), "45072100200", rectangle(1000, 0, 100, 100), "").zip(), one(rectangle(1000, 0, 100, 100), ""));
    add("L2", CLAIMS, SurveyedLand.claims().record(rectangle(0, 500, 100, 100), "", "DOCUMENT", "", "").zip(),
        SurveyedLand.claims().record(rectangle(0, 500, 100, 100), "大岭村", "DOCUMENT", "", "").zip());
  }

  private void add(String rule, ImportRequest request, byte[] refused, byte[] passed) {
    cases.put(rule, new Case(request, refused, passed));
  }

  /** Rules of the findings, or the one that refuses the file. */
  private Set<String> told(ImportRequest request, byte[] zip) {
    Import staged = desk.stage(request, "a.zip", zip);
    return staged.problem() != null ? Set.of(staged.problem().rule())
        : Set.copyOf(staged.findings().stream().map(ReportedFinding::rule).toList());
  }

  private byte[] one(String wkt, String area) {
    return parcel(parcels(), code(450, ++sequence), wkt, area).zip();
  }

  private byte[] two(String one, String other) {
    SurveyFile file = parcel(parcels(), code(450, ++sequence), one, "");
    return parcel(file, code(450, ++sequence), other, "").zip();
  }

  private SurveyFile with(String wkt) {
    return parcel(parcels(), code(450, ++sequence), wkt, "");
  }

  /** Four parcels around a strip of this width. */
  private byte[] gap(double width) {
    SurveyFile file = parcel(parcels(), code(450, ++sequence), rectangle(1000, 0, 400, 50), "");
    parcel(file, code(450, ++sequence), rectangle(1000, 50 + width, 400, 50), "");
    parcel(file, code(450, ++sequence), rectangle(950, 0, 50, 100 + width), "");
    return parcel(file, code(450, ++sequence), rectangle(1400, 0, 50, 100 + width), "").zip();
  }

  private void farm() {
    desk.bring(ImportRequest.of(Layer.SUB_FARMS), SurveyFile.named("fc").text("FCDM", 2).text("FCMC", 20)
        .record(rectangle(-2000, -2000, 6000, 6000), "01", "华山一分场"));
  }

  private void registered(int district, UnitStatus status, String wkt) {
    desk.bring(PARCELS, parcel(parcels(), code(district, 1), wkt, ""));
    ChangeReason why = new ChangeReason("TEST", null);
    if (status != UnitStatus.SURVEYED) {
      units.setParcelStatus(code(district, 1), UnitStatus.PENDING, why);
    }
    if (status == UnitStatus.CERTIFIED) {
      units.setParcelStatus(code(district, 1), UnitStatus.CERTIFIED, why);
    }
  }

  /** A ring through metres from the corner of the farm, closed. */
  private static String ring(String metres) {
    return "POLYGON (" + points(metres) + ")";
  }

  private static String points(String metres) {
    StringBuilder ring = new StringBuilder("(");
    String first = null;
    for (String pair : metres.split(", ")) {
      String[] xy = pair.split(" ");
      String point = (36_632_000 + Double.parseDouble(xy[0])) + " " + (2_480_000 + Double.parseDouble(xy[1]));
      first = first == null ? point : first;
      ring.append(ring.length() > 1 ? ", " : "").append(point);
    }
    return ring.append(", ").append(first).append(')').toString();
  }
}
