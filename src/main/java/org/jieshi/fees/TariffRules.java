package org.jieshi.fees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.fees.TariffView.Rate;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;

/** What a tariff must be to go on file: for any land on any day it leaves one rate, never two. */
final class TariffRules {

  private TariffRules() {
  }

  /**
   * @param onFile all that there are, {@code tariff} among them or not
   * @throws ProblemException {@code INVALID_FIELD} naming {@code validTo}, {@code rates} or {@code validFrom}
   */
  static void requireSound(TariffView tariff, List<TariffView> onFile) {
    if (tariff.validTo() != null && tariff.validTo().isBefore(tariff.validFrom())) {
      throw field("validTo", "it is before validFrom.", "早于起始日。");
    }
    List<Rate> before = new ArrayList<>();
    for (Rate rate : tariff.rates()) {
      if (rate.basis() == FeeBasis.EXEMPT && rate.rate().signum() != 0) {
        throw field("rates", "an exemption has the rate 0.", "免收项的费率须为 0。");
      }
      if (before.stream().anyMatch(other -> meetSomewhere(rate, other))) {
        Bilingual land = rate.landClass().title();
        throw field("rates", "%s has two rates for the same land.".formatted(land.en()), "%s有两项费率。".formatted(land.zh()));
      }
      before.add(rate);
      requireAlone(tariff, rate, onFile);
    }
  }

  /** @throws ProblemException {@code CONFLICTING_STATE} if it has an end, {@code INVALID_FIELD} for one before its beginning */
  static void requireEnds(TariffView tariff, LocalDate lastDay) {
    if (tariff.validTo() != null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Tariff %s has its last day already, %s.".formatted(tariff.code(),
          tariff.validTo()), "收费标准 %s 已有截止日 %s。".formatted(tariff.code(), tariff.validTo())).about(tariff.code())
          .asException();
    }
    if (lastDay.isBefore(tariff.validFrom())) {
      throw field("lastDay", "it is before the first day %s.".formatted(tariff.validFrom()),
          "早于起始日 %s。".formatted(tariff.validFrom()));
    }
  }

  /** Whether there is land that both speak of; one without a word on disputes speaks of land with and without. */
  private static boolean meetSomewhere(Rate one, Rate other) {
    return one.landClass() == other.landClass()
        && (one.disputed() == null || other.disputed() == null || one.disputed().equals(other.disputed()));
  }

  /** Two tariffs of one day for one class of land would leave it to chance which is charged. */
  private static void requireAlone(TariffView tariff, Rate rate, List<TariffView> onFile) {
    onFile.stream().filter(other -> !tariff.scenario() && !other.scenario() && !other.code().equals(tariff.code())
        && other.validFrom().equals(tariff.validFrom()))
        .filter(other -> other.rates().stream().anyMatch(each -> each.landClass() == rate.landClass())).findFirst()
        .ifPresent(other -> {
          throw field("validFrom", "tariff %s begins on the same day for %s.".formatted(other.code(),
              rate.landClass().title().en()), "收费标准 %s 同日对%s生效。".formatted(other.code(), rate.landClass().title().zh()));
        });
  }

  private static ProblemException field(String name, String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, name + ": " + en, "字段 " + name + "：" + zh).inField(name).asException();
  }
}
