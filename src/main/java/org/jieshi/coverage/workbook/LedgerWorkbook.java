package org.jieshi.coverage.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.jieshi.coverage.Coverage;
import org.jieshi.coverage.CoverageReport;
import org.jieshi.coverage.CoverageReport.Bands;
import org.jieshi.coverage.Grouping;
import org.jieshi.shared.OfficeClock;
import org.jieshi.store.StreamedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the ledger; everything in it is of one moment. */
@Service
class LedgerWorkbook {

  private final JdbcTemplate jdbc;
  private final Coverage coverage;
  private final OfficeClock clock;

  LedgerWorkbook(JdbcTemplate jdbc, Coverage coverage, OfficeClock clock) {
    this.jdbc = new StreamedRows(jdbc);
    this.coverage = coverage;
    this.clock = clock;
  }

  /** @throws UncheckedIOException if nobody takes the bytes any more */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void write(OutputStream to, LedgerWords words) {
    try (Workbook book = new Workbook(to, "Jieshi", "1.0")) {
      book.setCompressionLevel(Deflater.BEST_SPEED); // made for one person, once: a third larger, three times sooner
      rows(book, words.parcels(), words.parcelColumns(), LedgerSql.PARCELS, words);
      coverage(book, words);
      rows(book, words.overlaps(), words.overlapColumns(), LedgerSql.OVERLAPS, words);
      rows(book, words.cases(), words.caseColumns(), LedgerSql.CASES.formatted(clock.today()), words);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void rows(Workbook book, String name, List<RowSheets.Heading> headings, String sql, LedgerWords words)
      throws IOException {
    RowSheets sheet = new RowSheets(book, name, headings);
    jdbc.query(sql, (ResultSet row) -> {
      try {
        sheet.add(IntStream.rangeClosed(1, headings.size()).mapToObj(column -> words.cell(value(row, column))).toArray());
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    });
    sheet.end();
  }

  private static @Nullable Object value(ResultSet row, int column) {
    try {
      return row.getObject(column);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void coverage(Workbook book, LedgerWords words) throws IOException {
    RowSheets sheet = new RowSheets(book, words.coverage(), words.coverageColumns());
    for (Grouping by : Grouping.values()) {
      CoverageReport report = coverage.report(by, null);
      if (by == Grouping.SUB_FARM) {
        sheet.add(row(words.whole(), "", report.bands(), words.basis(report)));
      }
      for (CoverageReport.Group group : report.groups()) {
        sheet.add(row(words.grouping(by), group.name() == null ? group.code() : group.name(), group.bands(), null));
      }
    }
    sheet.end();
  }

  private static @Nullable Object[] row(String by, String name, Bands bands, @Nullable String basis) {
    return new Object[] {by, name, bands.totalAreaHm2(), bands.certifiedAreaHm2(), bands.pendingAreaHm2(),
        bands.disputedAreaHm2(), bands.unsurveyedAreaHm2(),
        bands.certifiedShare() == null ? null : bands.certifiedShare().movePointRight(2), bands.encroachedAreaHm2(), basis};
  }
}
