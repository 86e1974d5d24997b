package org.jieshi.parcels;

import org.jieshi.shared.Bilingual;

/** What a spatial unit stands for. */
public enum UnitKind {

  /** Land the farm holds or applies for. */
  PARCEL("parcel", "宗地", UnitStatus.SURVEYED, UnitStatus.RETIRED),
  /** Land somebody else says is theirs, or occupies. */
  CLAIM("claim", "权属主张", UnitStatus.ACTIVE, UnitStatus.WITHDRAWN),
  /** Land an older document speaks of: the farm's 1987 certificate, forest-right certificates of others. */
  EVIDENCE("evidence record", "权属证据", UnitStatus.ACTIVE, UnitStatus.WITHDRAWN);

  private final Bilingual title;
  private final UnitStatus first;
  private final UnitStatus last;

  UnitKind(String en, String zh, UnitStatus first, UnitStatus last) {
    this.title = new Bilingual(en, zh);
    this.first = first;
    this.last = last;
  }

  public Bilingual title() {
    return title;
  }

  /** The status a unit of this kind begins with. */
  UnitStatus first() {
    return first;
  }

  /** The status in which no version of it is in force any more. */
  UnitStatus last() {
    return last;
  }
}
