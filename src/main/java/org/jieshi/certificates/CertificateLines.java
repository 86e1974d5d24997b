package org.jieshi.certificates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieshi.certificates.print.PrintedCertificate.Field;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one paper, in the order of its form (domain.md §7).
 *
 * @param number of the paper, and with it to whom it is made out
 * @param attributes what the survey file, or whoever issues it, said of map sheet, price, grade and four sides
 * @param useName name of the land-use class in its standard; null where the standard has none of that code
 */
record CertificateLines(Certificate certificate, String number, Map<String, String> attributes, @Nullable String useName) {

  List<Field> all() {
    return certificate.series() == Series.STATE_LAND_USE ? stateLandUse() : realEstate();
  }

  /** The lines of 《国有土地使用证》. */
  private List<Field> stateLandUse() {
    return List.of(new Field("土地使用权人", certificate.bearer(number)), new Field("座落", certificate.location()),
        new Field("地号", certificate.parcel()), new Field("图号", attributes.get("TFH")),
        new Field("地类（用途）", use()), new Field("取得价格", attributes.get("JG")),
        new Field("使用权类型", nature()), new Field("终止日期", until()), new Field("使用权面积", area()),
        new Field("其中独用面积", certificate.numbers().size() > 1 ? null : squareMetres(certificate.area())),
        new Field("其中分摊面积", part()), new Field("四至", fourSides()), new Field("土地等级", attributes.get("DJ")),
        new Field("记事", notes()));
  }

  /** The lines of 《不动产权证书》. */
  private List<Field> realEstate() {
    String sides = fourSides();
    return List.of(new Field("权利人", certificate.bearer(number)),
        new Field("共有情况", CoOwners.holding(certificate, number)),
        new Field("坐落", certificate.location()), new Field("不动产单元号", certificate.unitNumber()),
        new Field("权利类型", RightKind.valueOf(certificate.rightKind()).title().zh()),
        new Field("权利性质", nature()), new Field("用途", use()), new Field("面积", area()),
        new Field("使用期限", certificate.termUntil() == null ? null : "至 " + until() + " 止"),
        new Field("权利其他状况", sides == null ? null : "四至：" + sides), new Field("附记", notes()));
  }

  /** 分摊面积: the share of whom the paper is made out to; null where the paper is of the whole right. */
  private @Nullable String part() {
    List<CoHolder> holders = certificate.holders();
    if (certificate.numbers().size() < 2 || certificate.holding() != Holding.Kind.SHARES) {
      return null;
    }
    int place = certificate.numbers().indexOf(number);
    return "%s（份额 %s）".formatted(squareMetres(Shares.areas(certificate.area(), holders).get(place)),
        holders.get(place).fraction());
  }

  private static String squareMetres(BigDecimal area) {
    return area.toPlainString() + " m²";
  }

  private @Nullable String nature() {
    return certificate.rightNature() == null ? null : RightNature.valueOf(certificate.rightNature()).title().zh();
  }

  private @Nullable String until() {
    LocalDate until = certificate.termUntil();
    return until == null ? null
        : "%d年%d月%d日".formatted(until.getYear(), until.getMonthValue(), until.getDayOfMonth());
  }

  private String notes() {
    return CoOwners.note(certificate, number) + "面积为 EPSG:%d 平面面积；椭球面积 %s m²；界址点中误差 %s m".formatted(
        certificate.srid(), certificate.ellipsoidArea().toPlainString(), certificate.accuracy());
  }

  /** Code, name and the standard without which the code means nothing. */
  private @Nullable String use() {
    LandUse use = LandUse.of(certificate.landUseScheme(), certificate.landUseCode());
    return use == null ? null : use.code() + (useName == null ? "" : " " + useName) + "（" + use.scheme() + "）";
  }

  private String area() {
    return "%s m²（%s hm²，%s 亩）".formatted(certificate.area().toPlainString(),
        AreaUnits.hectares(certificate.area()).toPlainString(), AreaUnits.mu(certificate.area()).toPlainString());
  }

  /** 四至 from the columns that surveyors use (domain.md §8). */
  private @Nullable String fourSides() {
    List<String> sides = new ArrayList<>();
    for (String[] side : new String[][] {{"东", "ZDSZD"}, {"南", "ZDSZN"}, {"西", "ZDSZX"}, {"北", "ZDSZB"}}) {
      String text = attributes.get(side[1]);
      if (text != null && !text.isBlank()) {
        sides.add(side[0] + "：" + text.strip());
      }
    }
    return sides.isEmpty() ? null : String.join("；", sides);
  }
}
