package org.jieshi.coverage.report;

import java.awt.Color;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieshi.coverage.CoverageReport;
import org.jieshi.coverage.CoverageReport.Bands;
import org.jieshi.coverage.Grouping;
import org.jieshi.coverage.Trends;
import org.jieshi.disputes.encroachment.EncroachmentBalance;
import org.jieshi.print.Booklet;
import org.jieshi.print.Booklet.Column;
import org.jieshi.print.Booklet.Field;
import org.jieshi.print.Sheet;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** The report on paper, in Chinese or English. Areas in hm² with 4 decimals unless said; shares of the land due. */
final class ReportPaper {

  private static final Color CERTIFIED = new Color(0x4f8f5b);
  private static final Color PENDING = new Color(0x4a86bb);
  private static final Color DISPUTED = new Color(0xd9762f);
  private static final Color UNSURVEYED = new Color(0xc3c9cc);
  private static final float BAR = 7;
  private static final float KEYS = 5;
  /** A heading stands with at least so much of its table, mm. */
  private static final float SHORT_TABLE = 45;

  private final ReportFacts facts;
  private final boolean english;

  private ReportPaper(ReportFacts facts, boolean english) {
    this.facts = facts;
    this.english = english;
  }

  /** The PDF. */
  static byte[] print(ReportFacts facts, boolean english) {
    ReportPaper paper = new ReportPaper(facts, english);
    String title = paper.say("Coverage report of %s, %s", "%s发证进度报告（%s）", paper.say(facts.farm()), facts.day());
    return Booklet.print(title, title, paper.say("page %%d of %%d", "第 %%d 页 共 %%d 页"), facts.synthetic()
        ? paper.say("SYNTHETIC demo data, no real land", "演示数据，并非真实土地") : null, paper::write);
  }

  private void write(Booklet booklet) throws IOException {
    booklet.title(say("Coverage of the land of %s", "%s土地发证进度报告", say(facts.farm())));
    booklet.subtitle(facts.past() ? say("At the end of %s (Beijing time); printed on %s", "截至 %s 日终（北京时间）；%s 印制",
        facts.day(), facts.printedOn()) : say("As it stands on %s", "截至 %s（印制时）", facts.day()));
    summary(booklet);
    for (CoverageReport report : facts.by()) {
      groups(booklet, report);
    }
    balance(booklet, facts.balance());
    if (facts.ages() != null) {
      ages(booklet, facts.ages());
    }
    unknown(booklet);
    booklet.text(say("Read from the register at entry %d of the audit chain: %s",
        "本报告读取自登记簿，操作日志链第 %d 条：%s", facts.head().seq(), facts.head().hash()));
  }

  private void summary(Booklet booklet) throws IOException {
    Bands all = facts.whole().bands();
    booklet.heading(say("The whole farm", "全场"));
    bar(booklet, all);
    booklet.table(List.of(Column.text(say("Band", "分类"), 0.4f), Column.figures(say("hm²", "公顷"), 0.2f),
        Column.figures("m²", 0.22f), Column.figures(say("of the land due", "占应登记土地"), 0.18f)), List.of(
        band(say("Certified", "已发证"), all.certifiedArea(), all), band(say("Pending: surveyed, not certified", "待发证：已测量未发证"),
            all.pendingArea(), all), band(say("Disputed", "有争议"), all.disputedArea(), all),
        band(say("Unsurveyed", "未测量"), all.unsurveyedArea(), all), band(say("Land due (denominator)", "应登记土地（分母）"),
            all.totalArea(), all)));
    booklet.text(say("Basis: ", "统计口径：") + (english ? facts.whole().basis() : facts.whole().basisZh()));
    booklet.fields(List.of(
        new Field(say("Encroached", "被侵占"), squareMetres(all.encroachedArea()) + say(", part of the certified land", "，在已发证土地之中")),
        new Field(say("Disputed and certified", "已发证有争议"), squareMetres(all.disputedOnCertifiedArea())
            + say(", part of the certified land", "，在已发证土地之中")),
        new Field(say("Certified outside the farm", "农场范围外已发证"), squareMetres(all.certifiedOutsideFarmArea())
            + say(", in no figure above", "，未计入以上各数"))));
  }

  private List<String> band(String name, BigDecimal area, Bands all) {
    return List.of(name, hectares(area), figure(area), share(area, all.totalArea()));
  }

  /** The four bands by their lengths, with what the colours mean; the table below says the same in figures. */
  private void bar(Booklet booklet, Bands all) throws IOException {
    if (all.totalArea().signum() == 0) {
      return;
    }
    booklet.drawing(BAR + KEYS, (sheet, x, y, width, height) -> {
      float from = x;
      from = part(sheet, from, y, width, all.certifiedArea(), all, CERTIFIED);
      from = part(sheet, from, y, width, all.pendingArea(), all, PENDING);
      from = part(sheet, from, y, width, all.disputedArea(), all, DISPUTED);
      part(sheet, from, y, width, all.unsurveyedArea(), all, UNSURVEYED);
      sheet.stroke(Color.DARK_GRAY, 0.2f);
      sheet.rectangle(x, y, width, BAR);
      key(sheet, x, y, CERTIFIED, say("certified", "已发证"));
      key(sheet, x + width / 4, y, PENDING, say("pending", "待发证"));
      key(sheet, x + width / 2, y, DISPUTED, say("disputed", "有争议"));
      key(sheet, x + width * 3 / 4, y, UNSURVEYED, say("unsurveyed", "未测量"));
    });
  }

  private static void key(Sheet sheet, float x, float y, Color colour, String meaning) throws IOException {
    sheet.fillRectangle(x, y + BAR + 2, 3, 3, colour);
    sheet.text(x + 4, y + BAR + 4.6f, 8.5f, meaning);
  }

  private static float part(Sheet sheet, float from, float y, float width, BigDecimal area, Bands all, Color colour)
      throws IOException {
    float length = width * area.floatValue() / all.totalArea().floatValue();
    sheet.fillRectangle(from, y, length, BAR, colour);
    return from + length;
  }

  private void groups(Booklet booklet, CoverageReport report) throws IOException {
    booklet.together(SHORT_TABLE);
    booklet.heading(switch (report.by()) {
      case SUB_FARM -> say("By sub-farm, hm²", "按分场（公顷）");
      case TOWN -> say("By town, hm²", "按乡镇（公顷）");
      case VILLAGE -> say("By village, hm²", "按村委会（公顷）");
      case LAND_USE -> say("By land use, hm²", "按用途（公顷）");
    });
    List<List<String>> rows = new ArrayList<>();
    for (CoverageReport.Group group : report.groups()) {
      rows.add(row(name(report.by(), group), group.bands()));
    }
    rows.add(row(say("All land", "合计"), report.bands()));
    booklet.table(List.of(Column.text(say("Name", "名称"), 0.28f), Column.figures(say("Land due", "应登记"), 0.13f),
        Column.figures(say("Certified", "已发证"), 0.13f), Column.figures(say("Pending", "待发证"), 0.12f),
        Column.figures(say("Disputed", "有争议"), 0.11f), Column.figures(say("Unsurveyed", "未测量"), 0.12f),
        Column.figures(say("Certified", "发证率"), 0.11f)), rows);
    if (report.by() == Grouping.LAND_USE) {
      booklet.text(say("Land use is known of parcels alone: land under no parcel has no use on record.",
          "用途仅就宗地登记；无宗地覆盖的土地用途未登记。"));
    }
  }

  private String name(Grouping by, CoverageReport.Group group) {
    if (group.code().isEmpty()) {
      return by == Grouping.LAND_USE ? say("use not on record", "用途未登记") : say("outside of all", "不在任何范围内");
    }
    return by == Grouping.LAND_USE ? say(LandUseNames.of(group.code())) : group.name() == null ? group.code() : group.name();
  }

  private static List<String> row(String name, Bands bands) {
    return List.of(name, hectares(bands.totalArea()), hectares(bands.certifiedArea()), hectares(bands.pendingArea()),
        hectares(bands.disputedArea()), hectares(bands.unsurveyedArea()), share(bands.certifiedArea(), bands.totalArea()));
  }

  private void balance(Booklet booklet, EncroachmentBalance balance) throws IOException {
    booklet.together(SHORT_TABLE);
    booklet.heading(say("Encroached land from %s to %s", "被侵占土地（%s 至 %s）", balance.from(), balance.to()));
    booklet.table(List.of(Column.figures(say("opening m²", "期初 m²"), 0.2f), Column.figures(say("+ new", "+ 新增"), 0.2f),
        Column.figures(say("− recovered", "− 收回"), 0.2f), Column.figures(say("− ceded", "− 让出"), 0.2f),
        Column.figures(say("= closing", "= 期末"), 0.2f)), List.of(List.of(figure(balance.opening()), figure(balance.added()),
        figure(balance.recovered()), figure(balance.ceded()), figure(balance.closing()))));
    if (!balance.incidents().isEmpty()) {
      booklet.table(List.of(Column.text(say("since", "起始"), 0.14f), Column.text(say("occupier", "占用人"), 0.3f),
          Column.text(say("parcel", "宗地"), 0.26f), Column.text(say("case", "案件"), 0.15f), Column.figures("m²", 0.15f)),
          balance.incidents().stream().map(each -> List.of(each.since().toString(), orDash(each.occupier()), each.parcel(),
              orDash(each.caseNumber()), figure(each.area()))).toList());
    }
    booklet.text(say("Method: ", "统计口径：") + say(balance.method()));
  }

  private void ages(Booklet booklet, Trends.Ages ages) throws IOException {
    booklet.together(SHORT_TABLE);
    booklet.heading(say("Open cases by age on %s", "在办案件时长（%s）", ages.asOf()));
    booklet.table(List.of(Column.text(say("days since opened", "立案天数"), 0.28f), Column.figures(say("cases", "案件"), 0.16f),
        Column.figures(say("overlap m²", "涉及重叠 m²"), 0.28f), Column.text(say("oldest opened on", "最早立案"), 0.28f)),
        ages.items().stream().map(each -> List.of(each.toDays() == null ? say("%d and more", "%d 及以上", each.fromDays())
            : each.fromDays() + "–" + each.toDays(), String.valueOf(each.cases()), figure(BigDecimal.valueOf(each.area())),
            each.oldest() == null ? "—" : each.oldest().toString())).toList());
    booklet.text(say("The overlaps of the open cases as they stand, pair by pair: land that several claim counts several times.",
        "按现状逐对合计；多方主张的土地重复计入。"));
  }

  private void unknown(Booklet booklet) throws IOException {
    booklet.together(SHORT_TABLE);
    booklet.heading(say("What is not known", "尚不清楚的"));
    Unknowns.Found found = facts.unknowns();
    Bands all = facts.whole().bands();
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(say("Unsurveyed land", "未测量土地"), say("%s under no parcel: whether anybody claims it, and what it is "
        + "used for, is not on record", "%s 无宗地覆盖，是否有人主张、作何用途均无记录", squareMetres(all.unsurveyedArea()))));
    if (found == null) {
      fields.add(new Field(say("Of that day", "当日"), say("ages of cases, accuracies and land uses lacking then are not kept by day",
          "案件时长及当时缺少的精度、用途不按日留存")));
    } else {
      fields.add(lacking(found.accuracy(), say("Parcels without a known accuracy", "精度不详的宗地"),
          say("judged most strictly", "按最严判定")));
      fields.add(lacking(found.landUse(), say("Parcels without a land use", "用途未登记的宗地"),
          say("in \"use not on record\"", "计入“用途未登记”")));
      fields.add(lacking(found.claimAccuracy(), say("Claims without a known accuracy", "精度不详的主张"),
          say("judged most strictly", "按最严判定")));
      fields.add(lacking(found.noise(), say("Overlaps within survey error", "测量误差范围内的重叠"),
          say("in no figure: they cannot be told from errors of survey", "与测量误差无法区分，不计入任何数")));
    }
    booklet.fields(fields);
  }

  private Field lacking(Unknowns.Unknown unknown, String name, String consequence) {
    return new Field(name, unknown.count() == 0 ? say("none", "无")
        : say("%d: %s; %s", "%d 件，%s；%s", unknown.count(), squareMetres(unknown.area()), consequence));
  }

  private String say(String en, String zh, Object... arguments) {
    return (english ? en : zh).formatted(arguments);
  }

  private String say(Bilingual words) {
    return english ? words.en() : words.zh();
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "—" : text;
  }

  private static String hectares(BigDecimal squareMetres) {
    return String.format(Locale.ROOT, "%,.4f", squareMetres.movePointLeft(4).setScale(4, RoundingMode.HALF_UP));
  }

  private static String figure(BigDecimal squareMetres) {
    return String.format(Locale.ROOT, "%,.2f", squareMetres.setScale(2, RoundingMode.HALF_UP));
  }

  private static String squareMetres(BigDecimal area) {
    return figure(area) + " m²";
  }

  private static String share(BigDecimal area, BigDecimal total) {
    return total.signum() == 0 ? "—" : String.format(Locale.ROOT, "%.2f %%", area.multiply(BigDecimal.valueOf(100))
        .divide(total, 2, RoundingMode.HALF_UP));
  }
}
