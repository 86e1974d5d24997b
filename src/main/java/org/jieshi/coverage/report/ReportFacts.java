package org.jieshi.coverage.report;

import java.time.LocalDate;
import java.util.List;
import org.jieshi.audit.AuditHead;
import org.jieshi.coverage.CoverageReport;
import org.jieshi.coverage.Trends;
import org.jieshi.disputes.encroachment.EncroachmentBalance;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Everything a report says, of one snapshot.
 *
 * @param day at whose end it was so; today: as it stands at the moment of printing
 * @param past whether {@code day} is a day gone by: then what is known only of now is left out
 * @param by the same land by sub-farm, town, village and land use
 * @param ages of the open cases; null for a past day
 * @param unknowns null for a past day
 * @param head of the audit chain that the figures were read at
 */
record ReportFacts(Bilingual farm, LocalDate day, boolean past, LocalDate printedOn, List<CoverageReport> by,
    EncroachmentBalance balance, Trends.@Nullable Ages ages, Unknowns.@Nullable Found unknowns, AuditHead head,
    boolean synthetic) {

  CoverageReport whole() {
    return by.get(0);
  }
}
