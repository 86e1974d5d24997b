package org.jieshi.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.registration.Office;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Land that several hold together: one right, one certificate for all or one for each. */
@EachDatabase
@Import(Office.class)
class SharedRightsIT {

  @Autowired Certificates certificates;
  @Autowired Verifications verifications;
  @Autowired Serials serials;
  @Autowired Office office;
  @Autowired TestClock clock;
  @Autowired AuditLog audit;
  @Autowired AuditVerifier verifier;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void theOfficeIsOpen() {
    office.open();
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void withSharesEachHasACertificateThatNamesTheOthersAndTheShare() throws IOException {
    Certificate right = certified(thirds(), null);

    assertThat(right.holder()).isEqualTo("华山农场、大岭村、黄某");
    assertThat(right.holding()).isEqualTo(Holding.Kind.SHARES);
    assertThat(right.numbers()).hasSize(3).startsWith(right.number());
    assertThat(right.numbers().stream().map(SharedRightsIT::serial)).containsExactly(serial(right.number()),
        serial(right.number()) + 1, serial(right.number()) + 2);
    List<String> parts = List.of("3333.34", "3333.33", "3333.33");
    for (int i = 0; i < 3; i++) {
      CoHolder holder = right.holders().get(i);
      byte[] pdf = certificates.pdf(holder.certificate());
      keepForPeople("shares-%d.pdf".formatted(i), pdf);
      assertThat(text(pdf)).contains("土地使用权人 " + holder.name()).contains("按份共有，全体共有人：")
          .contains("10000.00 m²").contains(parts.get(i) + " m²（份额 1/3）").contains(holder.certificate())
          .contains(right.numbers()).contains("华山农场（1/3，").contains("大岭村（1/3，").contains("黄某（1/3，");
      PaperCheck check = verifications.check(pdf);
      assertThat(check.valid()).isTrue();
      assertThat(check.certificate().number()).isEqualTo(holder.certificate());
      assertThat(check.certificate().holder()).isEqualTo(holder.name());
      assertThat(check.certificate().holders()).isEqualTo(right.holders());
      assertThat(verifications.check(typed(holder.certificate(), holder.name())).valid()).isTrue();
      assertThat(certificates.get(holder.certificate()).id()).isEqualTo(right.id());
    }
    assertThat(verifications.check(typed(right.numbers().get(1), "黄某")).result())
        .isEqualTo(PaperCheck.Result.DIFFERS);
    assertThat(tokens(right)).doesNotHaveDuplicates().hasSize(3);
  }

  /** Area, coverage, tiles, gates count rows of certificates: the right is one. */
  @Test
  void theLandOfASharedRightCountsOnce() {
    long before = live();

    Certificate right = certified(thirds(), null);

    assertThat(live()).isEqualTo(before + 1);
    assertThat(certificates.history(right.parcel())).hasSize(1);
    assertThat(certificates.findLive(right.parcel()).orElseThrow().area()).isEqualByComparingTo("10000");
  }

  @Test
  void jointlyOneCertificateListsAll() throws IOException {
    List<Holder> both = List.of(holder("黄某", null, null), holder("韦某", null, null));
    Certificate right = certified(both, null);

    assertThat(right.numbers()).containsExactly(right.number());
    assertThat(right.holding()).isEqualTo(Holding.Kind.JOINT);
    assertThat(text(certificates.pdf(right.number()))).contains("土地使用权人 黄某、韦某").contains("共同共有：黄某、韦某。");
    assertThat(verifications.check(typed(right.number(), "韦某，黄某")).valid()).as("in whatever order").isTrue();
    assertThat(verifications.check(typed(right.number(), "黄某")).valid()).isFalse();

    Certificate apart = certified(both, true);
    assertThat(apart.numbers()).hasSize(2);
    assertThat(text(certificates.pdf(apart.numbers().get(1)))).contains("土地使用权人 韦某").contains("共同共有，全体共有人：黄某（")
        .contains("韦某（本证）");
  }

  @Test
  void theUnifiedFormIsOneForAllUnlessTheyAskedForOneEach() throws IOException {
    LocalDate before = clock.today();
    clock.set(LocalDate.of(2026, 3, 2));
    try {
      Certificate one = certified(thirds(), null);
      assertThat(one.numbers()).hasSize(1);
      byte[] all = certificates.pdf(one.number());
      keepForPeople("shares-unified.pdf", all);
      assertThat(text(all)).contains("权利人 华山农场、大岭村、黄某").contains("按份共有：华山农场 1/3、大岭村 1/3、黄某 1/3")
          .doesNotContain("单独所有");

      Certificate each = certified(thirds(), true);
      assertThat(each.numbers()).hasSize(3);
      byte[] second = certificates.pdf(each.numbers().get(1));
      keepForPeople("shares-unified-each.pdf", second);
      assertThat(text(second)).contains("权利人 大岭村").contains("按份共有，本证权利人份额 1/3").contains(each.numbers());
    } finally {
      clock.set(before);
    }
  }

  @Test
  void allPapersEndTogetherByWhicheverNumber() {
    Certificate right = certified(thirds(), null);

    office.as(Office.APPROVER, () -> certificates.cancel(right.numbers().get(2), 1, "更正登记", "灵国土资〔2012〕91号"));

    assertThat(tokens(right)).hasSize(3).allSatisfy(token ->
        assertThat(verifications.verify(token)).hasValueSatisfying(page -> assertThat(page.valid()).isFalse()));
    assertThat(right.numbers()).allSatisfy(number ->
        assertThat(certificates.get(number).status()).isEqualTo(CertificateStatus.CANCELLED));
  }

  @Test
  void everyPaperHasABlankOfItsOwn() {
    Certificate right = certified(thirds(), null);
    String serial = "B46%09d".formatted(right.id());
    office.as(Office.REVIEWER, () -> {
      serials.record(right.number(), serial + "A", null);
      serials.record(right.numbers().get(1), serial + "B", null);
      return true;
    });

    assertThat(serials.ofPaper(right.number())).containsExactly(serial + "A");
    assertThat(serials.ofPaper(right.numbers().get(1))).containsExactly(serial + "B");
    assertThat(verifications.check(new TypedCertificate(right.numbers().get(1), "大岭村", null, null, null, null,
        serial + "B")).valid()).isTrue();
  }

  /** Several names in one line would be printed as one who holds alone. */
  @Test
  void severalNamesWithoutAStatementOfHowTheyHoldAreNotPublished() {
    assertThatThrownBy(() -> office.registered(office.parcelOf("华山农场、大岭村")))
        .hasMessageContaining("华山农场、大岭村 are several holders");
  }

  @Test
  void theDatabaseKeepsThePapersAndTheShares() {
    Certificate right = certified(thirds(), null);

    assertThatThrownBy(() -> behindTheProgram("update certificate_copy set number = number || 'x' where certificate_id = "
        + right.id())).hasMessageContaining("never changed");
    assertThatThrownBy(() -> behindTheProgram("update certificate set holders = null where id = " + right.id()))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> behindTheProgram("""
        insert into certificate_copy (certificate_id, position, number, token, pdf, sha256)
        values (%d, 9, '%s', 'other', '', 'other')""".formatted(right.id(), right.number())))
        .hasMessageContaining("was issued before");
  }

  /** Eight officers issue eight shared rights at once: the numbers of each follow each other, and none is missing. */
  @Test
  void numbersOfSharedRightsNeitherRepeatNorLeaveGaps() throws Exception {
    List<String> waiting = IntStream.range(0, 8)
        .mapToObj(i -> office.registered(office.parcel(), thirds(), null)).toList();
    int last = serial(certified(thirds(), null).numbers().get(2));
    ExecutorService officers = Executors.newFixedThreadPool(8);
    List<List<Integer>> issued = new ArrayList<>();
    try {
      List<Callable<Certificate>> work = waiting.stream().<Callable<Certificate>>map(id -> () -> issue(id)).toList();
      for (Future<Certificate> outcome : officers.invokeAll(work)) {
        issued.add(outcome.get().numbers().stream().map(SharedRightsIT::serial).toList());
      }
    } finally {
      officers.shutdownNow();
    }
    assertThat(issued).allSatisfy(numbers -> assertThat(numbers).containsExactly(numbers.get(0), numbers.get(0) + 1,
        numbers.get(0) + 2));
    assertThat(issued.stream().flatMap(List::stream).sorted()).containsExactlyElementsOf(
        IntStream.rangeClosed(last + 1, last + 24).boxed().toList());
  }

  private Certificate certified(List<Holder> holders, @Nullable Boolean separately) {
    return issue(office.registered(office.parcel(), holders, separately));
  }

  private Certificate issue(String application) {
    return office.as(Office.APPROVER, () -> certificates.issue(application));
  }

  static List<Holder> thirds() {
    return Stream.of("华山农场", "大岭村", "黄某").map(name -> holder(name, 1L, 3L)).toList();
  }

  private static Holder holder(String name, @Nullable Long share, @Nullable Long of) {
    return new Holder(name, Holder.Type.OTHER, null, null, null, null, share, of);
  }

  private static TypedCertificate typed(String number, String holder) {
    return new TypedCertificate(number, holder, null, new BigDecimal("10000"), null, null, null);
  }

  private List<String> tokens(Certificate right) {
    return jdbc.sql("select token from certificate_paper where certificate_id = :id").param("id", right.id())
        .query(String.class).list();
  }

  private long live() {
    return jdbc.sql("select count(*) from certificate where status = 'LIVE'").query(Long.class).single();
  }

  private void behindTheProgram(String sql) {
    transactions.executeWithoutResult(status -> {
      jdbc.sql(sql).update();
      audit.record("TEST", "certificate", "behind");
    });
  }

  private static int serial(String number) {
    return Integer.parseInt(number.replaceAll(".*第(\\d+)号", "$1"));
  }

  private static void keepForPeople(String name, byte[] pdf) throws IOException {
    Files.write(Files.createDirectories(Path.of("target/print")).resolve(name), pdf);
  }

  /** Without the line breaks of the print. */
  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\R", "");
    }
  }
}
