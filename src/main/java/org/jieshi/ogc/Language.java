package org.jieshi.ogc;

import java.util.Locale;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** The language of titles and pages. */
enum Language {
  EN, ZH;

  /** @param accepted the {@code Accept-Language} header; Chinese unless it asks for English first */
  static Language of(@Nullable String accepted) {
    return accepted != null && Locale.LanguageRange.parse(accepted).stream().map(Locale.LanguageRange::getRange)
        .filter(range -> range.startsWith("en") || range.startsWith("zh")).findFirst().orElse("zh").startsWith("en") ? EN : ZH;
  }

  String tag() {
    return this == EN ? "en" : "zh-CN";
  }

  String say(Bilingual text) {
    return this == EN ? text.en() : text.zh();
  }

  String say(String en, String zh) {
    return this == EN ? en : zh;
  }
}
