package org.jieshi.coverage.workbook;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jieshi.shared.OfficeClock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as a file, for everybody signed in. */
@RestController
class WorkbookController {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final LedgerWorkbook workbook;
  private final OfficeClock clock;

  WorkbookController(LedgerWorkbook workbook, OfficeClock clock) {
    this.workbook = workbook;
    this.clock = clock;
  }

  /** @param lang {@code en} for English words; Chinese otherwise */
  @GetMapping(path = "/api/ledger.xlsx", produces = XLSX)
  void ledger(@RequestParam(defaultValue = "zh") String lang, HttpServletResponse response) throws IOException {
    response.setContentType(XLSX);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("ledger-%s.xlsx".formatted(clock.today())).build().toString());
    workbook.write(response.getOutputStream(), LedgerWords.of(lang));
  }
}
