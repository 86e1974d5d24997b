package org.jieshi.conflicts;

/** What becomes of a conflict. */
public enum ConflictStatus {
  /** Nobody has taken it up. */
  OPEN,
  /** Part of an open dispute case. */
  IN_CASE,
  /** Decided in a case while both sides keep their boundaries; judged anew when one of them changes. */
  SETTLED,
  /** The two no longer overlap. */
  GONE
}
