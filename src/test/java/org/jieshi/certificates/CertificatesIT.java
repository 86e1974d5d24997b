package org.jieshi.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.shared.Sha256;
import org.locationtech.jts.geom.Coordinate;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.imagery.Orthophoto;
import org.jieshi.imagery.Orthophotos;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.print.PaperSize;
import org.jieshi.registration.ApplicationState;
import org.jieshi.registration.Applications;
import org.jieshi.registration.Office;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.shared.UnmetGate;
import org.jieshi.store.Box;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EachDatabase
@AutoConfigureMockMvc
@Import(Office.class)
class CertificatesIT {

  private static final int ROUNDS = Integer.getInteger("jieshi.race.rounds", 12);
  private static final int OFFICERS = 32;
  private static final int XIAN_1980_ZONE_36 = 2360;

  @Autowired MockMvc http;
  @Autowired Certificates certificates;
  @Autowired Verifications verifications;
  @Autowired TestClock clock;
  @Autowired Serials serials;
  @Autowired ParcelMaps maps;
  @Autowired Orthophotos orthophotos;
  @Autowired Applications applications;
  @Autowired Office office;
  @Autowired SpatialUnits units;
  @Autowired AuditLog audit;
  @Autowired AuditVerifier verifier;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  private long takenBack;

  @BeforeEach
  void theOfficeIsOpen() {
    office.open();
  }

  @Test
  void aCertificateCarriesWhatWasRegisteredAndEndsTheProcedure() throws IOException {
    String parcel = office.parcel();
    String application = office.registered(parcel);

    Certificate certificate = issue(application);

    UnitVersion unit = units.get(UnitKind.PARCEL, parcel);
    assertThat(unit.status()).isEqualTo(UnitStatus.CERTIFIED);
    assertThat(applications.get(application).state()).isEqualTo(ApplicationState.CERTIFIED);
    assertThat(certificate.area()).isEqualByComparingTo(unit.planeArea());
    assertThat(certificate.holding()).isEqualTo(Holding.Kind.ALONE);
    assertThat(certificate.numbers()).containsExactly(certificate.number());
    assertThat(certificate.boundary().equalsExact(unit.boundary())).isTrue();
    assertThat(text(certificates.pdf(certificate.number()))).contains(certificate.number()).contains("华山农场")
        .contains(unit.planeArea().toPlainString()).contains(parcel).contains(certificate.auditHead().hash())
        .contains("021 果园（GB/T 21010-2007）").contains("/verify/" + certificate.token());
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void aCertificateIsFoundByAPartOfItsNumberTheLiveOneFirst() throws Exception {
    Certificate certificate = issue(office.registered(office.parcel()));
    String part = certificate.number().substring(certificate.number().indexOf('第'));

    http.perform(get("/api/search/certificates").param("q", part).with(user("admin")))
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].number").value(certificate.number()))
        .andExpect(jsonPath("$.items[0].parcel").value(certificate.parcel()))
        .andExpect(jsonPath("$.items[0].status").value("LIVE"));
    http.perform(get("/api/search/certificates").param("q", "%_").with(user("admin")))
        .andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void numbersRunWithoutGapEvenOverARefusal() {
    int first = serial(issue(office.registered(office.parcel())));
    String refused = office.registered(office.parcel());
    claimOver(applications.get(refused).parcel());
    assertThatThrownBy(() -> issue(refused)).isInstanceOf(ProblemException.class);

    assertThat(serial(issue(office.registered(office.parcel())))).isEqualTo(first + 1);
  }

  @Test
  void thePublicPageTellsValidFromCancelled() {
    Certificate certificate = issue(office.registered(office.parcel()));
    assertThat(verifications.verify(certificate.token())).hasValueSatisfying(page -> {
      assertThat(page.valid()).isTrue();
      assertThat(page.paperSha256()).isEqualTo(
          Sha256.hex(certificates.pdf(certificate.number())));
    });

    office.as(Office.APPROVER, () -> certificates.cancel(certificate.number(), 1, "更正登记", "灵国土资〔2012〕88号"));

    assertThat(verifications.verify(certificate.token())).hasValueSatisfying(page -> assertThat(page.valid()).isFalse());
    assertThat(units.get(UnitKind.PARCEL, certificate.parcel()).status()).isEqualTo(UnitStatus.SURVEYED);
    assertThat(certificates.history(certificate.parcel())).extracting(Certificate::status)
        .containsExactly(CertificateStatus.CANCELLED);
    assertThat(verifications.verify("AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
  }

  /** Flipped bits, cut, inserted, swapped and appended bytes, edited text, files saved again, figures typed otherwise. */
  @Test
  void ofAThousandAlteredCertificatesEachIsDetected() throws IOException {
    Certificate certificate = issue(office.registered(office.parcel()));
    byte[] issued = certificates.pdf(certificate.number());
    assertThat(verifications.check(issued)).satisfies(check -> {
      assertThat(check.result()).isEqualTo(PaperCheck.Result.EXACT);
      assertThat(check.valid()).isTrue();
    });

    Tampering tampering = new Tampering(issued, 20121231);
    int named = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] altered = tampering.alter(i % 50 == 49 ? 8 : i % 8);
      PaperCheck check = verifications.check(altered);
      assertThat(check.valid()).as("alteration %d", i).isFalse();
      assertThat(check.result()).isIn(PaperCheck.Result.ALTERED, PaperCheck.Result.NOT_OURS);
      named += check.result() == PaperCheck.Result.ALTERED ? 1 : 0;
    }
    assertThat(named).as("those that still name the certificate they were made from").isGreaterThan(800);
  }

  @Test
  void figuresTypedFromThePaperAreComparedOneByOne() {
    Certificate certificate = issue(office.registered(office.parcel()));
    String typed = certificate.number().replace("(", "（").replace(")", "） ");
    TypedCertificate right = new TypedCertificate(typed, " 华山 农场", certificate.unitNumber(), certificate.area(),
        certificate.issuedOn(), certificate.location(), null);
    assertThat(verifications.check(right).result()).isEqualTo(PaperCheck.Result.MATCHES);
    assertThat(verifications.check(right).valid()).isTrue();

    List<TypedCertificate> wrong = List.of(
        new TypedCertificate(typed, "华山农场一分场", certificate.parcel(), null, null, null, null),
        new TypedCertificate(typed, "华山农场", certificate.parcel().replace("GN", "GL"), null, null, null, null),
        new TypedCertificate(typed, "华山农场", null, certificate.area().add(new BigDecimal("0.01")), null, null, null),
        new TypedCertificate(typed, "华山农场", null, null, certificate.issuedOn().plusDays(1), null, null),
        new TypedCertificate(typed, "华山农场", null, null, certificate.issuedOn(), "檀圩镇", null),
        new TypedCertificate(typed, "华山农场", null, null, certificate.issuedOn(), null, "B4500000001"));
    for (TypedCertificate figures : wrong) {
      PaperCheck check = verifications.check(figures);
      assertThat(check.result()).isEqualTo(PaperCheck.Result.DIFFERS);
      assertThat(check.fields()).filteredOn(field -> !field.agrees()).hasSize(1);
      assertThat(check.certificate()).isNull();
    }
    assertThat(verifications.check(new TypedCertificate("灵国用(1999)第0001号", "华山农场", null, certificate.area(), null,
        null, null)).result()).isEqualTo(PaperCheck.Result.NOT_OURS);
    assertThatThrownBy(() -> verifications.check(new TypedCertificate(typed, "华山农场", null, null, null, null, null)))
        .isInstanceOf(ProblemException.class);
  }

  /** A picture made by GDAL, registered by the administrator, lies under the map and is named there. */
  @Test
  void theParcelMapLiesOverTheOrthophoto(@TempDir Path folder) throws Exception {
    String parcel = office.parcel();
    Envelope land = units.get(UnitKind.PARCEL, parcel).boundary().getEnvelopeInternal();
    BufferedImage ground = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(ground, "png", folder.resolve("ground.png").toFile());
    Process gdal = new ProcessBuilder("gdal_translate", "-q", "-a_srs", "EPSG:4524", "-a_ullr",
        String.valueOf(land.getMinX() - 500), String.valueOf(land.getMaxY() + 500), String.valueOf(land.getMaxX() + 500),
        String.valueOf(land.getMinY() - 500), "ground.png", "ground.tif").directory(folder.toFile()).inheritIO().start();
    assertThat(gdal.waitFor()).isZero();
    assertThat(text(maps.print(parcel, null, true))).doesNotContain("底图");

    assertThatThrownBy(() -> office.as(Office.MANAGER, () -> registered(folder.resolve("ground.tif"))))
        .isInstanceOf(ProblemException.class);
    Orthophoto photo = office.as("admin", () -> registered(folder.resolve("ground.tif")));
    assertThat(photo.pixel()).isBetween(5.0, 12.0);

    assertThat(text(maps.print(parcel, null, true))).contains("底图：县正射影像 2011-11-03");
    assertThat(text(maps.print(parcel, PaperSize.A3, false))).doesNotContain("底图");
    String tile = tileOver(units.get(UnitKind.PARCEL, parcel).boundary());
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(http.perform(get(tile).with(user("admin")))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray()));
    assertThat(seen.getWidth()).isEqualTo(512);
    assertThat(seen.getHeight()).isEqualTo(512);
    assertThat(seen.getRGB(256, 256) & 0xFF).isLessThan(10);
    http.perform(get("/api/orthophotos/tiles/14/0/0.jpg").with(user("admin"))).andExpect(status().isNoContent());
    office.as("admin", () -> {
      orthophotos.retire(photo.id());
      return true;
    });
    assertThat(text(maps.print(parcel, null, true))).doesNotContain("底图");
  }

  /** Deep enough to lie wholly in the picture. */
  private static String tileOver(Geometry boundary) {
    Coordinate place = CoordinateSystems.transform(boundary, boundary.getSRID(), CoordinateSystems.CGCS2000_DEGREES)
        .getCentroid().getCoordinate();
    double mercator = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(place.y) / 2)) / (2 * Math.PI);
    int z = 18;
    return "/api/orthophotos/tiles/%d/%d/%d.jpg".formatted(z, (int) ((place.x + 180) / 360 * (1 << z)),
        (int) ((0.5 - mercator) * (1 << z)));
  }

  private Orthophoto registered(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return orthophotos.add("县正射影像", content, LocalDate.of(2011, 11, 3));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From its day on the unified form is issued, with numbers of its own and the real-estate unit number. */
  @Test
  void theUnifiedFormHasItsOwnNumbersAndNamesTheUnit() throws IOException {
    LocalDate before = clock.today();
    clock.set(LocalDate.of(2026, 3, 2));
    try {
      String application = office.registered(office.parcel());
      Certificate first = issue(application);

      assertThat(first.series()).isEqualTo(Series.REAL_ESTATE);
      assertThat(first.number()).isEqualTo("桂(2026)灵山县不动产权第0000001号");
      assertThat(certificates.get("桂（2026）灵山县不动产权第0000001号").id()).isEqualTo(first.id());
      byte[] pdf = certificates.pdf(first.number());
      Files.write(Files.createDirectories(Path.of("target/print")).resolve("real-estate.pdf"), pdf);
      assertThat(text(pdf)).contains("不 动 产 权 证 书").contains(first.parcel() + "W00000000").contains("单独所有")
          .contains("附记").doesNotContain("土地使用权人");
    } finally {
      clock.set(before);
    }
  }

  @Test
  void aPrintedSerialIsUsedOnceAndIsNotTheNumber() {
    Certificate certificate = issue(office.registered(office.parcel()));
    Certificate other = issue(office.registered(office.parcel()));
    String serial = "B45%09d".formatted(certificate.id());
    office.as(Office.REVIEWER, () -> recorded(certificate.number(), serial, null));
    assertThat(verifications.check(new TypedCertificate(certificate.number(), "华山农场", null, null, null, null, serial))
        .result()).isEqualTo(PaperCheck.Result.MATCHES);

    assertThatThrownBy(() -> office.as(Office.REVIEWER, () -> recorded(other.number(), serial, null)))
        .isInstanceOf(ProblemException.class).hasMessageContaining("used before");
    assertThatThrownBy(() -> office.as(Office.REVIEWER, () -> recorded(certificate.number(), serial + "X", null)))
        .isInstanceOf(ProblemException.class).hasMessageContaining("another blank");
    office.as(Office.REVIEWER, () -> recorded(certificate.number(), serial + "X", "空白证书污损"));

    assertThat(verifications.check(new TypedCertificate(certificate.number(), "华山农场", null, null, null, null, serial))
        .result()).as("the spoilt blank").isEqualTo(PaperCheck.Result.DIFFERS);
  }

  private boolean recorded(String number, String serial, @Nullable String note) {
    serials.record(number, serial, note);
    return true;
  }

  /** The database itself keeps what was issued, and what has ended. */
  @Test
  void nothingBringsACancelledCertificateBackOrChangesAnIssuedOne() {
    Certificate certificate = issue(office.registered(office.parcel()));
    for (String change : List.of("holder = '张三'", "area = area + 1", "number = number || 'x'")) {
      assertThatThrownBy(() -> changed(certificate, change)).hasMessageContaining("never changed");
    }
    office.as(Office.APPROVER, () -> certificates.cancel(certificate.number(), 1, "更正登记", "灵国土资〔2012〕90号"));
    assertThatThrownBy(() -> changed(certificate,
        "status = 'LIVE', ended_at = null, ended_why = null")).hasMessageContaining("stays so");
    assertThatThrownBy(() -> transactions.executeWithoutResult(status ->
        jdbc.sql("delete from certificate where id = :id").param("id", certificate.id()).update()))
        .hasMessageContaining("never changed");
  }

  private void changed(Certificate certificate, String change) {
    transactions.executeWithoutResult(status -> {
      jdbc.sql("update certificate set " + change + " where id = :id").param("id", certificate.id()).update();
      audit.record("TEST", "certificate", certificate.number());
    });
  }

  @Test
  void aCertificateIsCancelledOnceAndByTheApproverOnly() {
    Certificate certificate = issue(office.registered(office.parcel()));
    assertThatThrownBy(() -> office.as(Office.REVIEWER,
        () -> certificates.cancel(certificate.number(), 1, "x", "y"))).isInstanceOfSatisfying(ProblemException.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.FORBIDDEN));

    office.as(Office.APPROVER, () -> certificates.cancel(certificate.number(), 1, "更正登记", "灵国土资〔2012〕89号"));

    assertThatThrownBy(() -> office.as(Office.APPROVER,
        () -> certificates.cancel(certificate.number(), 1, "更正登记", "灵国土资〔2012〕89号")))
        .hasMessageContaining("no longer live");
  }

  @Test
  void aParcelThatAClaimReachedAfterItsRegistrationIsNotCertified() {
    String application = office.registered(office.parcel());
    claimOver(applications.get(application).parcel());

    assertUnmet(() -> issue(application), "W2");
    assertThat(applications.get(application).state()).isNotEqualTo(ApplicationState.CERTIFIED);
    assertThat(certificates.findLive(applications.get(application).parcel())).isEmpty();
  }

  @Test
  void aForestCertificateOfOthersStandsInTheWay() {
    String parcel = office.parcel();
    String application = office.registered(parcel);
    UnitVersion unit = units.get(UnitKind.PARCEL, parcel);
    slip(unit, 0);
    units.add(UnitKind.EVIDENCE, List.of(Land.evidence("F-" + parcel, shifted(unit.boundary(), 4),
        UnitFacts.FOREST_CERTIFICATE)), new ChangeReason("IMPORT", "1"));

    assertUnmet(() -> issue(application), "W7");
  }

  /** Between two datums nobody knows to better than a hundred metres or two: what is near may lie over the parcel. */
  @Test
  void aCertificateInAnotherDatumStandsInTheWayEvenBesideTheParcel() {
    String application = office.registered(office.parcel());
    UnitVersion unit = units.get(applications.get(application).unitId());
    Geometry beside = shifted(unit.boundary(), 60);
    beside.setSRID(XIAN_1980_ZONE_36);
    ChangeReason why = new ChangeReason("IMPORT", "1");
    UnitRef evidence = units.add(UnitKind.EVIDENCE, List.of(new UnitDraft("F80-" + application, beside,
        XIAN_1980_ZONE_36, null, 5.0, UnitFacts.NONE.withParty("大岭村", UnitFacts.FOREST_CERTIFICATE, "林证字80号"), null,
        null)), why).get(0);

    assertThat(assertUnmet(() -> issue(application), "W7").get(0).fact().en()).contains("林证字80号")
        .contains("another datum");

    units.withdraw(evidence, why);
    assertThat(issue(application).parcel()).isEqualTo(unit.ref().code());
  }

  @Test
  void noStateBeforeTheRegisterLeadsToACertificate() {
    String parcel = office.parcel();
    String application = office.as(Office.SURVEYOR, () -> applications.apply(parcel).id());

    assertThatThrownBy(() -> issue(application)).isInstanceOfSatisfying(ProblemException.class,
        refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.CONFLICTING_STATE));
    assertThatThrownBy(() -> issue("A1999-0001")).isInstanceOf(ProblemException.class);
  }

  @Test
  void nobodyButTheApproverIssues() {
    String application = office.registered(office.parcel());

    for (String person : List.of(Office.SURVEYOR, Office.REVIEWER, Office.MEDIATOR, Office.MANAGER)) {
      assertThatThrownBy(() -> office.as(person, () -> certificates.issue(application)))
          .isInstanceOfSatisfying(ProblemException.class,
              refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.FORBIDDEN));
    }
  }

  /** Two registered parcels whose land came to overlap behind the program's back: gate W7 is the last to see it. */
  @Test
  void ofTwoOverTheSameLandTheSecondIsRefused() {
    String first = office.registered(office.parcel());
    String second = office.registered(office.parcel());
    putOver(second, first);
    Certificate certificate = issue(first);

    List<UnmetGate> unmet = assertUnmet(() -> issue(second), "W7");

    assertThat(unmet.get(0).fact().en()).contains(certificate.number());
    assertThat(certificates.findLive(applications.get(second).parcel())).isEmpty();
  }

  /**
   * Three neighbours in a row, each over the next by 3 m; thirty-two officers issue at once. Whatever the order, no two
   * certificates over one land, and no land with two. More rounds: {@code -Djieshi.race.rounds=300}, about two minutes for
   * both databases.
   */
  @Test
  void thirtyTwoOfficersAtOnceNeverIssueTwoOverOneLand() throws Exception {
    List<String> row = List.of(office.registered(office.parcel()), office.registered(office.parcel()),
        office.registered(office.parcel()));
    putOver(row.get(1), row.get(0), 7);
    putOver(row.get(2), row.get(0), 14);
    ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int officer = 0; officer < OFFICERS; officer++) {
          String application = row.get((officer + round) % row.size());
          attempts.add(() -> issued(application));
        }
        int issued = 0;
        for (Future<Boolean> outcome : officers.invokeAll(attempts)) {
          issued += outcome.get() ? 1 : 0;
        }
        List<Boolean> live = row.stream().map(application -> certificates.findLive(applications.get(application).parcel())
            .isPresent()).toList();
        assertThat(live).as("round %d", round).isIn(List.of(true, false, true), List.of(false, true, false));
        assertThat(issued).isEqualTo((int) live.stream().filter(each -> each).count());
        assertThat(gaps()).as("numbers given out and not used").isZero();
        takeBack(row);
      }
    } finally {
      officers.shutdownNow();
    }
    assertThat(verifier.verify().faults()).isEmpty();
  }

  /** Numbers of the series that no certificate has; the rounds before are counted in {@link #takenBack}. */
  private long gaps() {
    return jdbc.sql("select (select sum(last) from certificate_series) - (select count(*) from certificate)")
        .query(Long.class).single() - takenBack;
  }

  /** As if nothing had been issued; behind the program's back, which itself takes nothing back. */
  private void takeBack(List<String> row) {
    transactions.executeWithoutResult(status -> {
      jdbc.sql("alter table certificate disable trigger never_deleted").update();
      jdbc.sql("alter table certificate_document disable trigger never_changed").update();
      String[] ids = row.toArray(String[]::new);
      jdbc.sql("""
          delete from certificate_document where certificate_id in (select id from certificate where application_id = any(:ids))
          """).param("ids", ids).update();
      takenBack += jdbc.sql("delete from certificate where application_id = any(:ids)").param("ids", ids).update();
      jdbc.sql("alter table certificate enable trigger never_deleted").update();
      jdbc.sql("alter table certificate_document enable trigger never_changed").update();
      jdbc.sql("update application set state = 'REGISTERED', closed_at = null where id = any(:ids)").param("ids", ids)
          .update();
      jdbc.sql("""
          update spatial_unit set status = 'PENDING' where id in (select unit_id from application where id = any(:ids))
          """).param("ids", ids).update();
      jdbc.sql("""
          update conflict set status = 'GONE' where left_unit in (select unit_id from application where id = any(:ids))
             or right_unit in (select unit_id from application where id = any(:ids))
          """).param("ids", ids).update();
      audit.record("TEST_TAKEN_BACK", "application", row.get(0), Map.of());
    });
  }

  @Test
  void aDoubleClickIssuesOneCertificate() throws Exception {
    String application = office.registered(office.parcel());
    ExecutorService officers = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Boolean>> both = List.of(() -> issued(application), () -> issued(application));
      List<Boolean> outcomes = new ArrayList<>();
      for (Future<Boolean> outcome : officers.invokeAll(both)) {
        outcomes.add(outcome.get());
      }
      assertThat(outcomes).containsExactlyInAnyOrder(true, false);
    } finally {
      officers.shutdownNow();
    }
  }

  @Test
  void theDatabaseItselfRefusesASecondLiveCertificate(TestDatabase database) {
    Certificate certificate = issue(office.registered(office.parcel()));
    String other = office.registered(office.parcel());
    putOver(other, certificate.applicationId());

    String overlap = "overlaps live certificate " + certificate.number();
    if (database.kind() == DatabaseKind.POSTGIS) {
      assertThatThrownBy(() -> writtenBehindTheProgram(certificate, applications.get(other).unitId(), other))
          .hasMessageContaining(overlap);
    }
    assertThatThrownBy(() -> writtenBehindTheProgram(certificate, certificate.unitId(), other))
        .hasMessageContaining(database.kind() == DatabaseKind.POSTGIS ? overlap : "certificate_one_live");
  }

  private void writtenBehindTheProgram(Certificate like, long unitId, String application) {
    transactions.executeWithoutResult(status -> {
      jdbc.sql("""
          insert into certificate (number, county, series, unit_id, unit_version, parcel, application_id, status, holder,
            right_kind, area, ellipsoid_area, boundary, srid, boundary_4490, bounds, boundary_hash, accuracy, audit_seq,
            audit_hash, token, issued_on, issued_at, issued_by)
          select number || 'x', county, series, :unit, 1, parcel, :application, 'LIVE', holder, right_kind, area,
            ellipsoid_area, boundary, srid, boundary_4490, bounds, boundary_hash, accuracy, audit_seq, audit_hash,
            token || 'x', issued_on, issued_at, issued_by
          from certificate where id = :id
          """).param("unit", unitId).param("application", application).param("id", like.id()).update();
      audit.record("TEST", "certificate", like.number());
    });
  }

  private Certificate issue(String application) {
    return office.as(Office.APPROVER, () -> certificates.issue(application));
  }

  private boolean issued(String application) {
    try {
      issue(application);
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }

  private static int serial(Certificate certificate) {
    return Integer.parseInt(certificate.number().replaceAll(".*第(\\d+)号", "$1"));
  }

  private void claimOver(String parcel) {
    UnitVersion unit = units.get(UnitKind.PARCEL, parcel);
    units.add(UnitKind.CLAIM, List.of(Land.claim("C-" + parcel, shifted(unit.boundary(), 5), "1962年四固定")),
        new ChangeReason("IMPORT", "1"));
  }

  private List<UnmetGate> assertUnmet(ThrowingCallable work, String gate) {
    List<UnmetGate> unmet = new ArrayList<>();
    assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, refusal -> {
      assertThat(refusal.problem().code()).isEqualTo(ProblemCode.GATE_UNMET);
      unmet.addAll(refusal.problem().unmet());
    });
    assertThat(unmet).extracting(UnmetGate::gate).contains(gate);
    return unmet.stream().filter(found -> found.gate().equals(gate)).toList();
  }

  /** Puts the second application's land over the first one's, without telling anybody but the database. */
  private void putOver(String second, String first) {
    putOver(second, first, 3);
  }

  private void putOver(String second, String first, double further) {
    UnitVersion below = units.get(applications.get(first).unitId());
    UnitVersion above = units.get(applications.get(second).unitId());
    double east = below.boundary().getEnvelopeInternal().getMinX() - above.boundary().getEnvelopeInternal().getMinX();
    slip(above, east + further);
  }

  private void slip(UnitVersion unit, double east) {
    Geometry moved = shifted(unit.boundary(), east);
    Geometry degrees = CoordinateSystems.toDegrees(moved);
    transactions.executeWithoutResult(status -> {
      jdbc.sql("alter table spatial_unit_version disable trigger version_fixed").update();
      jdbc.sql("""
          update spatial_unit_version set boundary = cast(:boundary as geometry),
            boundary_4490 = cast(:degrees as geometry), bounds = cast(:bounds as box)
          where unit_id = :unit and current
          """).param("boundary", GeometryCodec.write(moved)).param("degrees", GeometryCodec.write(degrees))
          .param("bounds", Box.of(degrees.getEnvelopeInternal()).literal()).param("unit", unit.ref().id()).update();
      jdbc.sql("alter table spatial_unit_version enable trigger version_fixed").update();
      audit.record("TEST_SLIPPED", "parcel", unit.ref().code(), Map.of());
    });
  }

  private static Geometry shifted(Geometry land, double east) {
    Geometry moved = AffineTransformation.translationInstance(east, 0).transform(land);
    moved.setSRID(land.getSRID());
    return moved;
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
