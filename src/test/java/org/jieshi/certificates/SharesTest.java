package org.jieshi.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void areasOfSharesSumToTheAreaExactly() {
    assertThat(areas("10000.00", "1/3", "1/3", "1/3")).containsExactly("3333.34", "3333.33", "3333.33");
    assertThat(areas("0.05", "1/4", "1/2", "1/4")).as("what lost most gets the hundredth, the first of equals")
        .containsExactly("0.01", "0.03", "0.01");
    assertThat(areas("0.01", "999/1000", "1/1000")).containsExactly("0.01", "0.00");
  }

  @Test
  void howeverManyHoldTogetherNothingIsLost() {
    Random random = new Random(20121231);
    for (int round = 0; round < 200; round++) {
      int count = 2 + random.nextInt(59);
      List<CoHolder> holders = IntStream.range(0, count).mapToObj(i -> new CoHolder("甲", 1L, (long) count, "第1号")).toList();
      BigDecimal area = BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), 2);
      assertThat(Shares.areas(area, holders).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(area);
    }
  }

  private static List<String> areas(String area, String... shares) {
    List<CoHolder> holders = Stream.of(shares).map(share -> share.split("/"))
        .map(share -> new CoHolder("甲", Long.valueOf(share[0]), Long.valueOf(share[1]), "第1号")).toList();
    return Shares.areas(new BigDecimal(area), holders).stream().map(BigDecimal::toPlainString).toList();
  }
}
