package org.jieshi.certificates;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Areas of co-owners' shares 分摊面积. */
final class Shares {

  private Shares() {
  }

  /**
   * Each co-owner's part of the area, m² with two decimals. The parts sum to the area exactly: each is rounded down, and the
   * hundredths that are missing go to those who lost most, the first before the later.
   *
   * @param holders all with shares that sum to 1
   */
  static List<BigDecimal> areas(BigDecimal area, List<CoHolder> holders) {
    BigInteger whole = area.setScale(2).unscaledValue();
    List<BigInteger> parts = new ArrayList<>();
    List<BigDecimal> lost = new ArrayList<>();
    BigInteger left = whole;
    for (CoHolder holder : holders) {
      BigInteger of = BigInteger.valueOf(holder.shareOf());
      BigInteger[] part = whole.multiply(BigInteger.valueOf(holder.share())).divideAndRemainder(of);
      parts.add(part[0]);
      lost.add(new BigDecimal(part[1]).divide(new BigDecimal(of), MathContext.DECIMAL64));
      left = left.subtract(part[0]);
    }
    IntStream.range(0, parts.size()).boxed().sorted(Comparator.comparing(lost::get, Comparator.reverseOrder()))
        .limit(left.intValueExact()).forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
    return parts.stream().map(part -> new BigDecimal(part, 2)).toList();
  }
}
