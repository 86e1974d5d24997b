package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieshi.ingest.SurveyedLand.claims;
import static org.jieshi.ingest.SurveyedLand.code;
import static org.jieshi.ingest.SurveyedLand.parcel;
import static org.jieshi.ingest.SurveyedLand.parcels;
import static org.jieshi.ingest.SurveyedLand.rectangle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import({ImportDesk.class, ImportIT.Estimator.class})
class ImportIT {

  private static final ImportRequest PARCELS = ImportRequest.of(Layer.PARCELS).withAccuracy(0.05);
  private static final ImportRequest CLAIMS = ImportRequest.of(Layer.CLAIMS).withAccuracy(1);

  @Autowired ImportDesk desk;
  @Autowired Imports imports;
  @Autowired SpatialUnits units;
  @Autowired JdbcClient jdbc;
  @Autowired Estimator estimator;

  /** Stands for the module that knows conflicts and coverage; may be told to fail like a killed program. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Estimator {

    final AtomicBoolean crash = new AtomicBoolean();

    @Bean
    @Primary
    ImpactEstimator impactEstimator() {
      return staged -> {
        if (crash.get()) {
          throw new IllegalStateException("as if killed");
        }
        int[] count = {0};
        staged.forEach(draft -> count[0]++);
        return new Impact(count[0], BigDecimal.ZERO, BigDecimal.ONE);
      };
    }
  }

  @Test
  void aGoodFileIsReadCheckedShownAndCommittedAsItWasSurveyed() {
    SurveyFile file = parcel(parcels(), code(1, 1), rectangle(0.125, 0, 100, 100), "10000.00");
    parcel(file, code(1, 2), rectangle(100.125, 0, 100, 100), "10000.00");

    Import staged = desk.stage(PARCELS, file);

    assertThat(staged.status()).isEqualTo(ImportStatus.STAGED);
    assertThat(staged.crs()).isEqualTo("EPSG:4524");
    assertThat(staged.encoding()).isEqualTo("GB18030");
    assertThat(staged.counts()).isEqualTo(new Import.Counts(2, 2, 0, 0));
    assertThat(staged.progress()).isEqualTo(new Import.Progress(2, 2));
    assertThat(staged.mapping()).containsEntry("code", "ZDDM").containsEntry("declaredArea", "ZDMJ");
    assertThat(staged.preview().newConflicts()).isEqualTo(2);
    assertThat(units.find(UnitKind.PARCEL, code(1, 1))).isEmpty();

    assertThat(desk.commit(staged.id()).status()).isEqualTo(ImportStatus.COMMITTED);

    UnitVersion parcel = units.get(UnitKind.PARCEL, code(1, 1));
    assertThat(parcel.boundary().getCoordinates()[0].x).isEqualTo(36632000.125);
    assertThat(parcel.srid()).isEqualTo(4524);
    assertThat(parcel.planeArea()).isEqualByComparingTo("10000.00");
    assertThat(parcel.declaredArea()).isEqualByComparingTo("10000.00");
    assertThat(parcel.accuracy()).isEqualTo(0.05);
    assertThat(parcel.facts().party()).isEqualTo("华山农场");
    assertThat(parcel.facts().location()).isEqualTo("灵山县檀圩镇谷埠村");
    assertThat(parcel.facts().landUseScheme()).isEqualTo("GB/T 21010-2007");
    assertThat(parcel.facts().landUseCode()).isEqualTo("021");
    assertThat(parcel.facts().attributes()).containsExactly(Map.entry("TFH", "F49G039021"));
    assertThat(parcel.importId()).isEqualTo(staged.id());
    assertThat(parcel.importRecord()).isEqualTo(1);
  }

  @Test
  void blockedRowsAreNamedAndNeverCommitted() {
    SurveyFile file = parcel(parcels(), code(2, 1), rectangle(0, 1000, 100, 100), "10000.00");
    parcel(file, code(2, 2), rectangle(95, 1000, 100, 100), "10000.00");
    parcel(file, code(2, 3), rectangle(300, 1000, 100, 100), "10000.00");
    parcel(file, "45072100200", rectangle(500, 1000, 100, 100), "10000.00");
    parcel(file, code(2, 5), rectangle(700, 1000, 100, 100), "12000.00");
    parcel(file, code(2, 6), rectangle(900, 1000, 100, 100), "10000.00");
    parcel(file, code(2, 6), rectangle(1100, 1000, 100, 100), "10000.00");
    parcel(file, code(2, 8), null, "");
    parcel(file, code(2, 9), "POLYGON ((36633500 2481000, 36633600 2481100, 36633600 2481000, 36633500 2481100,"
        + " 36633500 2481000))", "");

    Import staged = desk.stage(PARCELS, file);

    assertThat(staged.counts()).isEqualTo(new Import.Counts(9, 1, 8, 0));
    assertThat(staged.findings()).filteredOn(found -> found.severity().equals("BLOCK"))
        .extracting(found -> found.rule() + " " + found.record()).contains("C1 1", "C1 2", "L1 4", "A1 5", "L1 6", "L1 7",
            "F5 8", "G1 9");
    assertThat(staged.findings()).filteredOn(found -> found.rule().equals("C1")).first().satisfies(found -> {
      assertThat(found.message()).isEqualTo(
          "Records 1 and 2 overlap by 500.00 m², on average 4.76 m wide; correct one of the boundaries.");
      assertThat(found.messageZh()).isEqualTo("第 1 条与第 2 条记录重叠 500.00 平方米，平均宽 4.76 米，请更正其中一条界线。");
      assertThat(found.surveyed()[0]).isBetween(36632095.0, 36632100.0);
      assertThat(found.coordinate()[0]).isBetween(109.28, 109.30);
    });
    assertRefused(() -> desk.commit(staged.id()), ProblemCode.ROWS_BLOCKED,
        "8 of 9 records are blocked; correct them and send the file again, or commit the 1 accepted ones only.");
    assertThat(units.find(UnitKind.PARCEL, code(2, 3))).isEmpty();

    desk.commitAccepted(staged.id());

    assertThat(units.find(UnitKind.PARCEL, code(2, 3))).isPresent();
    assertThat(units.find(UnitKind.PARCEL, code(2, 1))).isEmpty();
  }

  @Test
  void touchingNeighboursAreNoOverlapAndSurveyNoiseDoesNotBlock() {
    SurveyFile file = parcel(parcels(), code(3, 1), rectangle(0, 2000, 100, 100), "10000.00");
    parcel(file, code(3, 2), rectangle(100, 2000, 100, 100), "10000.00");
    parcel(file, code(3, 3), rectangle(199.9, 2000, 100, 100), "10000.00");

    Import staged = desk.stage(PARCELS, file);

    assertThat(staged.counts()).isEqualTo(new Import.Counts(3, 3, 0, 1));
    assertThat(staged.findings()).extracting(ReportedFinding::message).containsExactly("On the boundary between records 2"
        + " and 3 4 vertices have no counterpart (up to 0.000 m off); use one point for both.");
  }

  @Test
  void theSameLandTwiceIsADuplicate() {
    SurveyFile file = parcel(parcels(), code(4, 1), rectangle(0, 3000, 100, 100), "10000.00");
    parcel(file, code(4, 2), rectangle(0, 3000, 100, 100), "10000.00");

    assertThat(desk.stage(PARCELS, file).findings()).extracting(ReportedFinding::rule).containsOnly("G8");
  }

  @Test
  void landUnderALiveCertificateIsNeitherOverlappedNorSurveyedAnew() {
    desk.bring(PARCELS, parcel(parcels(), code(5, 1), rectangle(0, 4000, 100, 100), "10000.00"));
    certify(code(5, 1));

    SurveyFile file = parcel(parcels(), code(5, 1), rectangle(0, 4000, 90, 100), "9000.00");
    parcel(file, code(5, 2), rectangle(95, 4000, 100, 100), "10000.00");
    parcel(file, code(5, 3), rectangle(300, 4000, 100, 100), "10000.00");
    Import staged = desk.stage(PARCELS, file);

    assertThat(staged.counts().blocked()).isEqualTo(2);
    assertThat(staged.findings()).filteredOn(found -> found.severity().equals("BLOCK"))
        .extracting(ReportedFinding::message).contains(
            "Record 1 is parcel %s, which has a live certificate; its boundary changes only after that is cancelled."
                .formatted(code(5, 1)),
            "Record 2 overlaps the certified parcel %s by 500.00 m², on average 4.76 m wide; correct its boundary."
                .formatted(code(5, 1)));
  }

  @Test
  void whatWasCertifiedSinceTheCheckIsFoundAtTheCommit() {
    desk.bring(PARCELS, parcel(parcels(), code(6, 1), rectangle(0, 5000, 100, 100), "10000.00"));
    Import staged = desk.stage(PARCELS, parcel(parcels(), code(6, 2), rectangle(95, 5000, 100, 100), "10000.00"));
    assertThat(staged.counts().blocked()).isZero();
    certify(code(6, 1));

    assertRefused(() -> desk.commitAccepted(staged.id()), ProblemCode.ROWS_BLOCKED,
        "1 of 1 records are blocked; correct them and send the file again, or commit the 0 accepted ones only.");
    assertThat(desk.get(staged.id()).findings()).extracting(ReportedFinding::rule).containsExactly("C2");
    assertThat(units.find(UnitKind.PARCEL, code(6, 2))).isEmpty();
  }

  @Test
  void aParcelSentAgainBecomesItsNextVersionAndUndoBringsTheFormerBoundaryBack() {
    desk.bring(PARCELS, parcel(parcels(), code(7, 1), rectangle(0, 6000, 100, 100), "10000.00"));
    Import second = desk.stage(PARCELS, parcel(parcels(), code(7, 1), rectangle(0, 6000, 110, 100), "11000.00"));
    assertThat(second.findings()).extracting(ReportedFinding::message).containsExactly(
        "Record 1 becomes version 2 of %s, which is SURVEYED; its area changes from 10000.00 to 11000.00 m²."
            .formatted(code(7, 1)));

    desk.commit(second.id());
    assertThat(units.get(UnitKind.PARCEL, code(7, 1)).planeArea()).isEqualByComparingTo("11000");

    assertThat(desk.undo(second.id()).status()).isEqualTo(ImportStatus.UNDONE);
    UnitVersion now = units.get(UnitKind.PARCEL, code(7, 1));
    assertThat(now.planeArea()).isEqualByComparingTo("10000");
    assertThat(now.ref().version()).isEqualTo(3);
  }

  @Test
  void anImportIsUndoneAsAWholeAndMayBeSentAgain() {
    SurveyFile file = parcel(parcels(), code(8, 1), rectangle(0, 7000, 100, 100), "10000.00");
    parcel(file, code(8, 2), rectangle(200, 7000, 100, 100), "10000.00");
    Import first = desk.bring(PARCELS, file);

    desk.undo(first.id());

    assertThat(units.get(UnitKind.PARCEL, code(8, 1)).status()).isEqualTo(UnitStatus.RETIRED);
    Import again = desk.bring(PARCELS, file);
    assertThat(again.id()).isNotEqualTo(first.id());
    assertThat(units.get(UnitKind.PARCEL, code(8, 2)).status()).isEqualTo(UnitStatus.SURVEYED);
  }

  @Test
  void anImportThatLaterWorkStandsOnIsNotUndone() {
    Import first = desk.bring(PARCELS, parcel(parcels(), code(9, 1), rectangle(0, 8000, 100, 100), "10000.00"));
    desk.bring(PARCELS, parcel(parcels(), code(9, 1), rectangle(0, 8000, 120, 100), "12000.00"));

    assertThatThrownBy(() -> desk.undo(first.id())).isInstanceOfSatisfying(ProblemException.class,
        refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.IMPORT_IN_USE));
    assertThat(desk.get(first.id()).status()).isEqualTo(ImportStatus.COMMITTED);
  }

  @Test
  void theSameFileIsTheSameImportWhoeverSendsIt() {
    byte[] zip = parcel(parcels(), code(10, 1), rectangle(0, 9000, 100, 100), "10000.00").zip();

    long first = desk.send(PARCELS, "a.zip", zip);

    assertThat(desk.send(PARCELS, "b.zip", zip)).isEqualTo(first);
    assertThat(desk.send(ImportDesk.COLLEAGUE, PARCELS, "a.zip", zip)).isEqualTo(first);
    assertThat(desk.send(PARCELS.withAccuracy(0.1), "a.zip", zip)).isNotEqualTo(first);
    assertThat(jdbc.sql("select count(*) from job where kind = 'import.read' and subject = :id")
        .param("id", String.valueOf(first)).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void anIdempotencyKeyStandsForOneFileOnly() {
    ImportRequest keyed = new ImportRequest(
        Layer.PARCELS, null, null, null, 0.05, null, Map.of(), null, null, false, "key-1");
    long first = desk.send(keyed, "a.zip", parcel(parcels(), code(11, 1), rectangle(0, 0, 10, 10), "").zip());

    assertRefused(() -> desk.send(keyed, "b.zip", parcel(parcels(), code(11, 2), rectangle(0, 0, 10, 10), "").zip()),
        ProblemCode.DUPLICATE, "This Idempotency-Key was used for another file; use a new one.");
    assertThat(first).isPositive();
  }

  @Test
  void aProgramKilledInTheMiddleStartsOverFromTheKeptUpload() {
    SurveyFile file = parcel(parcels(), code(12, 1), rectangle(0, 10000, 100, 100), "10000.00");
    parcel(file, code(12, 2), rectangle(90, 10000, 100, 100), "10000.00");
    long id = desk.send(PARCELS, "upload.zip", file.zip());
    estimator.crash.set(true);
    assertThatThrownBy(() -> desk.read(id)).hasMessage("as if killed");
    Import shown = desk.get(id);
    assertThat(shown.status()).isEqualTo(ImportStatus.STAGED);
    assertThat(shown.phase()).isEqualTo("IMPACT");
    assertThat(shown.counts()).isEqualTo(new Import.Counts(2, 0, 2, 0));
    assertThat(shown.findings()).hasSize(2);
    assertThat(shown.preview()).isNull();
    estimator.crash.set(false);

    Import staged = desk.read(id);

    assertThat(staged.status()).isEqualTo(ImportStatus.STAGED);
    assertThat(staged.phase()).isNull();
    assertThat(staged.version()).isEqualTo(shown.version());
    assertThat(staged.preview().newConflicts()).isZero();
    assertThat(staged.counts()).isEqualTo(new Import.Counts(2, 0, 2, 0));
    assertThat(staged.findings()).hasSize(2);
  }

  @Test
  void aCommitDoesNotWaitForTheImpact() {
    long id = desk.send(PARCELS, "upload.zip",
        parcel(parcels(), code(34, 1), rectangle(0, 34000, 100, 100), "10000.00").zip());
    estimator.crash.set(true);
    assertThatThrownBy(() -> desk.read(id)).hasMessage("as if killed");
    estimator.crash.set(false);

    Import committed = desk.commit(id);
    desk.read(id);

    assertThat(committed.status()).isEqualTo(ImportStatus.COMMITTED);
    assertThat(desk.get(id)).isEqualTo(committed);
    assertThat(committed.phase()).isNull();
    assertThat(committed.preview()).isNull();
    assertThat(units.find(UnitKind.PARCEL, code(34, 1))).isPresent();
  }

  @Test
  void anImpactThatCannotBeReckonedLeavesTheImportAsItIs() {
    long id = desk.send(PARCELS, "upload.zip",
        parcel(parcels(), code(35, 1), rectangle(0, 35000, 100, 100), "10000.00").zip());
    estimator.crash.set(true);
    assertThatThrownBy(() -> desk.read(id)).hasMessage("as if killed");
    desk.giveUp(id);
    estimator.crash.set(false);

    Import left = desk.get(id);
    assertThat(left.status()).isEqualTo(ImportStatus.STAGED);
    assertThat(left.phase()).isNull();
    assertThat(left.preview()).isNull();
    assertThat(left.problem()).isNull();
    assertThat(desk.commit(id).status()).isEqualTo(ImportStatus.COMMITTED);
  }

  @Test
  void twoCommitsAtOnceCommitOnce() throws Exception {
    Import staged = desk.stage(PARCELS, parcel(parcels(), code(13, 1), rectangle(0, 11000, 100, 100), "10000.00"));
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Import>> both = List.of(1, 2).stream().map(n -> two.submit(() -> {
        start.await();
        return desk.commit(staged.id());
      })).toList();
      start.countDown();
      for (Future<Import> one : both) {
        assertThat(one.get().status()).isEqualTo(ImportStatus.COMMITTED);
      }
    } finally {
      two.shutdown();
    }
    assertThat(units.get(UnitKind.PARCEL, code(13, 1)).ref().version()).isEqualTo(1);
    assertThat(jdbc.sql("select count(*) from audit_entry where action = 'IMPORT_COMMITTED' and subject_id = :id")
        .param("id", String.valueOf(staged.id())).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void claimsOfDifferentVillagesMayLieOverEachOther() {
    SurveyFile file = claims()
        .record(rectangle(0, 12000, 100, 100), "大岭村", "DOCUMENT", "19620101", "1962年四固定登记表")
        .record(rectangle(50, 12000, 100, 100), "谷埠村", "占用", "20130417", "");

    Import staged = desk.stage(CLAIMS, file);
    desk.commit(staged.id());

    UnitVersion claim = units.get(UnitKind.CLAIM, "CL%s-1".formatted(staged.id()));
    assertThat(claim.facts().party()).isEqualTo("大岭村");
    assertThat(claim.facts().basis()).isEqualTo("DOCUMENT");
    assertThat(claim.facts().document()).isEqualTo("1962年四固定登记表");
    assertThat(claim.facts().since()).isEqualTo(LocalDate.of(1962, 1, 1));
    assertThat(units.get(UnitKind.CLAIM, "CL%s-2".formatted(staged.id())).facts().basis()).isEqualTo("OCCUPATION");
  }

  @Test
  void aClaimWithoutAClaimantIsBlocked() {
    Import staged = desk.stage(CLAIMS, claims().record(rectangle(0, 13000, 100, 100), "", "DOCUMENT", "", ""));

    assertThat(staged.findings()).extracting(ReportedFinding::message).containsExactly(
        "Record 1 names no claimant; fill CLAIMANT, or give claimant with the upload.");
  }

  @Test
  void columnsWithOtherNamesAreMappedBySurveyors() {
    SurveyFile file = SurveyFile.named("zd").text("编码", 19).text("FIELD_2", 20)
        .record(rectangle(0, 14000, 100, 100), code(15, 1), "谷埠村");
    ImportRequest request = new ImportRequest(Layer.PARCELS, null, null, null, 0.05, null,
        Map.of("code", "编码", "location", "field_2"), null, null, false, null);

    desk.bring(request, file);

    assertThat(units.get(UnitKind.PARCEL, code(15, 1)).facts().location()).isEqualTo("谷埠村");
  }

  @Test
  void onlyTheSurveyorWhoSentItActsOnAnImportAndEverybodyReadsIt() {
    Import staged = desk.stage(PARCELS, parcel(parcels(), code(16, 1), rectangle(0, 15000, 100, 100), "10000.00"));

    assertThatThrownBy(() -> desk.as(ImportDesk.COLLEAGUE, () -> imports.commit(staged.id(), false)))
        .isInstanceOfSatisfying(ProblemException.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.FORBIDDEN));
    assertThatThrownBy(() -> desk.as(ImportDesk.MANAGER, () -> imports.commit(staged.id(), false)))
        .isInstanceOfSatisfying(ProblemException.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.FORBIDDEN));
    assertThat(desk.as(ImportDesk.MANAGER, () -> imports.get(staged.id())).id()).isEqualTo(staged.id());
  }

  @Test
  void aDiscardedImportLeavesNoRowsAndIsNotCommitted() {
    Import staged = desk.stage(PARCELS, parcel(parcels(), code(17, 1), rectangle(0, 16000, 100, 100), "10000.00"));

    desk.as(ImportDesk.SURVEYOR, () -> imports.discard(staged.id()));

    assertThat(ImportTables.leftOf(jdbc, staged.id())).isEmpty();
    assertThatThrownBy(() -> desk.commit(staged.id())).isInstanceOfSatisfying(ProblemException.class,
        refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.CONFLICTING_STATE));
  }

  private void certify(String parcelCode) {
    ChangeReason why = new ChangeReason("TEST", null);
    units.setParcelStatus(parcelCode, UnitStatus.PENDING, why);
    units.setParcelStatus(parcelCode, UnitStatus.CERTIFIED, why);
  }

  private static void assertRefused(ThrowingCallable call, ProblemCode code,
      String sentence) {
    assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
      assertThat(refusal.problem().code()).isEqualTo(code);
      assertThat(refusal.problem().detail().en()).isEqualTo(sentence);
    });
  }
}
