package org.jieshi.ingest;

import java.nio.charset.Charset;

/** Parcels for tests, in zone 36 near the test point of domain.md §3. */
final class SurveyedLand {

  private static final double EAST = 36_632_000;
  private static final double NORTH = 2_480_000;

  private SurveyedLand() {}

  /** A rectangle in metres from a corner of the farm, drawn clockwise as shapefiles do. */
  static String rectangle(double west, double south, double width, double height) {
    double w = EAST + west;
    double s = NORTH + south;
    double e = w + width;
    double n = s + height;
    return "POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))".formatted(w, s, w, n, e, n, e, s, w, s);
  }

  /** A well-formed code; districts keep the tests of a class apart. */
  static String code(int district, int sequence) {
    return "450721%03d002GN%05d".formatted(district, sequence);
  }

  /** The usual parcel layer, in GBK and without a word about it. */
  static SurveyFile parcels() {
    return SurveyFile.named("宗地").encoding(Charset.forName("GBK"))
        .text("ZDDM", 19).text("ZL", 60).number("ZDMJ", 15, 2).text("YT", 4).text("QLRMC", 40).text("TFH", 12);
  }

  static SurveyFile parcel(SurveyFile file, String code, String wkt, String area) {
    return file.record(wkt, code, "灵山县檀圩镇谷埠村", area, "021", "华山农场", "F49G039021");
  }

  static SurveyFile claims() {
    return SurveyFile.named("claims").text("CLAIMANT", 40).text("BASIS", 20).date("SINCE").text("ZJ", 40);
  }
}
