package org.jieshi.coordination.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A figure with the way it was made.
 *
 * @param value null where there is nothing to count from, which is not zero
 * @param unit {@code COUNT}, {@code SHARE} (0 to 1), {@code DAYS} (working days) or {@code M2}
 */
record Figure(String key, Bilingual title, @Nullable BigDecimal value, String unit, Bilingual method) {

  static Figure count(String key, Bilingual title, long value, Bilingual method) {
    return new Figure(key, title, BigDecimal.valueOf(value), "COUNT", method);
  }

  static Figure days(String key, Bilingual title, @Nullable BigDecimal value, Bilingual method) {
    return new Figure(key, title, value, "DAYS", method);
  }

  /** Of nothing there is no share. */
  static Figure share(String key, Bilingual title, long part, long whole, Bilingual method) {
    return new Figure(key, title, whole == 0 ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP), "SHARE", method);
  }
}
