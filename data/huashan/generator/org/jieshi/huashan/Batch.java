package org.jieshi.huashan;

import java.time.LocalDate;

/** A survey campaign: one file, one crew, one accuracy (RMSE of boundary points in metres, classes of domain.md §4). */
enum Batch {
  FIRST("10-parcels-2011-batch1", "灵山县国土资源勘测规划队", LocalDate.of(2011, 4, 18), "0.05", Archive.Style.PLAIN),
  SECOND("11-parcels-2011-batch2", "灵山县国土资源勘测规划队", LocalDate.of(2011, 7, 5), "0.075",
      Archive.Style.UPPER_CASE),
  THIRD("12-parcels-2011-batch3", "钦州市地籍测绘院", LocalDate.of(2011, 10, 21), "0.05", Archive.Style.GBK_FOLDER),
  FOURTH("13-parcels-2012-batch4", "灵山县国土资源勘测规划队", LocalDate.of(2012, 1, 9), "0.10",
      Archive.Style.WITHOUT_INDEX),
  FIFTH("14-parcels-2012-batch5", "钦州市地籍测绘院", LocalDate.of(2012, 4, 12), "0.075", Archive.Style.CHINESE_NAMES),
  LAST("15-parcels-2012-last", "钦州市地籍测绘院", LocalDate.of(2012, 6, 20), "0.05", Archive.Style.PLAIN),
  PENDING("20-parcels-2013-pending", "灵山县国土资源勘测规划队", LocalDate.of(2013, 3, 15), "0.10", Archive.Style.PLAIN);

  final String file;
  final String crew;
  final LocalDate date;
  final String accuracy;
  final Archive.Style style;

  Batch(String file, String crew, LocalDate date, String accuracy, Archive.Style style) {
    this.file = file;
    this.crew = crew;
    this.date = date;
    this.accuracy = accuracy;
    this.style = style;
  }
}
