package org.jieshi.fees;

import java.math.BigDecimal;
import java.util.List;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How an application stands with its fee.
 *
 * @param due by the tariff in force; null where no tariff covers the land
 * @param scenarios the same land by proposals, for comparison
 * @param settlement null while nothing was paid or let off
 * @param refunds what went back, the oldest first
 * @param missing what keeps the fee from being settled; null if it is
 */
public record FeeStanding(@Nullable Assessment due, List<Assessment> scenarios, @Nullable Settlement settlement,
    @Nullable Bilingual missing, List<Refund> refunds) {

  /** Without refunds. */
  public FeeStanding(@Nullable Assessment due, List<Assessment> scenarios, @Nullable Settlement settlement,
      @Nullable Bilingual missing) {
    this(due, scenarios, settlement, missing, List.of());
  }

  /** Yuan that are still there: paid and not gone back. */
  public BigDecimal paid() {
    return paid(settlement, refunds);
  }

  /**
   * Yuan that can go back: what was paid beyond what is due.
   *
   * @param nothingStays for a procedure that ended without a certificate
   */
  public BigDecimal refundable(boolean nothingStays) {
    return paid().subtract(stays(nothingStays)).max(BigDecimal.ZERO);
  }

  /** @throws ProblemException {@code INVALID_FIELD} in {@code amount} for more than is {@link #refundable} */
  void requireRefundable(BigDecimal amount, String subject, boolean nothingStays) {
    BigDecimal most = refundable(nothingStays);
    BigDecimal keeps = stays(nothingStays);
    if (amount.compareTo(most) > 0) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "amount: at most %s yuan can go back for %s: %s are paid and %s have to stay.".formatted(most, subject, paid(),
              keeps),
          "字段 amount：%2$s 最多可退 %1$s 元（已缴 %3$s 元，应留 %4$s 元）。".formatted(most, subject, paid(), keeps))
          .about(subject).inField("amount").asException();
    }
  }

  private BigDecimal stays(boolean nothingStays) {
    return nothingStays || due == null ? BigDecimal.ZERO : due.amount();
  }

  private static BigDecimal paid(@Nullable Settlement settlement, List<Refund> refunds) {
    BigDecimal received = settlement == null || settlement.kind() == Settlement.Kind.EXEMPTED ? BigDecimal.ZERO
        : settlement.amount();
    return refunds.stream().map(Refund::amount).reduce(received, BigDecimal::subtract);
  }

  public boolean settled() {
    return missing == null;
  }

  /** Fails closed: without tariff and without settlement there is something missing. */
  static FeeStanding of(@Nullable Assessment due, List<Assessment> scenarios, @Nullable Settlement settlement,
      List<Refund> refunds) {
    return new FeeStanding(due, scenarios, settlement, missing(due, settlement, refunds), refunds);
  }

  static FeeStanding of(@Nullable Assessment due, List<Assessment> scenarios, @Nullable Settlement settlement) {
    return of(due, scenarios, settlement, List.of());
  }

  private static @Nullable Bilingual missing(@Nullable Assessment due, @Nullable Settlement settlement,
      List<Refund> refunds) {
    if (settlement != null && settlement.kind() == Settlement.Kind.EXEMPTED) {
      return null;
    }
    if (due == null) {
      return new Bilingual("No tariff in force covers this class of land: record an exemption with its document.",
          "没有适用于该地类的收费标准：请录入免收依据。");
    }
    if (due.uncertain() && settlement == null) {
      return new Bilingual("%s is uncertain for this land: confirm it by a receipt or an exemption with its document."
          .formatted(due.source()), "%s对该宗地是否适用尚不确定：请以收据或免收依据确认。".formatted(due.source()));
    }
    BigDecimal paid = paid(settlement, refunds);
    if (paid.compareTo(due.amount()) >= 0) {
      return null;
    }
    BigDecimal open = due.amount().subtract(paid);
    return new Bilingual("The fee is not settled: %s yuan are open by %s.".formatted(open, due.source()),
        "费用未结清：按%2$s尚欠 %1$s 元。".formatted(open, due.source()));
  }
}
