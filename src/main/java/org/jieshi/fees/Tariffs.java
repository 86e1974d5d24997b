package org.jieshi.fees;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which rate holds: among those in force on the date and covering the land, the one of the latest tariff. A later rule
 * that speaks of one class only (财税[2019]45号) leaves the earlier one in force for the others.
 */
record Tariffs(List<Tariff> rates) {

  Optional<Assessment> due(FeeFacts facts, LocalDate date) {
    return rates.stream().filter(rate -> !rate.scenario() && rate.inForceOn(date) && rate.covers(facts))
        .max(Comparator.comparing(Tariff::validFrom)).map(rate -> rate.assess(facts));
  }

  /** By proposals that were on the table on that date. */
  List<Assessment> scenarios(FeeFacts facts, LocalDate date) {
    return rates.stream().filter(rate -> rate.scenario() && rate.inForceOn(date) && rate.covers(facts))
        .map(rate -> rate.assess(facts)).toList();
  }
}
