package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.evidence;
import static org.jieshi.parcels.Land.imported;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.GeometryCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EachDatabase
class ConflictsIT {

  private static final ChangeReason WHY = new ChangeReason("IMPORT", "1");
  private static final AtomicInteger SEQUENCE = new AtomicInteger();

  @Autowired SpatialUnits units;
  @Autowired Conflicts conflicts;
  @Autowired AuditVerifier verifier;
  @Autowired TransactionTemplate transaction;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient jdbc;

  private int sequence;
  private String code;
  private double west;

  @BeforeEach
  void onLandOfItsOwn() {
    sequence = SEQUENCE.incrementAndGet();
    code = code(sequence);
    west = 2000 * sequence;
  }

  /** Whatever was done: what is kept and brought up to date says what the register says, counted anew. */
  @AfterEach
  void theFiguresAreThoseOfTheRegister() {
    assertThat(conflicts.summary()).isEqualTo(new SummaryLedger(jdbc, transactions).now());
    List<Geometry> real = new ArrayList<>();
    Map<Track, List<Geometry>> byTrack = new EnumMap<>(Track.class);
    Map<OverlapClass, List<Geometry>> byClass = new EnumMap<>(OverlapClass.class);
    jdbc.sql("select overlap_class, track, cast(overlap as bytea) from conflict where status in ('OPEN', 'IN_CASE')")
        .query((row, n) -> {
          OverlapClass overlapClass = OverlapClass.valueOf(row.getString(1));
          Geometry overlap = GeometryCodec.read(row.getBytes(3));
          byClass.computeIfAbsent(overlapClass, key -> new ArrayList<>()).add(overlap);
          if (overlapClass != OverlapClass.NOISE) {
            real.add(overlap);
            byTrack.computeIfAbsent(Track.valueOf(row.getString(2)), key -> new ArrayList<>()).add(overlap);
          }
          return null;
        }).list();
    ConflictSummary figures = conflicts.summary();
    assertThat(figures.count()).isEqualTo(real.size());
    assertThat(figures.netArea().doubleValue()).isCloseTo(NetArea.of(real), within(0.02));
    assertThat(figures.byTrack().keySet()).isEqualTo(byTrack.keySet());
    assertThat(figures.byClass().keySet()).isEqualTo(byClass.keySet());
    byTrack.forEach((track, lands) -> assertThat(figures.byTrack().get(track).netArea().doubleValue())
        .isCloseTo(NetArea.of(lands), within(0.02)));
    byClass.forEach((overlapClass, lands) -> assertThat(figures.byClass().get(overlapClass).netArea().doubleValue())
        .isCloseTo(NetArea.of(lands), within(0.02)));
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void aClaimShiftedFiveMetresOverTheBoundaryGivesOneConflictOfTheExactIntersection() {
    Geometry irregular = wobbly(west, 1);
    units.add(UnitKind.PARCEL, List.of(parcel(code, irregular)), WHY);
    Geometry neighbour = rectangle(west + 300, 0, 200, 400).difference(irregular);
    Geometry shifted = PlaneSets.moved(neighbour, -5, 0);
    add(claim("S" + sequence, shifted, null));

    List<Conflict> found = conflicts.ofParcel(code);
    assertThat(found).hasSize(1);
    double exact = irregular.intersection(shifted).getArea();
    assertThat(found.get(0).area()).isCloseTo(exact, within(1e-6 * exact));
    assertThat(found.get(0).overlap().getSRID()).isEqualTo(4524);
    assertThat(found.get(0).left()).isEqualTo(units.get(UnitKind.PARCEL, code).ref());
    assertThat(found.get(0).status()).isEqualTo(ConflictStatus.OPEN);
    assertThat(found.get(0).ruleVersion()).isEqualTo("overlap-1/track-2");
  }

  @Test
  void touchingNeighboursGiveNone() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100)),
        parcel(code.replace("GN", "GL"), rectangle(west + 100, 0, 100, 100))), WHY);
    add(claim("N" + sequence, rectangle(west, 100, 200, 50), null));

    assertThat(conflicts.ofParcel(code)).isEmpty();
  }

  @Test
  void aConflictFollowsTheLandAndKeepsItsIdAndHistory() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    UnitRef first = add(claim("F" + sequence, rectangle(west + 95, 0, 100, 100), "证1"));
    long id = conflicts.ofParcel(code).get(0).id();

    UnitRef second = units.amend(first, rectangle(west + 90, 0, 100, 100), WHY);
    assertThat(conflicts.get(id).area()).isCloseTo(1000, within(1e-6));
    assertThat(conflicts.get(id).right()).isEqualTo(second);
    UnitRef third = units.amend(second, rectangle(west + 100, 0, 100, 100), WHY);
    assertThat(conflicts.get(id).status()).isEqualTo(ConflictStatus.GONE);
    assertThat(conflicts.ofParcel(code)).isEmpty();
    UnitRef fourth = units.amend(third, rectangle(west + 99, 0, 100, 100), WHY);
    assertThat(conflicts.get(id).status()).isEqualTo(ConflictStatus.OPEN);
    units.withdraw(fourth, new ChangeReason("AGREEMENT", "调2013-0001"));

    assertThat(conflicts.history(id)).extracting(ConflictEvent::what)
        .containsExactly("APPEARED", "CHANGED", "GONE", "APPEARED", "GONE");
    assertThat(conflicts.history(id)).extracting(ConflictEvent::rightVersion).containsExactly(1, 2, 2, 4, 4);
  }

  @Test
  void aCertificateTurnsAnOccupiersClaimIntoTrespass() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    add(claim("T" + sequence, rectangle(west + 95, 0, 100, 100), null));
    assertThat(conflicts.ofParcel(code).get(0).track()).isEqualTo(Track.OWNERSHIP);

    units.setParcelStatus(code, UnitStatus.PENDING, WHY);
    units.setParcelStatus(code, UnitStatus.CERTIFIED, WHY);

    assertThat(conflicts.ofParcel(code).get(0).track()).isEqualTo(Track.TRESPASS);
  }

  @Test
  void aSettlementHoldsUntilTheLandChanges() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    UnitRef claim = add(claim("C" + sequence, rectangle(west + 95, 0, 100, 100), "证2"));
    long id = conflicts.openAgainst(code).get(0).id();

    conflicts.attachToCase(List.of(id), "调2013-0001");
    assertThat(conflicts.openAgainst(code)).hasSize(1);
    assertProblem(() -> conflicts.attachToCase(List.of(id), "调2013-0002"), ProblemCode.CONFLICTING_STATE);
    conflicts.settle(List.of(id), "调2013-0002");
    assertThat(conflicts.get(id).status()).isEqualTo(ConflictStatus.IN_CASE);
    conflicts.settle(List.of(id), "调2013-0001");
    assertThat(conflicts.openAgainst(code)).isEmpty();

    units.amend(claim, rectangle(west + 80, 0, 100, 100), WHY);
    assertThat(conflicts.get(id).status()).isEqualTo(ConflictStatus.OPEN);
    assertThat(conflicts.get(id).caseNumber()).isNull();
    assertThat(conflicts.history(id)).extracting(ConflictEvent::what)
        .containsExactly("APPEARED", "ATTACHED", "SETTLED", "REOPENED");
  }

  @Test
  void aCaseThatIsNotAcceptedGivesItsConflictsBack() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    add(claim("R" + sequence, rectangle(west + 95, 0, 100, 100), "证3"));
    long id = conflicts.openAgainst(code).get(0).id();
    conflicts.attachToCase(List.of(id), "调2013-0009");

    conflicts.reopen(List.of(id), "调2013-0009");

    assertThat(conflicts.get(id).status()).isEqualTo(ConflictStatus.OPEN);
    conflicts.attachToCase(List.of(id), "调2013-0010");
  }

  @Test
  void surveyNoiseIsListedAndNeverBlocks() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    add(claim("Z" + sequence, rectangle(west + 99.95, 0, 100, 100), "证4"));

    assertThat(conflicts.ofParcel(code)).extracting(Conflict::overlapClass).containsExactly(OverlapClass.NOISE);
    assertThat(conflicts.openAgainst(code)).isEmpty();
  }

  @Test
  void aForestCertificateOfOthersConflictsAndTheFarmsOwnDoesNot() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    units.add(UnitKind.EVIDENCE, List.of(
        evidence("own" + sequence, rectangle(west - 10, -10, 500, 500), UnitFacts.FARM_1987_CERTIFICATE),
        evidence("forest" + sequence, rectangle(west + 50, 0, 100, 100), UnitFacts.FOREST_CERTIFICATE)), WHY);

    assertThat(conflicts.ofParcel(code)).singleElement().satisfies(conflict -> {
      assertThat(conflict.right().code()).isEqualTo("forest" + sequence);
      assertThat(conflict.track()).isEqualTo(Track.DOUBLE_CERTIFICATE);
    });
  }

  @Test
  void aNeighbourOfAnotherZoneIsComparedInThePlaneOfTheParcel() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    Geometry there = CoordinateSystems.transform(rectangle(west + 95, 0, 100, 100), 4524, 4525);
    units.add(UnitKind.CLAIM, List.of(new UnitDraft("zone37-" + sequence, there, 4525, null, 0.05,
        UnitFacts.NONE, null, null)), WHY);

    assertThat(conflicts.ofParcel(code)).singleElement().satisfies(conflict -> {
      assertThat(conflict.area()).isCloseTo(500, within(0.01));
      assertThat(conflict.overlap().getSRID()).isEqualTo(4524);
    });
  }

  @Test
  void anImportWhoseConflictIsInACaseIsNotTakenBack() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    long importId = 1000 + sequence;
    units.add(UnitKind.CLAIM, List.of(imported(claim("U" + sequence, rectangle(west + 95, 0, 100, 100), null),
        importId)), WHY);
    conflicts.attachToCase(List.of(conflicts.openAgainst(code).get(0).id()), "调2013-0020");

    assertProblem(() -> units.undoImport(importId), ProblemCode.IMPORT_IN_USE);
  }

  @Test
  void twoNeighboursRegisteredAtTheSameMomentSeeEachOther() throws Exception {
    CountDownLatch bothReady = new CountDownLatch(2);
    ExecutorService clerks = Executors.newFixedThreadPool(2);
    Future<?> one = clerks.submit(() -> together(bothReady, UnitKind.PARCEL,
        parcel(code, rectangle(west, 0, 100, 100))));
    Future<?> other = clerks.submit(() -> together(bothReady, UnitKind.CLAIM,
        claim("W" + sequence, rectangle(west + 95, 0, 100, 100), null)));
    one.get();
    other.get();
    clerks.shutdown();

    assertThat(conflicts.ofParcel(code)).hasSize(1);
  }

  @Test
  void facesNameEverybodyOverAPieceOfLandAndCountItOnce() {
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    String one = "A" + sequence;
    String two = "B" + sequence;
    add(claim(one, rectangle(west + 50, 0, 100, 100), null));
    add(claim(two, rectangle(west + 80, 0, 100, 50), null));
    Envelope window = units.get(UnitKind.PARCEL, code).degrees().getEnvelopeInternal();
    window.expandToInclude(units.get(UnitKind.CLAIM, two).degrees().getEnvelopeInternal());

    List<Face> faces = conflicts.faces(window);

    assertThat(faces).extracting(face -> face.coveredBy().stream().map(UnitRef::code).toList(),
            face -> Math.round(face.area())).containsExactlyInAnyOrder(
        tuple(List.of(code), 5000L),
        tuple(List.of(code, one), 4000L),
        tuple(List.of(code, one, two), 1000L),
        tuple(List.of(one), 2500L),
        tuple(List.of(one, two), 2500L),
        tuple(List.of(two), 1500L));
    assertThat(faces.stream().mapToDouble(Face::area).sum()).isCloseTo(16_500, within(1e-6));
  }

  @Test
  void disputedLandIsNotTheSumOfItsPairs() {
    ConflictSummary before = conflicts.summary();
    units.add(UnitKind.PARCEL, List.of(parcel(code, rectangle(west, 0, 100, 100))), WHY);
    add(claim("P" + sequence, rectangle(west + 50, 0, 100, 100), null));
    add(claim("Q" + sequence, rectangle(west + 80, 0, 100, 100), null));

    ConflictSummary after = conflicts.summary();

    assertThat(after.count() - before.count()).isEqualTo(2);
    assertThat(after.pairArea().subtract(before.pairArea())).isEqualByComparingTo("7000.00");
    assertThat(after.netArea().subtract(before.netArea())).isEqualByComparingTo("5000.00");
    assertThat(after.byTrack().get(Track.OWNERSHIP).netArea()).isGreaterThanOrEqualTo(new BigDecimal("5000.00"));
  }

  private void together(CountDownLatch bothReady, UnitKind kind, UnitDraft draft) {
    transaction.executeWithoutResult(tx -> {
      bothReady.countDown();
      try {
        bothReady.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      units.add(kind, List.of(draft), WHY);
    });
  }

  private UnitRef add(UnitDraft claim) {
    return units.add(UnitKind.CLAIM, List.of(claim), WHY).get(0);
  }

  /** A field with forty vertices that a surveyor would draw, to the millimetre. */
  private static Geometry wobbly(double west, long seed) {
    Random random = new Random(seed);
    StringBuilder wkt = new StringBuilder("POLYGON ((");
    StringBuilder first = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      double angle = 2 * Math.PI * i / 40;
      double radius = 180 + 20 * random.nextDouble();
      String point = "%.3f %.3f".formatted(west + 200 + radius * Math.cos(angle), 200 + radius * Math.sin(angle));
      if (i == 0) {
        first.append(point);
      }
      wkt.append(point).append(", ");
    }
    return Land.at(wkt.append(first).append("))").toString());
  }

  private static void assertProblem(Runnable action, ProblemCode code) {
    assertThatThrownBy(action::run).isInstanceOfSatisfying(ProblemException.class,
        refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }
}
