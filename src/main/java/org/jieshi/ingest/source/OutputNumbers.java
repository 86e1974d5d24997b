package org.jieshi.ingest.source;

import java.math.BigDecimal;

/** Coordinates as text that reads back to the last bit. */
public final class OutputNumbers {

  private static final int MILLIMETRES = 3;

  private OutputNumbers() {}

  /** The shortest decimal that is this number, without an exponent. */
  public static String plain(double ordinate) {
    String plain = new BigDecimal(Double.toString(ordinate)).toPlainString();
    return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
  }

  /** The same with at least three decimals, as surveyors write metres. */
  public static String metres(double ordinate) {
    BigDecimal exact = new BigDecimal(Double.toString(ordinate));
    return exact.setScale(Math.max(MILLIMETRES, exact.scale())).toPlainString();
  }
}
