package org.jieshi.registration.investigation;

import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** How the right came from the state (权利性质). */
public enum RightNature {

  ALLOCATION("allocation", "划拨"),
  GRANT("grant", "出让"),
  CONTRIBUTION("contribution", "作价入股"),
  LEASE("lease", "租赁"),
  AUTHORISED_OPERATION("authorised operation", "授权经营");

  private final Bilingual title;

  RightNature(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }

  /** As surveyors write it, by name or in Chinese; null where it is not one of these. */
  public static @Nullable RightNature read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    for (RightNature nature : values()) {
      if (nature.name().equalsIgnoreCase(text.strip()) || text.strip().equals(nature.title.zh())) {
        return nature;
      }
    }
    return null;
  }
}
