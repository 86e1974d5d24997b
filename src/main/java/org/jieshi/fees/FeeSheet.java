package org.jieshi.fees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.print.Booklet;
import org.jieshi.print.Booklet.Column;
import org.jieshi.print.Booklet.Field;
import org.jspecify.annotations.Nullable;

/** The assessment sheet 登记费核定单: facts, rule, reckoning, proposals beside it, receipts and refunds. */
public final class FeeSheet {

  private FeeSheet() {
  }

  /**
   * @param payer who pays
   * @param office who assesses
   * @param mark on every page; null for none
   */
  public static byte[] print(String application, String parcel, @Nullable String payer, FeeStanding fees, String office,
      LocalDate today, @Nullable String mark) {
    return Booklet.print("登记费核定单 " + application, "登记费核定单　" + application, mark, booklet -> {
      booklet.title("土地登记费核定单");
      booklet.subtitle("申请 %s　宗地 %s".formatted(application, parcel));
      booklet.fields(facts(payer, fees));
      if (!fees.scenarios().isEmpty()) {
        booklet.heading("对照方案（不作收费依据）");
        booklet.table(List.of(Column.text("文件", 0.3f), Column.text("状态", 0.28f), Column.text("计算", 0.24f),
            Column.figures("金额（元）", 0.18f)), fees.scenarios().stream().map(each -> List.of(each.source(),
                each.status().zh(), reckoning(each), each.amount().toPlainString())).toList());
      }
      booklet.heading("收退记录");
      List<List<String>> money = money(fees);
      booklet.table(List.of(Column.text("日期", 0.16f), Column.text("事项", 0.14f), Column.text("凭证", 0.26f),
          Column.text("经办", 0.2f), Column.figures("金额（元）", 0.24f)),
          money.isEmpty() ? List.of(List.of("—", "—", "—", "—", "—")) : money);
      booklet.text(fees.missing() == null ? "费用已结清。" : fees.missing().zh());
      booklet.signature(office);
      booklet.signature("%d年%d月%d日".formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth()));
    });
  }

  private static List<Field> facts(@Nullable String payer, FeeStanding fees) {
    List<Field> facts = new ArrayList<>();
    facts.add(new Field("缴费人", payer));
    Assessment due = fees.due();
    if (due == null) {
      facts.add(new Field("适用标准", "没有适用于该地类的收费标准"));
      return facts;
    }
    facts.add(new Field("面积", due.facts().area().toPlainString() + " m²"));
    facts.add(new Field("地类", due.facts().landClass().title().zh()));
    facts.add(new Field("是否有争议", due.facts().disputed() ? "曾有争议或异议" : "无争议"));
    facts.add(new Field("证书本数", String.valueOf(due.facts().copies())));
    facts.add(new Field("适用标准", due.source() + "（" + due.status().zh() + "）"
        + (due.uncertain() ? "　是否适用须经确认" : "")));
    facts.add(new Field("计算", reckoning(due)));
    facts.add(new Field("应缴金额", due.amount().toPlainString() + " 元"));
    facts.add(new Field("说明", due.note()));
    return facts;
  }

  private static String reckoning(Assessment due) {
    return switch (due.basis()) {
      case PER_SQUARE_METRE -> due.facts().area().toPlainString() + " m² × " + plain(due) + " 元/m²";
      case PER_ITEM -> plain(due) + " 元/件";
      case EXEMPT -> "免收";
    };
  }

  private static String plain(Assessment due) {
    return due.rate().stripTrailingZeros().toPlainString();
  }

  private static List<List<String>> money(FeeStanding fees) {
    List<List<String>> rows = new ArrayList<>();
    Settlement settlement = fees.settlement();
    if (settlement != null) {
      boolean paid = settlement.kind() == Settlement.Kind.PAID;
      rows.add(List.of(settlement.settledOn().toString(), paid ? "缴费" : "免收",
          String.valueOf(paid ? settlement.receiptNumber() : settlement.exemptionDocument()), settlement.recordedBy(),
          settlement.amount().toPlainString()));
    }
    for (Refund refund : fees.refunds()) {
      rows.add(List.of(refund.refundedOn().toString(), "退费", refund.receiptNumber() + "　" + refund.document(),
          refund.recordedBy(), "−" + refund.amount().toPlainString()));
    }
    return rows;
  }
}
