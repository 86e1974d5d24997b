package org.jieshi.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.certificates.Certificate;
import org.jieshi.certificates.CertificateStatus;
import org.jieshi.certificates.Certificates;
import org.jieshi.certificates.CoHolder;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.Applications;
import org.jieshi.registration.Office;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@EachDatabase
@AutoConfigureMockMvc
@Import(Office.class)
class MutationsIT {

  private static final ChangeReason IMPORT = new ChangeReason("IMPORT", "1");
  private static final AtomicInteger SEQUENCE = new AtomicInteger();

  @Autowired Mutations mutations;
  @Autowired Lineage lineage;
  @Autowired Certificates certificates;
  @Autowired Applications applications;
  @Autowired Conflicts conflicts;
  @Autowired SpatialUnits units;
  @Autowired Office office;
  @Autowired AuditVerifier verifier;
  @Autowired TestClock clock;
  @Autowired MockMvc mvc;

  /** A sub-district of its own for each parcel, 200 m wide and 100 m high. */
  private int place;

  @BeforeEach
  void theOfficeIsOpen() {
    office.open();
  }

  @Test
  void aCertifiedParcelIsSplitWithItsRightInOneStep() {
    String parcel = parcel("GN");
    Certificate before = certify(parcel);

    Mutation done = execute(propose(split(parcel, 80)));

    assertThat(done.status()).isEqualTo(Mutation.Status.EXECUTED);
    List<String> children = codes(done);
    assertThat(children).containsExactly(parcel.substring(0, 14) + "00002", parcel.substring(0, 14) + "00003");
    assertThat(units.get(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.RETIRED);
    Certificate ended = certificates.get(before.number());
    assertThat(ended.status()).isEqualTo(CertificateStatus.SUPERSEDED);
    assertThat(ended.endedDocument()).isEqualTo("灵政函〔2012〕3号");
    List<Certificate> after = children.stream().map(code -> certificates.findLive(code).orElseThrow()).toList();
    assertThat(after).allSatisfy(certificate -> {
      assertThat(certificate.holder()).isEqualTo(before.holder());
      assertThat(certificate.rightKind()).isEqualTo(before.rightKind());
      assertThat(certificate.mutation()).isEqualTo(done.id());
      assertThat(certificate.applicationId()).isNull();
      assertThat(units.get(UnitKind.PARCEL, certificate.parcel()).status()).isEqualTo(UnitStatus.CERTIFIED);
      assertThat(certificates.pdf(certificate.number())).isNotEmpty();
    });
    assertThat(after.get(0).area().add(after.get(1).area())).isEqualByComparingTo(before.area());
    assertThat(serial(after.get(0).number())).isEqualTo(serial(before.number()) + 1);
    assertThat(serial(after.get(1).number())).isEqualTo(serial(before.number()) + 2);
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void aNumberThatWasRetiredNeverComesBack() {
    String parcel = parcel("GN");
    List<String> first = codes(execute(propose(split(parcel, 80))));
    Mutation merged = execute(propose(new Order(MutationKind.MERGE, first, List.of(), List.of())));
    assertThat(codes(merged)).containsExactly(parcel.substring(0, 14) + "00004");
    assertThat(merged.areaAfter()).isEqualByComparingTo(new BigDecimal("20000.00"));

    for (String gone : List.of(parcel, first.get(0), first.get(1))) {
      assertThatThrownBy(() -> units.add(UnitKind.PARCEL, List.of(draft(gone, land())), IMPORT))
          .isInstanceOf(ProblemException.class).hasMessageContaining("not used again");
    }
    Lineage.Tree tree = lineage.of(first.get(0));
    assertThat(tree.steps()).extracting(Lineage.Step::kind).containsExactly(MutationKind.SPLIT, MutationKind.MERGE);
    assertThat(tree.parcels()).extracting(Lineage.Node::code)
        .containsExactly(parcel, first.get(0), first.get(1), codes(merged).get(0));
  }

  @Test
  void aDryRunShowsEverythingAndChangesNothing() throws Exception {
    String parcel = parcel("GN");
    String body = """
        {"lines": [[[%f, %f], [%f, %f]]], "crs": "native"}
        """.formatted(east(80), north(-10), east(80), north(110));

    mvc.perform(post("/api/parcels/{code}/split?dryRun=true", parcel).with(httpBasic(Office.SURVEYOR, Office.PASSWORD))
            .contentType(MediaType.APPLICATION_JSON).content(body))
        .andExpect(status().isOk()).andExpect(jsonPath("$.children.length()").value(2))
        .andExpect(jsonPath("$.children[0].area").value(8000.00)).andExpect(jsonPath("$.areaBefore").value(20000.00))
        .andExpect(jsonPath("$.obstacles.length()").value(0)).andExpect(jsonPath("$.id").doesNotExist());

    assertThat(mutations.page(null, parcel, 0, 10).total()).isZero();
    assertThat(units.get(UnitKind.PARCEL, parcel).current()).isTrue();
  }

  @Test
  void aSplitGoesOverHttpFromALineDrawnOnTheMapToTheLineage() throws Exception {
    String parcel = parcel("GN");
    Coordinate from = degrees(80, -20);
    Coordinate to = degrees(90, 120);
    String body = """
        {"lines": [[[%.9f, %.9f], [%.9f, %.9f]]], "reason": "分户经营", "document": "灵政函〔2012〕4号"}
        """.formatted(from.x, from.y, to.x, to.y);

    mvc.perform(post("/api/parcels/{code}/split", parcel).with(httpBasic(Office.SURVEYOR, Office.PASSWORD))
            .contentType(MediaType.APPLICATION_JSON).content(body))
        .andExpect(status().isCreated()).andExpect(header().string("ETag", "\"1\""))
        .andExpect(jsonPath("$.status").value("PROPOSED"));
    String id = mutations.page(Mutation.Status.PROPOSED, parcel, 0, 10).items().get(0).id();
    mvc.perform(post("/api/mutations/{id}/actions/execute", id).with(httpBasic(Office.APPROVER, Office.PASSWORD)))
        .andExpect(status().is(428));
    mvc.perform(post("/api/mutations/{id}/actions/execute", id).with(httpBasic(Office.APPROVER, Office.PASSWORD))
            .header("If-Match", "\"1\""))
        .andExpect(status().isOk()).andExpect(jsonPath("$.status").value("EXECUTED"))
        .andExpect(jsonPath("$.children[0].code").value(parcel.substring(0, 14) + "00002"));

    mvc.perform(get("/api/parcels/{code}/lineage", parcel).with(httpBasic(Office.MANAGER, Office.PASSWORD)))
        .andExpect(status().isOk()).andExpect(jsonPath("$.steps[0].children.length()").value(2))
        .andExpect(jsonPath("$.parcels.length()").value(3));
    mvc.perform(get("/api/parcels/{code}", parcel).with(httpBasic(Office.MANAGER, Office.PASSWORD)))
        .andExpect(jsonPath("$.status").value("RETIRED"));
  }

  @Test
  void nobodyDecidesOnTheirOwnProposalAndOnlyTheApproverDecides() {
    Mutation proposed = propose(split(parcel("GN"), 80));

    for (String person : List.of(Office.SURVEYOR, Office.REVIEWER, Office.MANAGER, Office.MEDIATOR)) {
      assertRefused(ProblemCode.FORBIDDEN, person, () -> mutations.execute(proposed.id(), 1));
    }
    assertRefused(ProblemCode.FORBIDDEN, Office.APPROVER, () -> mutations.propose(split(parcel("GN"), 80), "x", "y"));
    assertRefused(ProblemCode.VERSION_STALE, Office.APPROVER, () -> mutations.execute(proposed.id(), 2));
    office.as(Office.SURVEYOR, () -> mutations.withdraw(proposed.id(), 1));
    assertRefused(ProblemCode.CONFLICTING_STATE, Office.APPROVER, () -> mutations.execute(proposed.id(), 2));
  }

  @Test
  void anOpenApplicationStandsInTheWayOfProposalAndExecution() {
    String parcel = parcel("GN");
    Mutation proposed = propose(split(parcel, 80));
    String application = office.as(Office.SURVEYOR, () -> applications.apply(parcel).id());

    assertUnmet(Office.APPROVER, () -> mutations.execute(proposed.id(), 1), application.substring(1));
    assertUnmet(Office.SURVEYOR, () -> mutations.propose(split(parcel, 50), "x", "y"), application.substring(1));
    assertThat(units.get(UnitKind.PARCEL, parcel).current()).isTrue();
  }

  @Test
  void aParcelThatChangedSinceTheProposalIsNotTouched() {
    String parcel = parcel("GN");
    Mutation proposed = propose(split(parcel, 80));
    units.add(UnitKind.PARCEL, List.of(draft(parcel, Land.rectangle(west(), 20_000, 200, 101))), IMPORT);

    assertRefused(ProblemCode.VERSION_STALE, Office.APPROVER, () -> mutations.execute(proposed.id(), 1));
    assertThat(mutations.obstacles(mutations.get(proposed.id()))).isNotEmpty();
  }

  @Test
  void onlyNeighboursOfOneFeatureAreMerged() {
    String one = parcel("GN");
    String far = parcel("GN");
    String forest = parcel("GL");

    assertUnmet(Office.SURVEYOR, () -> mutations.propose(merge(one, far), "x", "y"), "do not share a boundary");
    assertUnmet(Office.SURVEYOR, () -> mutations.propose(merge(one, forest), "x", "y"), "different features");
    String certified = parcel("GN");
    certify(certified);
    assertUnmet(Office.SURVEYOR, () -> mutations.propose(merge(one, certified), "x", "y"), "others are not");
  }

  @Test
  void twoCertificatesBecomeOneAndBothAreRemembered() {
    String parcel = parcel("GN");
    certify(parcel);
    List<String> halves = codes(execute(propose(split(parcel, 80))));

    Mutation merged = execute(propose(new Order(MutationKind.MERGE, halves, List.of(), List.of())));

    Certificate one = certificates.findLive(codes(merged).get(0)).orElseThrow();
    assertThat(one.area()).isEqualByComparingTo(new BigDecimal("20000.00"));
    for (String half : halves) {
      assertThat(certificates.findLive(half)).isEmpty();
      assertThat(certificates.history(half)).extracting(Certificate::status)
          .containsExactly(CertificateStatus.SUPERSEDED);
    }
    assertThat(lineage.of(parcel).parcels()).filteredOn(node -> !node.certificates().isEmpty()).hasSize(4);
  }

  /** Whoever holds with shares holds every new parcel with the same shares, each on a new paper. */
  @Test
  void coOwnersGoOnWithTheirSharesThroughSplitAndMerge() {
    String parcel = parcel("GN");
    Certificate before = certify(parcel, shares(1, 2));

    List<String> halves = codes(execute(propose(split(parcel, 80))));

    List<Certificate> after = halves.stream().map(code -> certificates.findLive(code).orElseThrow()).toList();
    assertThat(after).allSatisfy(each -> {
      assertThat(each.holders()).extracting(CoHolder::name, CoHolder::fraction)
          .containsExactly(tuple("华山农场", "1/2"), tuple("大岭村", "1/2"));
      assertThat(each.numbers()).allSatisfy(number -> assertThat(certificates.pdf(number)).isNotEmpty());
    });
    assertThat(after.stream().flatMap(each -> each.numbers().stream()).map(MutationsIT::serial)).containsExactlyElementsOf(
        IntStream.rangeClosed(serial(before.number()) + 2, serial(before.number()) + 5).boxed().toList());
    assertThat(before.numbers()).allSatisfy(number ->
        assertThat(certificates.get(number).status()).isEqualTo(CertificateStatus.SUPERSEDED));
    assertThat(certificates.findLive(codes(execute(propose(new Order(MutationKind.MERGE, halves, List.of(), List.of()))))
        .get(0)).orElseThrow().holders()).extracting(CoHolder::fraction).containsExactly("1/2", "1/2");
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void landHeldInOtherSharesIsNotMerged() {
    String parcel = parcel("GN");
    List<String> halves = codes(execute(propose(split(parcel, 80))));
    certify(halves.get(0), shares(1, 2));
    certify(halves.get(1), shares(1, 3));

    assertUnmet(Office.SURVEYOR, () -> mutations.propose(new Order(MutationKind.MERGE, halves, List.of(), List.of()), "x",
        "y"), "differ in holder");
  }

  @Test
  void anAdjustmentMovesTheCommonBoundaryAndNothingElse() {
    String parcel = parcel("GN");
    List<String> halves = codes(execute(propose(split(parcel, 80))));
    Geometry west = Land.rectangle(west(), 20_000, 120, 100);
    Geometry east = Land.rectangle(west() + 120, 20_000, 80, 100);
    Geometry short1cm = Land.rectangle(west() + 120.02, 20_000, 79.98, 100);

    assertUnmet(Office.SURVEYOR, () -> mutations.propose(adjust(halves, west, short1cm), "x", "y"), "A2");
    Mutation done = execute(propose(adjust(halves, west, east)));

    assertThat(done.children()).extracting(Mutation.Child::area).containsExactlyInAnyOrder(new BigDecimal("12000.00"),
        new BigDecimal("8000.00"));
  }

  @Test
  void aLineThatDividesNothingIsRefusedWithWhatToDo() {
    String parcel = parcel("GN");

    assertUnmet(Office.SURVEYOR, () -> mutations.propose(new Order(MutationKind.SPLIT, List.of(parcel),
        List.<Coordinate[]>of(new Coordinate[] {new Coordinate(east(80), north(-10)), new Coordinate(east(80), north(60))}),
        List.of()), "x", "y"), "does not divide");
  }

  /** Overlaps follow the land: the claim is a matter of the new parcel that it lies over, and of no other. */
  @Test
  void aClaimIsJudgedAnewAgainstTheNewParcels() {
    String parcel = parcel("GN");
    units.add(UnitKind.CLAIM, List.of(Land.claim("C-" + parcel, Land.rectangle(west() + 150, 20_010, 100, 50), null)),
        IMPORT);
    assertThat(conflicts.openAgainst(parcel)).hasSize(1);

    List<String> halves = codes(execute(propose(split(parcel, 80))));

    assertThat(conflicts.openAgainst(parcel)).isEmpty();
    assertThat(conflicts.openAgainst(halves.get(0))).isEmpty();
    List<Conflict> moved = conflicts.openAgainst(halves.get(1));
    assertThat(moved).hasSize(1);
    assertThat(moved.get(0).area()).isEqualTo(2500, within(0.01));
  }

  @Test
  void aCertifiedParcelIsNotRetiredBeforeItsCertificateIsCancelled() {
    String parcel = parcel("GN");
    Certificate certificate = certify(parcel);
    Order retire = new Order(MutationKind.RETIRE, List.of(parcel), List.of(), List.of());
    assertUnmet(Office.SURVEYOR, () -> mutations.propose(retire, "x", "y"), certificate.number());

    office.as(Office.APPROVER, () -> certificates.cancel(certificate.number(), 1, "收回", "灵政函〔2012〕9号"));
    execute(propose(retire));

    assertThat(units.get(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.RETIRED);
    assertThat(certificates.history(parcel)).extracting(Certificate::status).containsExactly(CertificateStatus.CANCELLED);
  }

  /** Map, register, parcel and certificates at the end of a day show what stood then, and nothing that came later. */
  @Test
  void theRegisterIsShownAsItWasAtTheEndOfADay() throws Exception {
    String parcel = parcel("GN");
    LocalDate surveyed = clock.today();
    Certificate before = certify(parcel);
    LocalDate certified = clock.today();
    clock.set(certified.plusDays(40));
    String child = codes(execute(propose(split(parcel, 80)))).get(0);
    clock.set(clock.today().plusDays(1));

    asked("/api/parcels/" + parcel + "?asOf=" + certified).andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("CERTIFIED")).andExpect(jsonPath("$.planeArea").value(20000.00));
    asked("/api/parcels/" + parcel + "?asOf=" + surveyed).andExpect(jsonPath("$.status").value("PENDING"));
    asked("/api/parcels/" + child + "?asOf=" + certified).andExpect(status().isNotFound());
    asked("/api/parcels/" + parcel + "?asOf=" + clock.today().plusDays(1)).andExpect(status().isBadRequest());
    asked("/api/parcels/" + parcel + "?asOf=1987-01-01").andExpect(status().isNotFound());

    String subDistrict = parcel.substring(0, 12);
    asked("/api/parcels?q=" + subDistrict + "&asOf=" + certified).andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.items[0].status").value("CERTIFIED"));
    asked("/api/parcels?status=CERTIFIED&q=" + subDistrict + "&asOf=" + certified)
        .andExpect(jsonPath("$.total").value(1));
    asked("/api/parcels?q=" + subDistrict).andExpect(jsonPath("$.total").value(2));

    asked("/api/certificates?parcel=" + parcel + "&asOf=" + certified).andExpect(jsonPath("$.items[0].status").value("LIVE"))
        .andExpect(jsonPath("$.items[0].endedAt").doesNotExist());
    asked("/api/certificates?parcel=" + parcel).andExpect(jsonPath("$.items[0].status").value("SUPERSEDED"));
    asked("/api/certificates?parcel=" + parcel + "&asOf=" + certified.minusDays(1)).andExpect(jsonPath("$.total").value(0));

    assertThat(tile(parcel, certified)).contains(parcel).contains(before.number()).doesNotContain(child);
    assertThat(tile(parcel, null)).contains(child).doesNotContain(parcel).doesNotContain(before.number());
  }

  /** What is cancelled or superseded is in the extract, as ended. */
  @Test
  void theRegisterEntryRemembersEveryRight() throws Exception {
    String parcel = parcel("GN");
    Certificate cancelled = certify(parcel);
    office.as(Office.APPROVER, () -> certificates.cancel(cancelled.number(), 1, "登记有误", "灵国土资〔2012〕91号"));
    Certificate superseded = certify(parcel);
    Mutation split = execute(propose(split(parcel, 80)));

    asked("/api/parcels/" + parcel + "/register").andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("RETIRED"))
        .andExpect(jsonPath("$.unitNumber").value(parcel + "W00000000"))
        .andExpect(jsonPath("$.rights.length()").value(2))
        .andExpect(jsonPath("$.rights[0].status").value("CANCELLED"))
        .andExpect(jsonPath("$.rights[1].status").value("SUPERSEDED"))
        .andExpect(jsonPath("$.applications.length()").value(2))
        .andExpect(jsonPath("$.changes[0].number").value(split.number()));
    byte[] pdf = asked("/api/parcels/" + parcel + "/register.pdf").andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsByteArray();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", "")).contains("无有效权利")
          .contains(cancelled.number()).contains(superseded.number()).contains("灵国土资〔2012〕91号").contains(split.number())
          .contains(codes(split).get(1));
    }
    Files.write(Files.createDirectories(Path.of("target/print"))
        .resolve("register.pdf"), pdf);
  }

  private ResultActions asked(String address) throws Exception {
    return mvc.perform(get(address).with(httpBasic(Office.MANAGER, Office.PASSWORD)));
  }

  private String tile(String parcel, @Nullable LocalDate asOf) throws Exception {
    Coordinate middle = degrees(100, 50);
    int z = 16;
    int x = (int) ((middle.x + 180) / 360 * (1 << z));
    double sine = Math.sin(Math.toRadians(middle.y));
    int y = (int) ((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * (1 << z));
    byte[] bytes = asked("/tiles/parcels,certificates/%d/%d/%d.mvt%s".formatted(z, x, y,
        asOf == null ? "" : "?asOf=" + asOf)).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void atTheSameMomentAChangeIsExecutedOnce() throws Exception {
    String parcel = parcel("GN");
    certify(parcel);
    Mutation proposed = propose(split(parcel, 80));
    ExecutorService officers = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> attempt = () -> {
        try {
          execute(proposed);
          return true;
        } catch (ProblemException refused) {
          return false;
        }
      };
      List<Boolean> outcomes = new ArrayList<>();
      for (Future<Boolean> each : officers.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
        outcomes.add(each.get());
      }
      assertThat(outcomes).containsExactlyInAnyOrder(true, false, false, false);
    } finally {
      officers.shutdownNow();
    }
    assertThat(mutations.get(proposed.id()).children()).allMatch(child -> certificates.findLive(child.code()).isPresent());
    assertThat(verifier.verify().faults()).isEmpty();
  }

  private String parcel(String feature) {
    place = SEQUENCE.incrementAndGet();
    String code = "450721%06d%s00001".formatted(200_000 + place, feature);
    units.add(UnitKind.PARCEL, List.of(draft(code, land())), IMPORT);
    return code;
  }

  private UnitDraft draft(String code, Geometry boundary) {
    UnitFacts facts = new UnitFacts("华山农场", null, null, null, null, null, null, "GB/T 21010-2007", "021", "新圩镇",
        "划拨", Map.of("ZDSZD", "村路"));
    return new UnitDraft(code, boundary, Land.ZONE_36, null, Land.SURVEYED, facts, null, null);
  }

  private Geometry land() {
    return Land.rectangle(west(), 20_000, 200, 100);
  }

  private double west() {
    return -40_000 + 500.0 * place;
  }

  private double east(double metres) {
    return 36_632_000 + west() + metres;
  }

  private static double north(double metres) {
    return 2_500_000 + metres;
  }

  private Coordinate degrees(double east, double north) {
    Geometry point = land().getFactory().createPoint(new Coordinate(east(east), north(north)));
    point.setSRID(Land.ZONE_36);
    return CoordinateSystems.transform(point, Land.ZONE_36, CoordinateSystems.CGCS2000_DEGREES).getCoordinate();
  }

  private Order split(String parcel, double at) {
    return new Order(MutationKind.SPLIT, List.of(parcel), List.<Coordinate[]>of(new Coordinate[] {
        new Coordinate(east(at), north(-10)), new Coordinate(east(at), north(110))}), List.of());
  }

  private static Order merge(String... parcels) {
    return new Order(MutationKind.MERGE, List.of(parcels), List.of(), List.of());
  }

  private static Order adjust(List<String> parcels, Geometry... shapes) {
    return new Order(MutationKind.ADJUST, parcels, List.of(), List.of(shapes));
  }

  private Certificate certify(String parcel) {
    String application = office.registered(parcel);
    return office.as(Office.APPROVER, () -> certificates.issue(application));
  }

  private Certificate certify(String parcel, List<Holder> holders) {
    String application = office.registered(parcel, holders, null);
    return office.as(Office.APPROVER, () -> certificates.issue(application));
  }

  /** The farm's, and the village's with the rest. */
  private static List<Holder> shares(long farm, long of) {
    return List.of(new Holder("华山农场", Holder.Type.ENTERPRISE, null, null, null, null, farm, of),
        new Holder("大岭村", Holder.Type.COLLECTIVE, null, null, null, null, of - farm, of));
  }

  private Mutation propose(Order order) {
    return office.as(Office.SURVEYOR, () -> mutations.propose(order, "分户经营", "灵政函〔2012〕3号"));
  }

  private Mutation execute(Mutation proposed) {
    return office.as(Office.APPROVER, () -> mutations.execute(proposed.id(), proposed.revision()));
  }

  private static List<String> codes(Mutation mutation) {
    return mutation.children().stream().map(Mutation.Child::code).map(code -> Optional.ofNullable(code).orElseThrow())
        .toList();
  }

  private void assertRefused(ProblemCode code, String person, Supplier<?> work) {
    assertThatThrownBy(() -> office.as(person, work)).isInstanceOfSatisfying(ProblemException.class,
        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
  }

  private void assertUnmet(String person, Supplier<?> work, String naming) {
    assertThatThrownBy(() -> office.as(person, work)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
      assertThat(refusal.problem().code()).isEqualTo(ProblemCode.GATE_UNMET);
      assertThat(refusal.problem().unmet()).anySatisfy(gate -> assertThat(gate.fact().en()).contains(naming));
    });
  }

  private static int serial(String number) {
    return Integer.parseInt(number.replaceAll(".*第(\\d+)号", "$1"));
  }
}
