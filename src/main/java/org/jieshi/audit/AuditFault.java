package org.jieshi.audit;

import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** A place where the record and the chain disagree. */
public record AuditFault(@Nullable Long seq, @Nullable String table, @Nullable String row, Bilingual fault) {

  public static AuditFault entry(long seq, String en, String zh) {
    return new AuditFault(seq, null, null, new Bilingual(en, zh));
  }

  public static AuditFault row(String table, @Nullable String row, String en, String zh) {
    return new AuditFault(null, table, row, new Bilingual(en, zh));
  }
}
