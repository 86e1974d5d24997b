package org.jieshi.ingest.source;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in files. {@code 1e999999999} is one to the parser, too, and fills the memory as soon as somebody adds to it: what
 * no surveyor ever measured is no number here.
 */
public final class Decimals {

  private static final int LONGEST = 100;
  /** Digits before or behind the point. */
  private static final int MOST_DIGITS = 40;

  private Decimals() {}

  /** @return null for what isn't a number that somebody may have meant */
  public static @Nullable BigDecimal of(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      boolean sensible = Math.abs((long) number.scale()) <= MOST_DIGITS
          && (long) number.precision() - number.scale() <= MOST_DIGITS;
      return sensible ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
