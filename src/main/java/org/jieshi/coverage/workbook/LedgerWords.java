package org.jieshi.coverage.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.coverage.CoverageReport;
import org.jieshi.coverage.Grouping;
import org.jieshi.coverage.workbook.RowSheets.Heading;
import org.jieshi.disputes.DisputeStage;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** The workbook's words in one language. */
enum LedgerWords {

  ZH(0), EN(1);

  private static final String[][] PARCELS = {
      {"宗地代码", "Parcel", "22"}, {"状态", "Status", "10"}, {"权利人", "Holder", "28"}, {"分场", "Sub-farm", "16"},
      {"乡镇", "Town", "14"}, {"村委会", "Village", "20"}, {"坐落", "Location", "28"}, {"分类标准", "Land use scheme", "18"},
      {"地类", "Land use", "10"}, {"平面面积（m²）", "Plane area, m²", "16", "2"}, {"公顷", "hm²", "12", "4"},
      {"亩", "mu", "12", "2"}, {"椭球面积（m²）", "Ellipsoid area, m²", "16", "2"},
      {"申报面积（m²）", "Declared area, m²", "16", "2"}, {"界址点中误差（m）", "RMSE, m", "12", "3"},
      {"坐标系", "System", "12"}, {"证号", "Certificate", "26"}, {"证载面积（m²）", "Area on the certificate, m²", "16", "2"},
      {"发证日期", "Issued on", "12"}, {"未结重叠", "Open overlaps", "10"}, {"版本", "Version", "8"},
      {"版本日期", "Version since", "12"}};
  private static final String[][] COVERAGE = {
      {"口径", "By", "12"}, {"名称", "Name", "24"}, {"合计（公顷）", "Total, hm²", "14", "4"},
      {"已发证", "Certified", "14", "4"}, {"待发证", "Pending", "14", "4"}, {"有争议", "Disputed", "14", "4"},
      {"未测量", "Unsurveyed", "14", "4"}, {"发证率（%）", "Certified, %", "12", "2"},
      {"其中被侵占", "Encroached thereof", "14", "4"}, {"统计口径", "Basis", "80"}};
  private static final String[][] OVERLAPS = {
      {"编号", "Number", "8"}, {"宗地", "Parcel", "22"}, {"对方类型", "Other side is", "12"}, {"对方", "Other side", "22"},
      {"类别", "Class", "14"}, {"性质", "Track", "18"}, {"状态", "Status", "12"}, {"案号", "Case", "16"},
      {"面积（m²）", "Area, m²", "14", "2"}, {"平均宽（m）", "Mean width, m", "12", "2"},
      {"最大宽（m）", "Greatest width, m", "12", "2"}, {"允许宽（m）", "Allowed width, m", "12", "2"},
      {"规则版本", "Rule", "20"}};
  private static final String[][] CASES = {
      {"案号", "Case", "16"}, {"案由", "Title", "40"}, {"性质", "Track", "18"}, {"阶段", "Stage", "16"}, {"层级", "Level", "14"},
      {"立案日期", "Opened on", "12"}, {"受理日期", "Accepted on", "12"}, {"结案日期", "Ended on", "12"},
      {"结果", "Result", "14"}, {"历时（天）", "Days", "10"}, {"宗地", "Parcels", "60"}};

  private static final Map<String, Bilingual> CODES = codes(
      code("SURVEYED", "已测量", "surveyed"), code("PENDING", "办理中", "pending"), code("DISPUTED", "有争议", "disputed"),
      code("CERTIFIED", "已发证", "certified"), code("PARCEL", "宗地", "parcel"), code("CLAIM", "主张", "claim"),
      code("EVIDENCE", "权源材料", "evidence"), code("NOISE", "误差范围内", "survey noise"),
      code("BOUNDARY", "界线待核", "boundary question"), code("ENCROACHMENT", "实际重叠", "encroachment"),
      code("CONTAINED", "一方包含另一方", "one inside the other"), code("DUPLICATE", "重复", "duplicate"),
      code("TRESPASS", "侵占", "trespass"), code("OWNERSHIP", "权属争议", "ownership dispute"),
      code("DOUBLE_CERTIFICATE", "一地两证", "double certificate"), code("SURVEY_FAULT", "测绘差错", "survey fault"),
      code("CONTRACT", "合同纠纷", "contract"), code("OPEN", "未处理", "open"), code("IN_CASE", "在办", "in a case"),
      code("SETTLED", "已解决", "settled"), code("RECOVERED", "已收回", "recovered"),
      code("REFERRED", "已移送", "referred"), code("NEGOTIATION", "协商", "negotiation"), code("VILLAGE", "村级", "village"),
      code("TOWN", "乡镇", "town"), code("COUNTY", "县级", "county"), code("DECISION", "处理决定", "decision"),
      code("REVIEW", "复议", "review"), code("COURT", "诉讼", "court"));

  private final int language;

  LedgerWords(int language) {
    this.language = language;
  }

  private static Map.Entry<String, Bilingual> code(String code, String zh, String en) {
    return Map.entry(code, new Bilingual(en, zh));
  }

  /** The stages of a case have their words; a word given here goes before. */
  @SafeVarargs
  private static Map<String, Bilingual> codes(Map.Entry<String, Bilingual>... words) {
    Map<String, Bilingual> codes = new HashMap<>();
    for (DisputeStage stage : DisputeStage.values()) {
      codes.put(stage.name(), stage.title());
    }
    for (Map.Entry<String, Bilingual> word : words) {
      codes.put(word.getKey(), word.getValue());
    }
    return codes;
  }

  /** @param language {@code en} for English, anything else for Chinese */
  static LedgerWords of(String language) {
    return language.startsWith("en") ? EN : ZH;
  }

  /** Codes of the register in words; everything else as it is. */
  @Nullable Object cell(@Nullable Object value) {
    Bilingual words = value instanceof String text ? CODES.get(text) : null;
    return words == null ? value : language == 0 ? words.zh() : words.en();
  }

  String parcels() {
    return language == 0 ? "宗地台账" : "Parcels";
  }

  String coverage() {
    return language == 0 ? "发证进度" : "Coverage";
  }

  String overlaps() {
    return language == 0 ? "重叠" : "Overlaps";
  }

  String cases() {
    return language == 0 ? "纠纷案件" : "Cases";
  }

  String whole() {
    return language == 0 ? "全场" : "Whole farm";
  }

  String basis(CoverageReport report) {
    return language == 0 ? report.basisZh() : report.basis();
  }

  String grouping(Grouping by) {
    return switch (by) {
      case SUB_FARM -> language == 0 ? "分场" : "Sub-farm";
      case TOWN -> language == 0 ? "乡镇" : "Town";
      case VILLAGE -> language == 0 ? "村委会" : "Village";
      case LAND_USE -> language == 0 ? "用途" : "Land use";
    };
  }

  List<Heading> parcelColumns() {
    return headings(PARCELS);
  }

  List<Heading> coverageColumns() {
    return headings(COVERAGE);
  }

  List<Heading> overlapColumns() {
    return headings(OVERLAPS);
  }

  List<Heading> caseColumns() {
    return headings(CASES);
  }

  private List<Heading> headings(String[][] columns) {
    List<Heading> headings = new ArrayList<>();
    for (String[] column : columns) {
      headings.add(new Heading(column[language], Integer.parseInt(column[2]),
          column.length > 3 ? Integer.parseInt(column[3]) : 0));
    }
    return headings;
  }
}
