package org.jieshi.coordination.complaint;

import java.util.List;
import java.util.stream.Collectors;
import org.jieshi.coordination.OfficePaper;
import org.jieshi.coordination.complaint.Complaint.Side;
import org.jieshi.print.Booklet;
import org.jieshi.print.Booklet.Column;
import org.jieshi.print.Booklet.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The written result 投诉处理结果, with what both sides said. The complainant's contact is not on it: it circulates. */
@Component
class ComplaintPaper {

  private final OfficePaper office;

  ComplaintPaper(OfficePaper office) {
    this.office = office;
  }

  byte[] print(Complaint complaint) {
    boolean decided = complaint.status() == Complaint.Status.DECIDED;
    String kind = decided ? "投诉处理结果" : "投诉办理记录";
    return Booklet.print(kind + " " + complaint.number(), kind + "　" + complaint.number(), office.mark(), page -> {
      page.title(kind);
      page.subtitle(complaint.number() + "　" + office.name());
      page.fields(List.of(new Field("投诉人", complaint.complainant()), new Field("被投诉方", complaint.respondent()),
          new Field("收到日期", complaint.receivedOn().toString()), new Field("投诉内容", complaint.body()),
          new Field("答辩期限", complaint.answerBy() == null ? null : complaint.answerBy().toString()),
          new Field("被投诉方答辩", complaint.answer() == null ? "未提交答辩"
              : "%s（%s，%s）".formatted(complaint.answer(), complaint.answeredBy(), complaint.answeredOn())),
          new Field("处理小组", complaint.members().stream().map(Complaint.Person::name)
              .collect(Collectors.joining("、")))));
      page.heading("听取双方意见");
      page.table(List.of(Column.text("一方", 0.14f), Column.text("日期", 0.14f), Column.text("到场人员", 0.24f),
          Column.text("意见", 0.48f)), complaint.hearings().stream().map(hearing -> List.of(
              hearing.side() == Side.COMPLAINANT ? "投诉人" : "被投诉方", hearing.heldOn().toString(),
              hearing.appeared() ? hearing.people() : "经通知未到场（" + hearing.people() + "）", hearing.minutes())).toList());
      if (decided) {
        page.heading("处理结果");
        page.fields(List.of(new Field("结论", finding(complaint.finding())), new Field("理由与处理意见", complaint.result()),
            new Field("日期", String.valueOf(complaint.decidedOn())),
            new Field("分送", complaint.copies().stream().map(Complaint.Copy::recipient)
                .collect(Collectors.joining("、")))));
        page.signature("处理小组签字：　　　　　　　　");
        page.signature("（单位盖章）　　　　　　");
      }
    });
  }

  private static String finding(Complaint.@Nullable Finding finding) {
    return finding == null ? "—" : switch (finding) {
      case UPHELD -> "投诉属实";
      case PARTLY -> "部分属实";
      case REJECTED -> "不属实";
    };
  }
}
