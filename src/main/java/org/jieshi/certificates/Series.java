package org.jieshi.certificates;

/**
 * The two forms of certificate, each with its own running numbers per year (domain.md §7). The printed serial of the
 * paper is not the certificate number.
 */
public enum Series {

  /** 《国有土地使用证》, 灵国用(2012)第0001号, until unified registration. */
  STATE_LAND_USE("国有土地使用证") {
    @Override
    String number(String province, String countyName, int year, int serial) {
      return "%s国用(%d)第%04d号".formatted(countyName.substring(0, 1), year, serial);
    }
  },

  /** 《不动产权证书》, 桂(2016)灵山县不动产权第0000001号. */
  REAL_ESTATE("不动产权证书") {
    @Override
    String number(String province, String countyName, int year, int serial) {
      return "%s(%d)%s不动产权第%07d号".formatted(province, year, countyName, serial);
    }
  };

  private final String title;

  Series(String title) {
    this.title = title;
  }

  /** The name of the paper. */
  String title() {
    return title;
  }

  /** @param province its one-character short name */
  abstract String number(String province, String countyName, int year, int serial);
}
