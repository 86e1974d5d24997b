package org.jieshi.fees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the same land costs by each rule of a day, side by side: the one in force and proposals that never were.
 *
 * @param rates every rate for one class of land
 */
record Scenarios(List<Tariff> rates) {

  /**
   * One rule.
   *
   * @param charged whether it is the one that is charged on that day
   * @param undisputed null where the rule does not speak of such land
   */
  record Scenario(String tariff, String source, Bilingual status, boolean scenario, boolean uncertain, boolean charged,
      LocalDate validFrom, @Nullable LocalDate validTo, @Nullable Amount undisputed, @Nullable Amount disputed) {
  }

  /** @param rate yuan per m² or item, {@code amount} yuan */
  record Amount(FeeBasis basis, BigDecimal rate, BigDecimal amount, @Nullable String note) {
  }

  /**
   * The rules of that day, the one in force before proposals, the latest first.
   *
   * @param area m², rounded half up to two decimals, as on a certificate
   */
  List<Scenario> of(BigDecimal area, LandClass landClass, int copies, LocalDate date) {
    BigDecimal rounded = area.setScale(2, RoundingMode.HALF_UP);
    FeeFacts clear = new FeeFacts("", rounded, landClass, false, copies);
    FeeFacts disputed = new FeeFacts("", rounded, landClass, true, copies);
    String due = new Tariffs(rates).due(clear, date).map(Assessment::tariff).orElse(null);
    Map<String, List<Tariff>> byCode = new LinkedHashMap<>();
    rates.stream().filter(rate -> rate.inForceOn(date)).sorted(Comparator.comparing(Tariff::scenario)
        .thenComparing(Tariff::validFrom, Comparator.reverseOrder()))
        .forEach(rate -> byCode.merge(rate.code(), List.of(rate), Scenarios::both));
    return byCode.values().stream().map(each -> {
      Tariff any = each.get(0);
      return new Scenario(any.code(), any.source(), any.status(), any.scenario(), any.uncertain(),
          any.code().equals(due), any.validFrom(), any.validTo(), amount(each, clear), amount(each, disputed));
    }).toList();
  }

  private static List<Tariff> both(List<Tariff> one, List<Tariff> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static @Nullable Amount amount(List<Tariff> rates, FeeFacts facts) {
    Optional<Tariff> rate = rates.stream().filter(each -> each.covers(facts)).findFirst();
    return rate.map(each -> new Amount(each.basis(), each.rate(), each.amount(facts), each.note())).orElse(null);
  }
}
