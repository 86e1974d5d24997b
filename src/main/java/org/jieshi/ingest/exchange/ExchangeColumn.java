package org.jieshi.ingest.exchange;

/** The fields of a parcel's line by their place; what stands behind them gets the number of its place. */
final class ExchangeColumn {

  static final String AREA = "地块面积";
  static final String AREA_UNIT = "面积单位";
  static final String NUMBER = "地块编号";
  static final String NAME = "地块名称";
  static final String SHEET = "图幅号";
  static final String USE = "地块用途";
  static final String LAND_CLASS = "地类编码";

  /** The place of 点|线|面, counted from 0. */
  static final int SHAPE = 4;

  private ExchangeColumn() {}

  /** @param place from 0, behind the number of points and the area */
  static String at(int place) {
    return switch (place) {
      case 2 -> NUMBER;
      case 3 -> NAME;
      case 5 -> SHEET;
      case 6 -> USE;
      case 7 -> LAND_CLASS;
      default -> "附加" + (place + 1);
    };
  }
}
