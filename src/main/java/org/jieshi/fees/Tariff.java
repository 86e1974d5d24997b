package org.jieshi.fees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One rate of one dated tariff.
 *
 * @param disputed true or false where the rate holds only for land with or without a dispute
 * @param rate yuan per m² or per item
 * @param copyRate yuan for each certificate after the first
 * @param cap highest amount in yuan
 */
record Tariff(String code, LocalDate validFrom, @Nullable LocalDate validTo, boolean scenario, Bilingual status,
    String source, boolean uncertain, LandClass landClass, @Nullable Boolean disputed, FeeBasis basis, BigDecimal rate,
    BigDecimal copyRate, @Nullable BigDecimal cap, @Nullable String note) {

  boolean inForceOn(LocalDate date) {
    return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
  }

  boolean covers(FeeFacts facts) {
    return landClass == facts.landClass() && (disputed == null || disputed == facts.disputed());
  }

  /** Yuan, rounded half up to the cent, once. */
  BigDecimal amount(FeeFacts facts) {
    BigDecimal exact = switch (basis) {
      case PER_SQUARE_METRE -> facts.area().multiply(rate);
      case PER_ITEM -> rate;
      case EXEMPT -> BigDecimal.ZERO;
    };
    BigDecimal capped = cap == null ? exact : exact.min(cap);
    return capped.add(copyRate.multiply(BigDecimal.valueOf(facts.copies() - 1L))).setScale(2, RoundingMode.HALF_UP);
  }

  Assessment assess(FeeFacts facts) {
    return new Assessment(facts, code, source, status, scenario, uncertain, basis, rate, amount(facts), note);
  }
}
