package org.jieshi.coordination;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.jieshi.print.Booklet;
import org.jieshi.print.Booklet.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letter on paper 工作联系单, in Chinese as the departments use it. */
@Component
class LetterPaper {

  /** A line to write on; a blank one would be printed as missing. */
  private static final String EMPTY = "\u00a0";

  private final Users users;
  private final OfficePaper office;

  LetterPaper(Users users, OfficePaper office) {
    this.users = users;
    this.office = office;
  }

  byte[] print(LiaisonLetter letter, @Nullable EscalationPath path) {
    return Booklet.print("工作联系单 " + letter.number(), "工作联系单　" + letter.number(), office.mark(), page -> {
      page.title("工 作 联 系 单");
      page.subtitle(letter.number());
      page.fields(List.of(new Field("发函单位", office.name()), new Field("收件单位", letter.addressee()),
          new Field("发函日期", letter.sentOn().toString()),
          new Field(letter.kind().asks() ? "请于此日前答复" : "请于此日前退回执", letter.dueOn().toString()),
          new Field("联系事项", subject(letter)), new Field("宗地代码", letter.parcelCode()),
          new Field(letter.kind().asks() ? "询问内容" : "通报内容", letter.question()),
          new Field("跟办人", name(letter.owner()))));
      if (path != null) {
        page.heading("逾期未答复时逐级反映");
        List<List<String>> rows = new ArrayList<>();
        path.steps().forEach(step -> rows.add(List.of(String.valueOf(step.step()), step.position(), step.name(),
            step.phone() == null ? "—" : step.phone(), "逾期 " + step.afterDays() + " 个工作日")));
        page.table(List.of(Booklet.Column.text("级", 0.08f), Booklet.Column.text("职务", 0.28f),
            Booklet.Column.text("姓名", 0.2f), Booklet.Column.text("电话", 0.22f), Booklet.Column.text("何时", 0.22f)), rows);
      }
      page.heading(letter.kind().asks() ? "复函" : "回执");
      if (letter.status() == LetterStatus.ANSWERED) {
        page.fields(List.of(new Field("意见", decision(letter)), new Field("内容", letter.answer()),
            new Field(letter.kind().asks() ? "签复人" : "签收人", letter.answeredBy()),
            new Field(letter.kind().asks() ? "复函日期" : "签收日期", letter.answeredOn()
                + (letter.answeredLate() ? "（逾期）" : ""))));
      } else if (letter.status() == LetterStatus.WITHDRAWN) {
        page.text("本函已撤回，无需答复。");
      } else if (!letter.kind().asks()) {
        page.text("来函已收悉。");
        page.fields(List.of(new Field("签收人", EMPTY), new Field("签收日期", "　　　年　　月　　日")));
        page.signature("（单位盖章）　　　　　　");
      } else {
        page.fields(List.of(new Field("意见", "□ 同意　　□ 不同意　　□ 无意见"),
            new Field("内容", (EMPTY + "\n").repeat(4) + EMPTY), new Field("签复人", EMPTY), new Field("日期", "　　　年　　月　　日")));
        page.signature("（单位盖章）　　　　　　");
      }
    });
  }

  private String name(String username) {
    return users.find(username).map(User::displayName).orElse(username);
  }

  private static String subject(LiaisonLetter letter) {
    return switch (letter.subjectKind()) {
      case APPLICATION -> "登记申请 " + letter.subjectId();
      case PARCEL -> "宗地 " + letter.subjectId();
      case DISPUTE -> "争议案件 " + letter.subjectId();
      case ENCROACHMENT -> "侵占地块 " + letter.subjectId();
      case FREE -> letter.subjectId();
    };
  }

  private static String decision(LiaisonLetter letter) {
    return letter.decision() == null ? "" : switch (letter.decision()) {
      case AGREED -> "同意";
      case OBJECTED -> "不同意";
      case NO_OBJECTION -> "无意见";
      case RECEIVED -> "已收悉";
    };
  }
}
