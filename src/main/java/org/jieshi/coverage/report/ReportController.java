package org.jieshi.coverage.report;

import java.time.LocalDate;
import java.util.Arrays;
import org.jieshi.audit.AuditTrail;
import org.jieshi.coverage.Coverage;
import org.jieshi.coverage.Grouping;
import org.jieshi.coverage.Trends;
import org.jieshi.disputes.encroachment.EncroachmentLedger;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report as a PDF, for everybody signed in. */
@RestController
class ReportController {

  private final Coverage coverage;
  private final EncroachmentLedger encroachments;
  private final Trends trends;
  private final Unknowns unknowns;
  private final AuditTrail audit;
  private final OfficeClock clock;
  private final Bilingual farm;
  private final boolean synthetic;

  ReportController(Coverage coverage, EncroachmentLedger encroachments, Trends trends, Unknowns unknowns, AuditTrail audit,
      OfficeClock clock, @Value("${jieshi.farm.name}") String farm,
      @Value("${jieshi.farm.name-en}") String farmEn, Environment environment) {
    this.coverage = coverage;
    this.encroachments = encroachments;
    this.trends = trends;
    this.unknowns = unknowns;
    this.audit = audit;
    this.clock = clock;
    this.farm = new Bilingual(farmEn, farm);
    this.synthetic = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /**
   * @param asOf the day at whose end it was so; left out: now
   * @param lang {@code en} for English; Chinese otherwise
   */
  @GetMapping(path = "/api/coverage/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ResponseEntity<byte[]> report(@RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(defaultValue = "zh") String lang) {
    LocalDate day = asOf == null ? clock.today() : asOf;
    ReportFacts facts = new ReportFacts(farm, day, asOf != null, clock.today(),
        Arrays.stream(Grouping.values()).map(by -> coverage.report(by, asOf)).toList(),
        encroachments.balance(day.withDayOfYear(1), day), asOf == null ? trends.caseAges() : null,
        asOf == null ? unknowns.now() : null, audit.head(), synthetic);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.inline().filename("coverage-%s.pdf".formatted(day)).build().toString())
        .body(ReportPaper.print(facts, lang.startsWith("en")));
  }
}
