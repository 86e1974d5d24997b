package org.jieshi.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.certificates.PapersInHand.FIRST;
import static org.jieshi.certificates.PapersInHand.PARCEL;
import static org.jieshi.certificates.PapersInHand.SECOND;
import static org.jieshi.certificates.PapersInHand.alone;
import static org.jieshi.certificates.PapersInHand.granted;
import static org.jieshi.certificates.PapersInHand.scant;
import static org.jieshi.certificates.PapersInHand.shared;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.certificates.print.PrintedCertificate.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each form of certificate says, line by line (domain.md §7). */
class CertificateLinesTest {

  private static final String FIGURES = "面积为 EPSG:4524 平面面积；椭球面积 9996.12 m²；界址点中误差 0.05 m";
  private static final Map<String, String> SURVEYED = Map.of("TFH", "2480-36632", "JG", "无偿", "DJ", "三级",
      "ZDSZD", " 大岭村旱地 ", "ZDSZN", "机耕路", "ZDSZX", "  ", "ZDSZB", "平山河");

  @Test
  void theOldFormNamesEveryLineOfTheRightItCertifies() {
    assertThat(lines(alone("华山农场"), FIRST, SURVEYED, "果园")).containsExactly(
        "土地使用权人 华山农场", "座落 华山一分场 8 队", "地号 " + PARCEL, "图号 2480-36632",
        "地类（用途） 021 果园（GB/T 21010-2007）", "取得价格 无偿", "使用权类型 划拨", "终止日期 -",
        "使用权面积 10000.00 m²（1.0000 hm²，15.00 亩）", "其中独用面积 10000.00 m²", "其中分摊面积 -",
        "四至 东：大岭村旱地；南：机耕路；北：平山河", "土地等级 三级", "记事 " + FIGURES);
  }

  @Test
  void theUnifiedFormHasTheUnitNumberAndTheKindOfRight() {
    Certificate certificate = granted(Series.REAL_ESTATE, LocalDate.of(2062, 9, 5));

    assertThat(lines(certificate, FIRST, SURVEYED, "果园")).containsExactly(
        "权利人 华山农场", "共有情况 单独所有", "坐落 华山一分场 8 队", "不动产单元号 " + PARCEL + "W00000000",
        "权利类型 国有农用地使用权", "权利性质 出让", "用途 0201 果园（GB/T 21010-2017）",
        "面积 10000.00 m²（1.0000 hm²，15.00 亩）", "使用期限 至 2062年9月5日 止",
        "权利其他状况 四至：东：大岭村旱地；南：机耕路；北：平山河", "附记 " + FIGURES);
  }

  @Test
  void theOldFormHasTheDayOnWhichTheRightEnds() {
    assertThat(lines(granted(Series.STATE_LAND_USE, LocalDate.of(2062, 12, 31)), FIRST, Map.of(), null))
        .contains("终止日期 2062年12月31日", "使用权类型 出让");
  }

  @Test
  void aClassThatItsStandardDoesNotHaveIsPrintedByItsCodeAlone() {
    assertThat(lines(alone("华山农场"), FIRST, Map.of(), null)).contains("地类（用途） 021（GB/T 21010-2007）");
  }

  @Test
  void whatIsNotKnownIsLeftOpenAndNeverMadeUp() {
    assertThat(lines(scant(Series.STATE_LAND_USE), FIRST, Map.of(), null)).contains("座落 -", "图号 -", "地类（用途） -",
        "取得价格 -", "使用权类型 -", "终止日期 -", "四至 -", "土地等级 -");
    assertThat(lines(scant(Series.REAL_ESTATE), FIRST, Map.of(), null)).contains("坐落 -", "不动产单元号 -", "权利性质 -",
        "用途 -", "使用期限 -", "权利其他状况 -");
  }

  @Test
  void eachCoOwnersPaperStatesTheirPartInPlaceOfLandOfTheirOwn() {
    Certificate certificate = shared(Series.STATE_LAND_USE, new CoHolder("甲", 1L, 3L, FIRST),
        new CoHolder("乙", 2L, 3L, SECOND));

    assertThat(lines(certificate, FIRST, Map.of(), null)).contains("土地使用权人 甲", "其中独用面积 -",
        "其中分摊面积 3333.33 m²（份额 1/3）");
    assertThat(lines(certificate, SECOND, Map.of(), null)).contains("土地使用权人 乙", "其中独用面积 -",
        "其中分摊面积 6666.67 m²（份额 2/3）",
        "记事 按份共有，全体共有人：甲（1/3，灵国用(2012)第0001号）、乙（2/3，本证）。" + FIGURES);
  }

  @Test
  void onePaperForAllIsOfTheWholeRightAndHasNoPart() {
    Certificate certificate = shared(Series.STATE_LAND_USE, new CoHolder("甲", 1L, 3L, FIRST),
        new CoHolder("乙", 2L, 3L, FIRST));

    assertThat(lines(certificate, FIRST, Map.of(), null)).contains("土地使用权人 甲、乙", "其中独用面积 10000.00 m²",
        "其中分摊面积 -");
  }

  @Test
  void whoHoldsJointlyHasNoPartOnAnyPaper() {
    Certificate certificate = shared(Series.STATE_LAND_USE, new CoHolder("甲", null, null, FIRST),
        new CoHolder("乙", null, null, SECOND));

    assertThat(lines(certificate, SECOND, Map.of(), null)).contains("其中独用面积 -", "其中分摊面积 -");
  }

  @Test
  void coOwnershipStandsInItsLineOfTheUnifiedFormAndWithAllOwnersInTheNotes() {
    Certificate certificate = shared(Series.REAL_ESTATE, new CoHolder("甲", 1L, 3L, FIRST),
        new CoHolder("乙", 2L, 3L, SECOND));

    assertThat(lines(certificate, SECOND, Map.of(), null)).contains("权利人 乙", "共有情况 按份共有，本证权利人份额 2/3",
        "附记 按份共有，全体共有人：甲（1/3，灵国用(2012)第0001号）、乙（2/3，本证）。" + FIGURES);
  }

  /** Attributes may be of any map, also one that has no order. */
  private static List<String> lines(Certificate certificate, String number, Map<String, String> attributes,
      @Nullable String useName) {
    List<Field> fields = new CertificateLines(certificate, number, new LinkedHashMap<>(attributes), useName).all();
    return fields.stream().map(field -> field.label() + " " + (field.text() == null ? "-" : field.text())).toList();
  }
}
