package org.jieshi.disputes;

import org.jieshi.shared.Bilingual;

/** Who may decide a dispute in the first place. */
enum Authority {

  TOWN("town government", "乡镇人民政府"),
  COUNTY("county government", "县级人民政府"),
  /** Land of two counties. */
  ABOVE("government above the county", "县级以上人民政府");

  private final Bilingual title;

  Authority(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  Bilingual title() {
    return title;
  }
}
