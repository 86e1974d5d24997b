package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was counted.
 *
 * @param landDue m²
 * @param due the land due by group
 * @param counted by group and band
 */
record Figures(BigDecimal landDue, Map<String, BigDecimal> due, Map<String, Map<Band, BigDecimal>> counted) {

  BigDecimal of(String key, Band band) {
    return counted.getOrDefault(key, Collections.emptyMap()).getOrDefault(band, BigDecimal.ZERO.setScale(2));
  }

  /** The land of a group that lies under a parcel. */
  BigDecimal covered(String key) {
    return of(key, Band.CERTIFIED).add(of(key, Band.DISPUTED)).add(of(key, Band.PENDING));
  }

  BigDecimal of(Band band) {
    return counted.keySet().stream().map(key -> of(key, band)).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  /** The land that lies under a parcel. */
  BigDecimal covered() {
    return of(Band.CERTIFIED).add(of(Band.DISPUTED)).add(of(Band.PENDING));
  }

  static void add(Map<String, Map<Band, BigDecimal>> counted, String key, Band band, BigDecimal area) {
    counted.computeIfAbsent(key, any -> new EnumMap<>(Band.class)).merge(band, area, BigDecimal::add);
  }
}
