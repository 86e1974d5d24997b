package org.jieshi.registration;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.Pointing;

/** What was stated at a step, in Chinese, as it is printed. */
final class PrintedDetail {

  /** Said elsewhere on the sheet. */
  private static final Set<String> HIDDEN = Set.of("parcel", "from", "to", "facts", "form", "boundaryTable");

  private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("place", "张贴地点"),
      Map.entry("opinion", "意见"), Map.entry("meeting", "会议"), Map.entry("meetingNumber", "会议编号"),
      Map.entry("heldOn", "会议日期"), Map.entry("attendees", "出席人员"), Map.entry("decision", "决定"),
      Map.entry("note", "备注"), Map.entry("cause", "原因类别"), Map.entry("reason", "理由"),
      Map.entry("receiptNumber", "收据编号"), Map.entry("paidOn", "缴费日期"), Map.entry("document", "依据文件"),
      Map.entry("notice", "公示"), Map.entry("deadline", "截止日"), Map.entry("workingDays", "工作日数"),
      Map.entry("version", "界线版本"), Map.entry("boundaryBasis", "界线依据"), Map.entry("neighbours", "相邻方数"),
      Map.entry("neighbour", "相邻方"), Map.entry("pointing", "指界状态"), Map.entry("on", "日期"),
      Map.entry("forestry", "林业部门"), Map.entry("others", "其他部门"), Map.entry("letter", "联系单"),
      Map.entry("dueOn", "答复期限"), Map.entry("amount", "金额（元）"), Map.entry("tariff", "收费标准"),
      Map.entry("receipt", "凭证"), Map.entry("refundedOn", "退费日期"), Map.entry("certificate", "证书"),
      Map.entry("gate", "条件"), Map.entry("override", "例外审批号"), Map.entry("expiresOn", "有效期至"),
      Map.entry("proposedBy", "提出人"), Map.entry("registered", "登记用途"));

  private static final Map<String, String> VALUES = Map.of("asked", "已发联系单", "waiting for the answer", "待答复",
      "need not be asked", "无须征求", "DISPUTE", "纠纷", "OTHER", "其他", "ACTUAL", "实际用途", "APPROVED", "批准用途");

  private PrintedDetail() {
  }

  static String of(Map<String, ?> detail) {
    return detail.entrySet().stream()
        .filter(fact -> !HIDDEN.contains(fact.getKey()) && !String.valueOf(fact.getValue()).isBlank())
        .map(fact -> NAMES.getOrDefault(fact.getKey(), fact.getKey()) + "："
            + value(fact.getKey(), String.valueOf(fact.getValue()))).collect(Collectors.joining("；"));
  }

  private static String value(String name, String value) {
    return switch (name) {
      case "boundaryBasis" -> BoundaryBasis.valueOf(value).zh();
      case "pointing" -> Pointing.valueOf(value).zh();
      case "forestry", "cause", "registered" -> VALUES.getOrDefault(value, value);
      default -> value;
    };
  }
}
