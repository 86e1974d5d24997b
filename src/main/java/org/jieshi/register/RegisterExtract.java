package org.jieshi.register;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieshi.certificates.CertificateStatus;
import org.jieshi.certificates.CoHolder;
import org.jieshi.disputes.DisputeStage;
import org.jieshi.print.Booklet.Column;
import org.jieshi.print.Booklet.Field;
import org.jieshi.print.Booklet;
import org.jieshi.register.RegisterEntry.Right;
import org.jieshi.registration.ApplicationState;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;

/** The printed extract of a register entry 登记簿摘录. */
final class RegisterExtract {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
      .withZone(OfficeClock.ZONE);

  private final RegisterEntry entry;

  private RegisterExtract(RegisterEntry entry) {
    this.entry = entry;
  }

  /** @param synthetic on the demo farm: said on every page */
  static byte[] print(RegisterEntry entry, boolean synthetic) {
    return Booklet.print("登记簿摘录 " + entry.code(), "登记簿摘录 " + entry.code(),
        synthetic ? "演示数据，并非真实土地 — SYNTHETIC demo data, no real land" : null, new RegisterExtract(entry)::write);
  }

  private void write(Booklet booklet) throws IOException {
    booklet.title("土地登记簿摘录");
    booklet.fields(List.of(new Field("宗地代码", entry.code()), new Field("不动产单元号", entry.unitNumber()),
        new Field("宗地状态", status()), new Field("权利人", entry.holder()), new Field("坐落", entry.location()),
        new Field("用途", entry.landUse()), new Field("面积", "%s m²（%s hm²，%s 亩）；椭球面积 %s m²".formatted(
            entry.planeArea().toPlainString(), AreaUnits.hectares(entry.planeArea()).toPlainString(),
            AreaUnits.mu(entry.planeArea()).toPlainString(), entry.ellipsoidArea().toPlainString())),
        new Field("坐标系与精度", entry.crs() + (entry.accuracy() == null ? "，精度未知" : "，界址点中误差 " + entry.accuracy() + " m"))));
    standing(booklet);
    past(booklet);
    changes(booklet);
    procedure(booklet);
    boundaries(booklet);
    booklet.text("本摘录于 %s 自登记簿读取，操作日志链第 %d 条：%s".formatted(entry.readOn(), entry.auditSeq(), entry.auditHash()));
  }

  private String status() {
    return switch (entry.status()) {
      case SURVEYED -> "已测绘，未登记";
      case PENDING -> "登记办理中";
      case DISPUTED -> "存在争议";
      case CERTIFIED -> "已发证";
      case RETIRED -> "已注销（宗地代码不再使用）";
      default -> entry.status().name();
    };
  }

  private void standing(Booklet booklet) throws IOException {
    booklet.heading("一、现行权利");
    List<Right> live = entry.rights().stream().filter(right -> right.status() == CertificateStatus.LIVE).toList();
    if (live.isEmpty()) {
      booklet.text("无有效权利。");
    }
    for (Right right : live) {
      booklet.fields(List.of(new Field("证书编号", numbers(right)), new Field("权利人", right.holder()),
          new Field("共有情况", holding(right)), new Field("权利类型", kind(right)), new Field("权利性质", nature(right)), new Field("用途", right.landUse()),
          new Field("面积", right.area().toPlainString() + " m²"),
          new Field("终止日期", right.termUntil() == null ? null : right.termUntil().toString()),
          new Field("发证日期", right.issuedOn().toString()), new Field("登记依据", right.basis())));
    }
  }

  private void past(Booklet booklet) throws IOException {
    booklet.heading("二、已终止的权利");
    List<List<String>> rows = new ArrayList<>();
    for (Right right : entry.rights()) {
      if (right.status() != CertificateStatus.LIVE) {
        rows.add(List.of(numbers(right), right.holder(), right.area().toPlainString(), right.issuedOn().toString(),
            (right.status() == CertificateStatus.CANCELLED ? "注销 " : "被取代 ") + moment(right.endedAt()),
            text(right.endedWhy()) + (right.endedDocument() == null ? "" : "（" + right.endedDocument() + "）")));
      }
    }
    table(booklet, rows, Column.text("证书编号", 0.21f), Column.text("权利人", 0.15f), Column.figures("面积 m²", 0.13f),
        Column.text("发证", 0.12f), Column.text("终止", 0.16f), Column.text("原因与文件", 0.23f));
  }

  private void changes(Booklet booklet) throws IOException {
    booklet.heading("三、宗地沿革");
    table(booklet, entry.changes().stream().map(step -> List.of(step.number(), step.kind().title().zh(),
        moment(step.at()), String.join("\n", step.parents()),
        step.children().isEmpty() ? "—" : String.join("\n", step.children()))).toList(),
        Column.text("编号", 0.14f), Column.text("类型", 0.12f), Column.text("办结", 0.18f), Column.text("原宗地", 0.28f),
        Column.text("新宗地", 0.28f));
  }

  private void procedure(Booklet booklet) throws IOException {
    booklet.heading("四、登记申请、例外与争议");
    table(booklet, entry.applications().stream().map(each -> List.of(each.number(),
        ApplicationState.valueOf(each.state()).title().zh(), each.appliedOn().toString(),
        each.registeredOn() == null ? "—" : each.registeredOn().toString(), moment(each.closedAt()))).toList(),
        Column.text("申请", 0.22f), Column.text("状态", 0.2f), Column.text("申请日期", 0.18f), Column.text("登簿", 0.18f),
        Column.text("结束", 0.22f));
    if (!entry.overrides().isEmpty()) {
      table(booklet, entry.overrides().stream().map(each -> List.of(each.application(), each.gate(),
          each.reason() + "（" + each.document() + "）", "至 " + each.expiresOn(),
          each.proposedBy() + "、" + each.confirmedBy() + "\n" + moment(each.confirmedAt()))).toList(),
          Column.text("申请", 0.16f), Column.text("条件", 0.08f), Column.text("例外理由与文件", 0.38f),
          Column.text("有效", 0.16f), Column.text("批准", 0.22f));
    }
    if (!entry.cases().isEmpty()) {
      table(booklet, entry.cases().stream().map(each -> List.of(each.number(), each.title(),
          each.openedOn().toString(), DisputeStage.valueOf(each.stage()).title().zh())).toList(),
          Column.text("争议案件", 0.2f), Column.text("名称", 0.44f),
          Column.text("立案", 0.16f), Column.text("阶段", 0.2f));
    }
  }

  private void boundaries(Booklet booklet) throws IOException {
    booklet.heading("五、界线版本");
    table(booklet, entry.versions().stream().map(each -> List.of(String.valueOf(each.version()), moment(each.from()),
        moment(each.to()), each.area().toPlainString(), reason(each.reason()) + " " + text(each.subject()),
        each.hash().substring(0, Math.min(16, each.hash().length())))).toList(),
        Column.figures("版本", 0.08f), Column.text("自", 0.18f), Column.text("至", 0.18f), Column.figures("面积 m²", 0.15f),
        Column.text("依据", 0.21f), Column.text("界线摘要", 0.2f));
  }

  private static void table(Booklet booklet, List<List<String>> rows, Column... columns) throws IOException {
    if (rows.isEmpty()) {
      booklet.text("无。");
    } else {
      booklet.table(List.of(columns), rows);
    }
  }

  private static String reason(String code) {
    return switch (code) {
      case "IMPORT" -> "成果入库";
      case "AGREEMENT" -> "调解协议";
      case "DECISION" -> "处理决定";
      case "UNDO" -> "撤销入库";
      case "DISPUTE" -> "纠纷";
      case "PARKED" -> "争议部分另立";
      case "RENUMBERED" -> "改编宗地代码";
      case "RESTITUTION" -> "返还土地";
      case "PATROL" -> "巡查发现";
      case "MUTATION" -> "宗地变更";
      default -> code;
    };
  }

  private static String numbers(Right right) {
    return right.holders().isEmpty() ? right.number()
        : right.holders().stream().map(CoHolder::certificate).distinct().collect(Collectors.joining("、"));
  }

  /** Kind, and every co-owner with share and certificate. */
  private static String holding(Right right) {
    String kind = right.holding().title().zh();
    return right.holders().isEmpty() ? kind : kind + "：" + right.holders().stream()
        .map(holder -> (holder.fraction() == null ? holder.name() : holder.name() + " " + holder.fraction()) + "（"
            + holder.certificate() + "）").collect(Collectors.joining("、"));
  }

  private static String kind(Right right) {
    return RightKind.valueOf(right.rightKind()).title().zh();
  }

  private static @Nullable String nature(Right right) {
    return right.rightNature() == null ? null : RightNature.valueOf(right.rightNature()).title().zh();
  }

  private static String moment(@Nullable Instant at) {
    return at == null ? "—" : MOMENT.format(at);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
