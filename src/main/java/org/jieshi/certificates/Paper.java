package org.jieshi.certificates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.certificates.print.CertificatePrinter;
import org.jieshi.certificates.print.PrintedCertificate.Field;
import org.jieshi.certificates.print.PrintedCertificate;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.LandUseClasses;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Puts together what a certificate says, and has it printed. */
@Component
class Paper {

  private final ParcelMaps maps;
  private final LandUseClasses uses;
  private final Register register;
  private final String address;
  private final boolean synthetic;

  /** @param address under which the public reaches this server */
  Paper(ParcelMaps maps, LandUseClasses uses, Register register, @Value("${jieshi.public-address}") String address,
      Environment environment) {
    this.maps = maps;
    this.uses = uses;
    this.register = register;
    this.address = address;
    this.synthetic = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /**
   * @param number of the paper, and with it to whom it is made out
   * @param stated map sheet and four sides, in place of what the survey file said
   */
  byte[] print(Certificate certificate, String number, String token, UnitVersion unit, Map<String, String> stated) {
    Map<String, String> attributes = new HashMap<>(unit.facts().attributes());
    attributes.putAll(stated);
    return CertificatePrinter.print(new PrintedCertificate(certificate.series().title(), number,
        register.authority(), certificate.issuedOn(), fields(certificate, number, attributes), maps.map(certificate, number, unit),
        address + "/verify/" + token,
        certificate.auditHead().seq() + " " + certificate.auditHead().hash(), synthetic));
  }

  private List<Field> fields(Certificate certificate, String number, Map<String, String> attributes) {
    return certificate.series() == Series.STATE_LAND_USE
        ? stateLandUse(certificate, number, attributes)
        : realEstate(certificate, number, attributes);
  }

  /** The lines of 《国有土地使用证》 (domain.md §7). */
  private List<Field> stateLandUse(Certificate certificate, String number, Map<String, String> attributes) {
    return List.of(new Field("土地使用权人", certificate.bearer(number)), new Field("座落", certificate.location()),
        new Field("地号", certificate.parcel()), new Field("图号", attributes.get("TFH")),
        new Field("地类（用途）", use(certificate)), new Field("取得价格", attributes.get("JG")),
        new Field("使用权类型", nature(certificate)), new Field("终止日期", until(certificate)),
        new Field("使用权面积", area(certificate)),
        new Field("其中独用面积", certificate.numbers().size() > 1 ? null : squareMetres(certificate.area())),
        new Field("其中分摊面积", part(certificate, number)),
        new Field("四至", fourSides(attributes)), new Field("土地等级", attributes.get("DJ")),
        new Field("记事", CoOwners.note(certificate, number) + notes(certificate)));
  }

  /** The lines of 《不动产权证书》. */
  private List<Field> realEstate(Certificate certificate, String number, Map<String, String> attributes) {
    return List.of(new Field("权利人", certificate.bearer(number)),
        new Field("共有情况", CoOwners.holding(certificate, number)),
        new Field("坐落", certificate.location()), new Field("不动产单元号", certificate.unitNumber()),
        new Field("权利类型", RightKind.valueOf(certificate.rightKind()).title().zh()),
        new Field("权利性质", nature(certificate)), new Field("用途", use(certificate)),
        new Field("面积", area(certificate)),
        new Field("使用期限", certificate.termUntil() == null ? null : "至 " + until(certificate) + " 止"),
        new Field("权利其他状况", fourSides(attributes) == null ? null : "四至：" + fourSides(attributes)),
        new Field("附记", CoOwners.note(certificate, number) + notes(certificate)));
  }

  /** 分摊面积: the share of whom the paper is made out to; null where the paper is of the whole right. */
  private static @Nullable String part(Certificate certificate, String number) {
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

  private static @Nullable String nature(Certificate certificate) {
    return certificate.rightNature() == null ? null : RightNature.valueOf(certificate.rightNature()).title().zh();
  }

  private static @Nullable String until(Certificate certificate) {
    LocalDate until = certificate.termUntil();
    return until == null ? null
        : "%d年%d月%d日".formatted(until.getYear(), until.getMonthValue(), until.getDayOfMonth());
  }

  private static String notes(Certificate certificate) {
    return "面积为 EPSG:%d 平面面积；椭球面积 %s m²；界址点中误差 %s m".formatted(certificate.srid(),
        certificate.ellipsoidArea().toPlainString(), certificate.accuracy());
  }

  /** Code, name and the standard without which the code means nothing. */
  private @Nullable String use(Certificate certificate) {
    LandUse use = LandUse.of(certificate.landUseScheme(), certificate.landUseCode());
    return use == null ? null : use.code() + uses.find(use).map(known -> " " + known.name()).orElse("")
        + "（" + use.scheme() + "）";
  }

  private static String area(Certificate certificate) {
    return "%s m²（%s hm²，%s 亩）".formatted(certificate.area().toPlainString(),
        AreaUnits.hectares(certificate.area()).toPlainString(), AreaUnits.mu(certificate.area()).toPlainString());
  }

  /** 四至 from the columns that surveyors use (domain.md §8). */
  private static @Nullable String fourSides(Map<String, String> attributes) {
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
