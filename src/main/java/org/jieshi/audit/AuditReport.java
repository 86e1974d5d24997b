package org.jieshi.audit;

import java.util.List;

/** What a verification found: nothing at all, or every fault up to a limit. */
public record AuditReport(long entries, long rows, AuditHead head, List<AuditFault> faults) {

  public boolean isIntact() {
    return faults.isEmpty();
  }
}
