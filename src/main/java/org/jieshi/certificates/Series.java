package org.jieshi.certificates;

import java.time.LocalDate;

/**
 * The two forms of certificate, each with its own running numbers per year (domain.md §7). The printed serial of the
 * paper is not the certificate number.
 */
public enum Series {

  /** 《国有土地使用证》, 灵国用(2012)第0001号, until unified registration. */
  STATE_LAND_USE("国有土地使用证") {
    @Override
    String number(String countyName, int year, int serial) {
      return "%s国用(%d)第%04d号".formatted(countyName.substring(0, 1), year, serial);
    }
  },

  /** 《不动产权证书》, 桂(2016)灵山县不动产权第0000001号. */
  REAL_ESTATE("不动产权证书") {
    @Override
    String number(String countyName, int year, int serial) {
      return "桂(%d)%s不动产权第%07d号".formatted(year, countyName, serial);
    }
  };

  /** 不动产登记暂行条例 is in force; counties issue the unified form from the beginning of the next year. */
  private static final LocalDate UNIFIED = LocalDate.of(2016, 1, 1);

  private final String title;

  Series(String title) {
    this.title = title;
  }

  /** The name of the paper. */
  String title() {
    return title;
  }

  abstract String number(String countyName, int year, int serial);

  static Series on(LocalDate day) {
    return day.isBefore(UNIFIED) ? STATE_LAND_USE : REAL_ESTATE;
  }
}
