package org.jieshi.certificates;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which form of certificate is issued on a day, and how its number is written. 不动产登记暂行条例 is in force since
 * 2015-03-01; counties changed over on days of their own, so the day is a setting.
 *
 * @param unifiedFrom first day of the unified form
 * @param province its one-character short name
 */
@Component
record NumberRule(@Value("${jieshi.certificates.unified-from:2016-01-01}") LocalDate unifiedFrom,
    @Value("${jieshi.farm.province-short:桂}") String province,
    @Value("${jieshi.farm.county-name}") String countyName) {

  Series seriesOn(LocalDate day) {
    return day.isBefore(unifiedFrom) ? Series.STATE_LAND_USE : Series.REAL_ESTATE;
  }

  String number(Series series, int year, int serial) {
    return series.number(province, countyName, year, serial);
  }
}
