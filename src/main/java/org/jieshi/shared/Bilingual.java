package org.jieshi.shared;

/** A sentence for a person, in English and in Chinese. Both are complete; neither is a translation key. */
public record Bilingual(String en, String zh) {

  /** Both languages filled in by {@link String#formatted}, with the same arguments in the same order. */
  public Bilingual formatted(Object... arguments) {
    return new Bilingual(en.formatted(arguments), zh.formatted(arguments));
  }

  /** Goes on in both languages. */
  public Bilingual and(String moreEn, String moreZh) {
    return new Bilingual(en + moreEn, zh + moreZh);
  }
}
