package org.jieshi.certificates;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate number as people type it: brackets of full or half width, spaces, 第 left out. Two spellings of one number
 * have one {@link #canonical} form, which is how numbers are printed and kept.
 */
record CertificateNumber(Series series, String canonical) {

  private static final Pattern STATE_LAND_USE = Pattern.compile("(\\S{1,4})国用\\((\\d{4})\\)第?([\\dA-Za-z-]+)号");
  private static final Pattern REAL_ESTATE = Pattern.compile("(\\S)\\((\\d{4})\\)(\\S{1,20})不动产权第?(\\d{7})号");

  /** Empty for what is no certificate number of either form. */
  static Optional<CertificateNumber> find(String typed) {
    String text = typed.strip().replaceAll("\\s", "").replace('（', '(').replace('）', ')');
    Matcher old = STATE_LAND_USE.matcher(text);
    if (old.matches()) {
      return Optional.of(new CertificateNumber(Series.STATE_LAND_USE,
          "%s国用(%s)第%s号".formatted(old.group(1), old.group(2), old.group(3))));
    }
    Matcher unified = REAL_ESTATE.matcher(text);
    if (unified.matches()) {
      return Optional.of(new CertificateNumber(Series.REAL_ESTATE, "%s(%s)%s不动产权第%s号".formatted(unified.group(1),
          unified.group(2), unified.group(3), unified.group(4))));
    }
    return Optional.empty();
  }

  /** The canonical form; what is no certificate number stays as it is, so that a refusal can name it. */
  static String canonicalOrSame(String typed) {
    return find(typed).map(CertificateNumber::canonical).orElse(typed);
  }
}
