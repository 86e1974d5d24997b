package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.ingest.SurveyedLand.code;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieshi.parcels.BoundaryMark;
import org.jieshi.parcels.BoundaryMark.Kind;
import org.jieshi.parcels.BoundaryMark.Monument;
import org.jieshi.parcels.BoundaryMark.Nature;
import org.jieshi.parcels.BoundaryMarks;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** JZD and JZX beside their parcels: two parcels, six points, the line between them disputed. */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import(ImportDesk.class)
class BoundaryMarksIT {

  private static final ImportRequest PARCELS = ImportRequest.of(Layer.PARCELS).withAccuracy(0.05);

  @Autowired ImportDesk desk;
  @Autowired Imports imports;
  @Autowired SpatialUnits units;
  @Autowired BoundaryMarks marks;
  @Autowired WebApplicationContext context;

  @Test
  void pointsAndLinesGoToTheParcelsTheyLieOn() {
    Import staged = desk.stage(PARCELS, "成果.zip", MarksFile.zip(70, new int[] {0, 100, 200, 200, 100, 0},
        new int[] {100, 100, 100, 0, 0, 0}));

    assertThat(said(staged)).contains(
        "JZD: 8 boundary points or lines were given to their parcels.",
        "JZX: 2 boundary points or lines were given to their parcels.",
        "JZX: 1 points or lines belong to no parcel of the file, by number or by place, and were left out.",
        "Record 1 has a boundary line marked as disputed (JXXZ 600003); settle it before the land is registered.",
        "Record 2 has a boundary line marked as disputed (JXXZ 600003); settle it before the land is registered.");
    assertThat(said(staged)).noneMatch(sentence -> sentence.contains("vertex"));
    desk.commit(staged.id());

    List<BoundaryMark> first = marks.of(units.get(UnitKind.PARCEL, code(70, 1)).ref());
    assertThat(first).extracting(BoundaryMark::kind)
        .containsExactly(Kind.POINT, Kind.POINT, Kind.POINT, Kind.POINT, Kind.LINE);
    assertThat(first).extracting(BoundaryMark::number).containsExactly("J1", "J2", "J5", "J6", null);
    assertThat(first.get(0).monument()).isEqualTo(Monument.CONCRETE);
    assertThat(first.get(0).shape().toText()).isEqualTo("POINT (36632000 2480100)");
    assertThat(first.get(4).nature()).isEqualTo(Nature.DISPUTED);
    assertThat(first.get(4).length()).isEqualByComparingTo("100");
    assertThat(marks.of(units.get(UnitKind.PARCEL, code(70, 2)).ref())).hasSize(5);
  }

  @Test
  void aPointBesideItsVertexAndAVertexWithoutAPointAreTold() {
    Import staged = desk.stage(PARCELS, "成果.zip", MarksFile.zip(71, new int[] {0, 100, 200, 200, 100, 50},
        new int[] {100, 100, 100, 0, 0, 0}));

    assertThat(said(staged)).contains(
        "Record 1: boundary point J6 lies at no vertex of the boundary (limit 0.100 m); check point or boundary.",
        "Record 1: 1 of 4 vertices have no boundary point; the first is marked.");
    assertThat(staged.counts().blocked()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"72, shp.zip", "73, shp.zip?encoding=GBK", "74, gpkg", "75, gpkg.zip"})
  void goOutWithTheirParcelsAndComeBackAsTheyWere(int district, String format) throws Exception {
    Import first = desk.stage(PARCELS, "成果.zip", MarksFile.zip(district, new int[] {0, 100, 200, 200, 100, 0},
        new int[] {100, 100, 100, 0, 0, 0}));
    desk.commit(first.id());
    List<BoundaryMark> before = marksOf(district);
    byte[] file = exported("parcels." + format + (format.contains("?") ? "&" : "?") + "q=" + code(district, 1).substring(0, 12));
    desk.undo(first.id());

    Import again = desk.stage(PARCELS, "parcels." + format.replaceFirst("\\?.*", ""), file);

    assertThat(again.counts().blocked()).isZero();
    assertThat(said(again)).map(sentence -> sentence.replaceFirst("^JZ./", "")).contains("JZD: 8 boundary points or lines were given to their parcels.",
        "JZX: 2 boundary points or lines were given to their parcels.");
    desk.commit(again.id());
    assertThat(before).hasSize(10).extracting(BoundaryMark::attributes).contains(Map.of("备注", "石桩旁", "JBLX", "9"));
    assertThat(marksOf(district)).isEqualTo(before);
  }

  private List<BoundaryMark> marksOf(int district) {
    List<BoundaryMark> all = new ArrayList<>(marks.of(units.get(UnitKind.PARCEL, code(district, 1)).ref()));
    all.addAll(marks.of(units.get(UnitKind.PARCEL, code(district, 2)).ref()));
    return all;
  }

  private byte[] exported(String file) {
    return desk.as(ImportDesk.MANAGER, () -> {
      try {
        return MockMvcBuilders.webAppContextSetup(context).build().perform(get(URI.create("/api/export/" + file)))
            .andReturn().getResponse().getContentAsByteArray();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private List<String> said(Import staged) {
    return desk.as(ImportDesk.SURVEYOR, () -> imports.findings(staged.id(), null, null, null, 0, 500)).items().stream()
        .map(ReportedFinding::message).toList();
  }
}
