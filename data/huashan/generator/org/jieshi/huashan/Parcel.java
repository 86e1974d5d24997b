package org.jieshi.huashan;

/** A surveyed plot with its entry in the books. */
record Parcel(int plot, Plot land, String code, Use use, String location, String sheet, Batch batch) {

  /** Three-digit classes of GB/T 21010-2007, the standard in force in 2012, with the feature of the parcel code. */
  enum Use {
    PADDY("011", "水田", "GN"),
    DRY_FIELD("013", "旱地", "GN"),
    ORCHARD("021", "果园", "GN"),
    TEA("022", "茶园", "GN"),
    FOREST("031", "有林地", "GL"),
    WORKS("061", "工业用地", "GB"),
    STORE("063", "仓储用地", "GB"),
    OFFICE("081", "机关团体用地", "GB");

    final String code;
    final String chinese;
    final String feature;

    Use(String code, String chinese, String feature) {
      this.code = code;
      this.chinese = chinese;
      this.feature = feature;
    }
  }
}
