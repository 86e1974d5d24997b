package org.jieshi.ogc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;

/** Values for people: codes in words with the code beside them, moments in Beijing time, widths to the millimetre. */
final class Words {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OfficeClock.ZONE);

  private static final int DECIMALS = 3;

  private static final Map<String, Bilingual> CODES = codes("""
      SURVEYED | surveyed | 已测量
      PENDING | pending | 办理中
      DISPUTED | disputed | 有争议
      CERTIFIED | certified | 已发证
      RETIRED | retired | 已注销
      ACTIVE | active | 有效
      WITHDRAWN | withdrawn | 已撤回
      LIVE | valid | 有效
      CANCELLED | cancelled | 已注销
      SUPERSEDED | superseded | 已换发
      PARCEL | parcel | 宗地
      CLAIM | claim | 主张
      EVIDENCE | older document | 证据图层
      DOCUMENT | document | 有权属凭证
      HISTORICAL_USE | historical use | 历史使用
      OCCUPATION | occupation only | 仅占用
      FARM_1987_CERTIFICATE | 1987 forest-right certificate | 1987 年山界林权证
      FOREST_CERTIFICATE | forest certificate of others | 他人林权证
      NOISE | within survey error | 误差范围内
      BOUNDARY | boundary question | 界线待核
      ENCROACHMENT | real overlap | 实际重叠
      CONTAINED | contained | 一方包含另一方
      DUPLICATE | duplicate | 重复
      TRESPASS | trespass | 侵权
      OWNERSHIP | ownership dispute | 权属争议
      DOUBLE_CERTIFICATE | two certificates | 一地两证
      SURVEY_FAULT | survey fault | 测量问题
      CONTRACT | contract quarrel | 承包纠纷
      OPEN | open | 未处理
      IN_CASE | in a case | 已立案
      SETTLED | settled | 已了结
      GONE | gone | 已消除
      STATE_LAND_USE | right to use state-owned land | 国有土地使用权
      FARMLAND_USE | right to use state-owned agricultural land | 国有农用地使用权
      FOREST_LAND_USE | right to use forest land | 林地使用权
      CONSTRUCTION_LAND_USE | right to use state-owned construction land | 国有建设用地使用权
      ALLOCATION | allocation | 划拨
      GRANT | grant | 出让
      CONTRIBUTION | contribution | 作价入股
      LEASE | lease | 租赁
      AUTHORISED_OPERATION | authorised operation | 授权经营
      IMPORT | survey file | 成果入库
      AGREEMENT | agreement | 调解协议
      """);

  private Words() {}

  private static Map<String, Bilingual> codes(String table) {
    Map<String, Bilingual> codes = new HashMap<>();
    table.lines().map(line -> line.split(" \\| ")).forEach(cells -> codes.put(cells[0], new Bilingual(cells[1], cells[2])));
    return Map.copyOf(codes);
  }

  /** As HTML; a code that has no words stands as it is. */
  static String cell(@Nullable Object value, Language language) {
    if (value == null) {
      return "";
    }
    if (value instanceof Instant moment) {
      return MOMENT.format(moment);
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
    Bilingual word = value instanceof String text ? CODES.get(text) : null;
    return word == null ? HtmlPage.text(value)
        : "%s <code>%s</code>".formatted(HtmlPage.text(language.say(word)), HtmlPage.text(value));
  }
}
