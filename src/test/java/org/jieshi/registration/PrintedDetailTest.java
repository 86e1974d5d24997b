package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The history of a parcel is printed in Chinese, word for word as it was stated. */
class PrintedDetailTest {

  @Test
  void everyFactHasItsNameInTheOrderItWasStated() {
    assertThat(PrintedDetail.of(detail("meeting", "局务[2012]5号", "heldOn", "2012-04-02", "decision", "同意登记")))
        .isEqualTo("会议：局务[2012]5号；会议日期：2012-04-02；决定：同意登记");
    assertThat(PrintedDetail.of(detail("unheard-of", "1"))).as("rather untranslated than lost").isEqualTo("unheard-of：1");
  }

  @Test
  void codesAreWrittenOut() {
    assertThat(PrintedDetail.of(detail("boundaryBasis", "AGREEMENT", "pointing", "BOTH_SIGNED", "forestry",
        "waiting for the answer", "cause", "DISPUTE", "registered", "ACTUAL")))
            .isEqualTo("界线依据：用地协议；指界状态：双方签章；林业部门：待答复；原因类别：纠纷；登记用途：实际用途");
  }

  @Test
  void whatStandsElsewhereOnTheSheetAndWhatIsEmptyIsLeftOut() {
    assertThat(PrintedDetail.of(detail("parcel", "P-1", "from", "NOTICED", "on", "", "note", "无", "to", "REVIEWED")))
        .isEqualTo("备注：无");
    assertThat(PrintedDetail.of(Map.of())).isEmpty();
  }

  private static Map<String, String> detail(String... facts) {
    Map<String, String> detail = new LinkedHashMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      detail.put(facts[i], facts[i + 1]);
    }
    return detail;
  }
}
