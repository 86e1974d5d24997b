package org.jieshi.fees;

import org.jieshi.shared.Bilingual;

/** The classes of land that tariffs tell apart. */
public enum LandClass {

  AGRICULTURAL("agricultural land", "农用地"),
  CONSTRUCTION("construction land", "建设用地"),
  DWELLING("dwelling land", "住宅用地"),
  UNUSED("unused land", "未利用地");

  private final Bilingual title;

  LandClass(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }
}
