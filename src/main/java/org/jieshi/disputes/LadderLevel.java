package org.jieshi.disputes;

import java.util.Optional;
import org.jieshi.shared.Bilingual;

/** The rungs a dispute climbs until it is settled (domain.md §6). */
public enum LadderLevel {

  NEGOTIATION("negotiation", "协商"),
  VILLAGE("village committee", "村民委员会调解"),
  TOWN("town government", "乡镇调解"),
  COUNTY("county dispute office", "县级调处"),
  DECISION("decision of the government", "政府处理决定"),
  REVIEW("administrative review", "行政复议"),
  COURT("court", "诉讼");

  private final Bilingual title;

  LadderLevel(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }

  /** Whether an authority or court decides on this rung; below it the parties agree or climb on. */
  boolean decides() {
    return compareTo(DECISION) >= 0;
  }

  Optional<LadderLevel> next() {
    return this == COURT ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }
}
