package org.jieshi.audit;

import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Knows from elsewhere what the chain was: heads that were signed and kept outside the database. */
public interface HeadWitness {

  /**
   * @param hashOf an entry of the chain as it is now; null where there is none
   * @return where that is not what was known
   */
  List<AuditFault> faults(LongFunction<@Nullable String> hashOf);
}
