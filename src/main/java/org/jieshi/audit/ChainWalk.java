package org.jieshi.audit;

import java.util.ArrayList;
import java.util.List;

/** Walks along the chain, entry by entry, and notes where it does not hold. Needs no database. */
public final class ChainWalk {

  private final List<AuditFault> faults = new ArrayList<>();
  private AuditHead last;

  private ChainWalk(AuditHead from) {
    this.last = from;
  }

  /** From before the first entry. */
  public static ChainWalk fromTheBeginning() {
    return after(new AuditHead(0, AuditEntry.GENESIS));
  }

  /** @param head of an entry that is known to hold */
  public static ChainWalk after(AuditHead head) {
    return new ChainWalk(head);
  }

  public void step(AuditEntry entry) {
    long seq = entry.seq();
    if (seq != last.seq() + 1) {
      fault(seq, "Entry %d is followed by %d.".formatted(last.seq(), seq),
          "第 %d 条之后是第 %d 条。".formatted(last.seq(), seq));
    }
    if (!entry.previousHash().equals(last.hash())) {
      fault(seq, "Entry %d does not follow the one before it.".formatted(seq), "第 %d 条与前一条不衔接。".formatted(seq));
    }
    if (!entry.computedHash().equals(entry.hash())) {
      fault(seq, "Entry %d was altered.".formatted(seq), "第 %d 条已被改动。".formatted(seq));
    }
    last = new AuditHead(seq, entry.hash());
  }

  /** Beside the entries themselves. */
  public void fault(long seq, String en, String zh) {
    faults.add(AuditFault.entry(seq, en, zh));
  }

  /** Where the chain ends that was walked. */
  public AuditHead last() {
    return last;
  }

  public List<AuditFault> faults() {
    return faults;
  }
}
