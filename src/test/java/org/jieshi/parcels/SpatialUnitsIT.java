package org.jieshi.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.imported;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.geometry.DrawnShape;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@EachDatabase
class SpatialUnitsIT {

  private static final ChangeReason IMPORT = new ChangeReason("IMPORT", "1");
  private static final ChangeReason AGREEMENT = new ChangeReason("AGREEMENT", "调2013-0001");
  private static final AtomicInteger SEQUENCE = new AtomicInteger();

  @Autowired SpatialUnits units;
  @Autowired DrawnUnits drawn;
  @Autowired AuditVerifier verifier;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  private String code;
  private double west;

  @BeforeEach
  void onLandOfItsOwn() {
    int sequence = SEQUENCE.incrementAndGet();
    code = code(sequence);
    west = 1000 * sequence;
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  /** Whatever was done: the copies for the map say what the register says, and of nothing else. */
  @AfterEach
  void theMapShowsTheRegister() {
    String register = """
        select u.id, u.kind, u.code, u.status, v.basis, v.party, v.document, v.land_use_code, v.sub_farm, v.village,
               cast(v.plane_area as float8), cast(v.bounds as text)
          from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current
        """;
    String copies = """
        select unit_id, kind, code, status, basis, party, document, land_use_code, sub_farm, village, area,
               cast(bounds as text) from drawn_unit
        """;
    assertThat(jdbc.sql(register + " except " + copies).query().listOfRows()).isEmpty();
    assertThat(jdbc.sql(copies + " except " + register).query().listOfRows()).isEmpty();
    for (var row : jdbc.sql("""
        select d.unit_id, d.shape, cast(v.boundary_4490 as bytea) as degrees
          from drawn_unit d join spatial_unit_version v on v.unit_id = d.unit_id and v.current
        """).query().listOfRows()) {
      assertThat(row.get("shape")).as("shape of %s", row.get("unit_id"))
          .isEqualTo(DrawnShape.of(GeometryCodec.read((byte[]) row.get("degrees"))));
    }
  }

  @Test
  void whatIsMissingForTheMapIsMadeAtTheStart() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), IMPORT);
    jdbc.sql("delete from drawn_unit").update();

    drawn.afterPropertiesSet();

    theMapShowsTheRegister();
    assertThat(jdbc.sql("select count(*) from drawn_unit where code = :code").param("code", code).query(Integer.class)
        .single()).isEqualTo(1);
  }

  @Test
  void surveyedCoordinatesAreKeptBitByBit() {
    Geometry surveyed = Land.at("POLYGON ((0.123 0.001, 0.1 100.0005, 99.999 100, 100.3333333333 0.7, 0.123 0.001))");

    units.add(UnitKind.PARCEL, List.of(parcel(code, surveyed)), IMPORT);

    UnitVersion stored = units.get(UnitKind.PARCEL, code);
    assertThat(stored.boundary().getCoordinates()).isEqualTo(surveyed.getCoordinates());
    assertThat(stored.boundary().getSRID()).isEqualTo(4524);
    assertThat(stored.degrees().getSRID()).isEqualTo(4490);
  }

  @Test
  void aParcelHasItsPlaneAndItsEllipsoidArea() {
    Geometry square = Land.at("POLYGON ((820.374 878.717, 820.374 1878.717, 1820.374 1878.717, 1820.374 878.717,"
        + " 820.374 878.717))");

    units.add(UnitKind.PARCEL, List.of(parcel(code, square)), IMPORT);

    UnitVersion stored = units.get(UnitKind.PARCEL, code);
    assertThat(stored.planeArea()).isEqualByComparingTo("1000000.00");
    assertThat(stored.ellipsoidArea()).isBetween(new BigDecimal("999561.10"), new BigDecimal("999561.13"));
  }

  @Test
  void aCodeThatIsOnTheRegisterGetsItsNextVersion() {
    UnitRef first = units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), IMPORT).get(0);
    clock.advance(Duration.ofDays(1));
    UnitRef second = units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 90))), IMPORT).get(0);

    assertThat(second).isEqualTo(new UnitRef(first.id(), UnitKind.PARCEL, code, 2));
    assertThat(units.get(first.id()).planeArea()).isEqualByComparingTo("9000");
    UnitVersion before = units.getVersion(first.id(), 1);
    assertThat(before.planeArea()).isEqualByComparingTo("10000");
    assertThat(before.validTo()).isEqualTo(units.get(first.id()).validFrom());
    assertThat(units.versions(first.id())).extracting(v -> v.ref().version()).containsExactly(2, 1);
  }

  @Test
  void anAmendmentOfAnOldVersionIsStale() {
    UnitRef ref = units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), IMPORT).get(0);
    units.amend(ref, rectangle(west, 0, 100, 90), AGREEMENT);

    assertProblem(() -> units.amend(ref, rectangle(west, 0, 100, 80), AGREEMENT), ProblemCode.VERSION_STALE);
    assertThat(units.get(ref.id()).planeArea()).isEqualByComparingTo("9000");
  }

  @Test
  void aCertifiedParcelKeepsItsBoundary() {
    UnitRef ref = units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), IMPORT).get(0);
    units.setParcelStatus(code, UnitStatus.PENDING, new ChangeReason("APPLICATION", "1"));
    units.setParcelStatus(code, UnitStatus.CERTIFIED, new ChangeReason("CERTIFICATE", "灵国用(2012)第0001号"));

    assertProblem(() -> units.amend(ref, rectangle(west, 0, 100, 80), AGREEMENT), ProblemCode.CONFLICTING_STATE);
    assertProblem(() -> units.withdraw(ref, AGREEMENT), ProblemCode.CONFLICTING_STATE);
    assertProblem(() -> units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 9, 9))), IMPORT),
        ProblemCode.CONFLICTING_STATE);
  }

  @Test
  void aParcelIsNotCertifiedWithoutAnApplication() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), IMPORT);

    assertProblem(() -> units.setParcelStatus(code, UnitStatus.CERTIFIED, IMPORT), ProblemCode.CONFLICTING_STATE);
  }

  @Test
  void aRetiredNumberIsNeverUsedAgain() {
    UnitRef ref = units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), IMPORT).get(0);
    units.withdraw(ref, new ChangeReason("SPLIT", null));

    assertProblem(() -> units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 9, 9))), IMPORT),
        ProblemCode.CONFLICTING_STATE);
    assertThat(units.get(ref.id()).status()).isEqualTo(UnitStatus.RETIRED);
    assertThat(units.currentWithin(units.get(ref.id()).degrees().getEnvelopeInternal())).isEmpty();
  }

  @Test
  void aNumberTwiceInOneBatchIsRefused() {
    UnitDraft draft = parcel(code, rectangle(west, 0, 100, 100));

    assertProblem(() -> units.add(UnitKind.PARCEL, List.of(draft, draft), IMPORT), ProblemCode.DUPLICATE);
  }

  @Test
  void aBoundaryThatCrossesItselfIsRefusedWithThePlace() {
    Geometry bowTie = Land.at("POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))");

    assertThatThrownBy(() -> units.add(UnitKind.PARCEL, List.of(parcel(code, bowTie)), IMPORT))
        .isInstanceOfSatisfying(ProblemException.class, refused -> {
          assertThat(refused.problem().code()).isEqualTo(ProblemCode.GEOMETRY_INVALID);
          assertThat(refused.problem().record()).isEqualTo(code);
          assertThat(refused.problem().coordinate()).containsExactly(36_632_050, 2_480_050);
        });
    assertThat(units.find(UnitKind.PARCEL, code)).isEmpty();
  }

  @Test
  void anOlderDatumOfUnknownAccuracyIsRefused() {
    UnitDraft xian = new UnitDraft(code, rectangle(west, 0, 100, 100), 2360, null, null, UnitFacts.NONE, null, null);

    assertProblem(() -> units.add(UnitKind.PARCEL, List.of(xian), IMPORT), ProblemCode.CRS_NEEDS_PARAMETERS);
  }

  @Test
  void anUndoneImportLeavesTheMapAsItWasAndMayComeAgain() {
    UnitRef kept = units.add(UnitKind.PARCEL, List.of(imported(parcel(code, rectangle(west, 0, 100, 100)), 71)),
        IMPORT).get(0);
    String other = code.replace("GN", "GL");
    clock.advance(Duration.ofHours(1));
    List<UnitDraft> second = List.of(imported(parcel(code, rectangle(west, 0, 100, 50)), 72),
        imported(parcel(other, rectangle(west, 50, 100, 50)), 72));
    units.add(UnitKind.PARCEL, second, IMPORT);
    clock.advance(Duration.ofHours(1));

    assertProblem(() -> units.undoImport(71), ProblemCode.IMPORT_IN_USE);
    assertThat(units.undoImport(72)).isEqualTo(2);

    assertThat(units.get(kept.id()).planeArea()).isEqualByComparingTo("10000");
    assertThat(units.get(kept.id()).ref().version()).isEqualTo(3);
    assertThat(units.get(UnitKind.PARCEL, other).status()).isEqualTo(UnitStatus.RETIRED);
    assertThat(units.undoImport(71)).isEqualTo(1);
    assertThat(units.get(kept.id()).status()).isEqualTo(UnitStatus.RETIRED);

    clock.advance(Duration.ofHours(1));
    units.add(UnitKind.PARCEL, second.stream().map(draft -> imported(draft, 73)).toList(), IMPORT);
    assertThat(units.get(UnitKind.PARCEL, other).status()).isEqualTo(UnitStatus.SURVEYED);
    assertThat(units.undoImport(73)).isEqualTo(2);
  }

  @Test
  void anImportWhoseParcelWasAmendedIsNotTakenBack() {
    UnitRef ref = units.add(UnitKind.PARCEL, List.of(imported(parcel(code, rectangle(west, 0, 100, 100)), 81)),
        IMPORT).get(0);
    units.amend(ref, rectangle(west, 0, 100, 90), AGREEMENT);

    assertProblem(() -> units.undoImport(81), ProblemCode.IMPORT_IN_USE);
  }

  @Test
  void theDatabaseItselfRefusesToEditAVersion() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), IMPORT);

    assertThatThrownBy(() -> jdbc.sql("update spatial_unit_version set plane_area = 1").update())
        .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("never edited");
  }

  @Test
  void desktopGisSeesTheParcelsWhereThereIsPostgis(TestDatabase database) {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), IMPORT);

    if (database.kind() == DatabaseKind.POSTGIS) {
      assertThat(jdbc.sql("select st_isvalid(geom) and st_srid(geom) = 4490 from gis_parcel where code = :code")
          .param("code", code).query(Boolean.class).single()).isTrue();
    }
  }

  @Test
  void tenThousandParcelsAreOnTheMapInOneGo() {
    List<UnitDraft> drafts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      drafts.add(parcel("450721009%03dGN%05d".formatted(SEQUENCE.get(), i + 1),
          rectangle(50_000 + 10 * (i % 100), 10.0 * (i / 100), 10, 10)));
    }

    List<UnitRef> refs = units.add(UnitKind.PARCEL, drafts, IMPORT);

    assertThat(refs).hasSize(10_000);
    AtomicInteger seen = new AtomicInteger();
    units.forEachCurrent(unit -> seen.incrementAndGet(), UnitKind.PARCEL);
    assertThat(seen.get()).isGreaterThanOrEqualTo(10_000);
    Geometry one = units.get(refs.get(5_050).id()).degrees();
    assertThat(units.currentWithin(one.getEnvelopeInternal(), UnitKind.PARCEL)).hasSize(9);
  }

  private static void assertProblem(Runnable action, ProblemCode code) {
    assertThatThrownBy(action::run).isInstanceOfSatisfying(ProblemException.class,
        refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }
}
