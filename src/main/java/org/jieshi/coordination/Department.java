package org.jieshi.coordination;

import org.jieshi.shared.Bilingual;

/** Whom the land office asks. Several offices of one kind exist: the letter's addressee says which. */
public enum Department {

  FORESTRY("forestry bureau", "林业局"),
  LAND("land-use section", "土地利用管理股"),
  AGRICULTURE("agriculture bureau", "农业局"),
  WATER("water bureau", "水利局"),
  PLANNING("planning bureau", "规划局"),
  FINANCE("finance and price bureau", "财政（物价）局"),
  JUSTICE("dispute office", "调处办"),
  TOWN("town government", "镇人民政府"),
  VILLAGE("village committee", "村民委员会"),
  OTHER("another office", "其他单位");

  private final Bilingual title;

  Department(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }
}
