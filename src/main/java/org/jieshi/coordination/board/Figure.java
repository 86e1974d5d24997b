package org.jieshi.coordination.board;

import java.math.BigDecimal;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A figure with the way it was made.
 *
 * @param value null where there is nothing to count from, which is not zero
 * @param unit {@code COUNT}, {@code SHARE} (0 to 1), {@code DAYS} or {@code M2}
 */
record Figure(String key, Bilingual title, @Nullable BigDecimal value, String unit, Bilingual method) {

  static Figure count(String key, Bilingual title, long value, Bilingual method) {
    return new Figure(key, title, BigDecimal.valueOf(value), "COUNT", method);
  }
}
