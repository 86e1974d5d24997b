package org.jieshi.coordination.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jieshi.coordination.Department;
import org.jieshi.disputes.CaseFigures;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How departments answered, and what became of the county's disputes and complaints, in a period as of its last day. */
@Service
class Performance {

  private static final Bilingual LETTERS = new Bilingual(
      "letters sent to the department from %s to %s, withdrawn ones left out", "%s 至 %s 期间发往该部门的联系单，撤回的除外");

  private final JdbcClient jdbc;
  private final CaseFigures cases;
  private final String county;
  private final String countyEn;

  Performance(JdbcClient jdbc, CaseFigures cases, @Value("${jieshi.farm.county-name}") String county,
      @Value("${jieshi.farm.county-name-en}") String countyEn) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.county = county;
    this.countyEn = countyEn;
  }

  record View(LocalDate from, LocalDate asOf, List<Row> departments, Row county) {
  }

  /** @param key of the department, or {@code COUNTY} */
  record Row(String key, Bilingual title, List<Figure> figures) {
  }

  private record Letters(String department, long sent, long answered, long inTime, @Nullable BigDecimal meanDays, long open,
      long overdue) {
  }

  @Transactional(readOnly = true)
  View view(LocalDate from, LocalDate asOf) {
    Map<String, Letters> letters = letters(from, asOf).stream().collect(Collectors.toMap(Letters::department, each -> each));
    List<Row> departments = Arrays.stream(Department.values()).filter(each -> letters.containsKey(each.name()))
        .map(each -> department(each, letters.get(each.name()), from, asOf)).toList();
    return new View(from, asOf, departments, new Row("COUNTY", new Bilingual(countyEn, county), countyFigures(from, asOf)));
  }

  /** Everything as it stood on the evening of {@code asOf}: an answer that came later had not come. */
  private List<Letters> letters(LocalDate from, LocalDate asOf) {
    return jdbc.sql("""
        select department, count(*) as sent,
          count(*) filter (where answered_on <= :asOf) as answered,
          count(*) filter (where answered_on <= :asOf and answered_on <= due_on) as in_time,
          avg(answered_on - sent_on) filter (where answered_on <= :asOf) as mean_days,
          count(*) filter (where answered_on is null or answered_on > :asOf) as open,
          count(*) filter (where (answered_on is null or answered_on > :asOf) and due_on < :asOf) as overdue
        from liaison_letter
        where sent_on between :from and :asOf and (withdrawn_on is null or withdrawn_on > :asOf)
        group by department
        """).param("from", from).param("asOf", asOf).query(Letters.class).list();
  }

  private static Row department(Department department, Letters letters, LocalDate from, LocalDate asOf) {
    Bilingual base = LETTERS.formatted(from, asOf);
    Bilingual due = method(base, "; due means that the day of the answer is past or an answer came",
        "；应答复指期限已过或已复函");
    long fellDue = letters.answered() + letters.overdue();
    return new Row(department.name(), department.title(), List.of(
        Figure.count("sent", new Bilingual("sent", "发出"), letters.sent(), base),
        Figure.count("answered", new Bilingual("answered", "已复函"), letters.answered(), base),
        new Figure("inTime", new Bilingual("answered in time", "按期答复率"),
            share(letters.inTime(), fellDue), "SHARE", method(due, ": answers on or before their day / due", "：按期复函数 ÷ 应答复数")),
        new Figure("meanDays", new Bilingual("mean time to answer", "平均答复天数"),
            letters.meanDays() == null ? null : letters.meanDays().setScale(1, RoundingMode.HALF_UP), "DAYS",
            method(base, ": calendar days from sending to the answer, mean over the answered ones", "：自发函至复函的自然日，已复函者的平均")),
        Figure.count("open", new Bilingual("open", "未复函"), letters.open(), base),
        Figure.count("overdue", new Bilingual("overdue", "逾期未复函"), letters.overdue(),
            method(base, ": open, and their day is before %s".formatted(asOf), "：未复函且期限早于 %s".formatted(asOf)))));
  }

  private record Complaints(long received, long decided, long inTime) {
  }

  private List<Figure> countyFigures(LocalDate from, LocalDate asOf) {
    CaseFigures.Figures figures = cases.between(from, asOf);
    Complaints complaints = jdbc.sql("""
        select count(*) as received, count(*) filter (where decided_on <= :asOf) as decided,
          count(*) filter (where decided_on <= :asOf and decided_on <= result_by) as in_time
        from complaint where received_on between :from and :asOf and (withdrawn_on is null or withdrawn_on > :asOf)
        """).param("from", from).param("asOf", asOf).query(Complaints.class).single();
    Bilingual ended = new Bilingual("cases of the county that reached a result from %s to %s".formatted(from, asOf),
        "本县 %s 至 %s 期间取得结果的案件".formatted(from, asOf));
    Bilingual received = new Bilingual("complaints received from %s to %s, withdrawn ones left out".formatted(from, asOf),
        "%s 至 %s 期间收到的投诉，撤回的除外".formatted(from, asOf));
    long settled = figures.agreed() + figures.decided() + figures.recovered();
    return List.of(
        Figure.count("opened", new Bilingual("cases opened", "立案"), figures.opened(),
            new Bilingual("dispute cases opened from %s to %s".formatted(from, asOf), "%s 至 %s 期间登记的争议案件".formatted(from, asOf))),
        Figure.count("agreed", new Bilingual("by agreement", "调解达成协议"), figures.agreed(), ended),
        Figure.count("decided", new Bilingual("by decision", "作出处理决定"), figures.decided(),
            method(ended, ": a decision or judgment and no agreement", "：作出决定或判决且未达成协议")),
        Figure.count("recovered", new Bilingual("land recovered", "收回土地"), figures.recovered(), ended),
        new Figure("agreedShare", new Bilingual("settled by agreement", "调解成功率"), share(figures.agreed(), settled), "SHARE",
            method(ended, ": agreements / (agreements + decisions + recoveries)", "：协议 ÷（协议＋决定＋收回）")),
        new Figure("meanDays", new Bilingual("mean time to the result", "平均办理天数"),
            figures.meanDays() == null ? null : figures.meanDays().setScale(1, RoundingMode.HALF_UP), "DAYS",
            method(ended, ": calendar days from opening to the result", "：自登记至取得结果的自然日")),
        Figure.count("open", new Bilingual("open", "未结"), figures.open(),
            new Bilingual("cases opened by %s that had neither a result nor ended otherwise by then".formatted(asOf),
                "截至 %s 已登记且尚无结果、亦未以其他方式结束的案件".formatted(asOf))),
        new Figure("recoveredArea", new Bilingual("land recovered, area", "收回面积"), figures.recoveredArea(), "M2",
            new Bilingual("area that occupations ended from %s to %s gave back, plane, sum of the records of handing over"
                .formatted(from, asOf), "%s 至 %s 期间结束侵占收回的面积，平面面积，按移交记录合计".formatted(from, asOf))),
        Figure.count("complaints", new Bilingual("complaints", "投诉"), complaints.received(), received),
        new Figure("complaintsInTime", new Bilingual("complaints decided in time", "投诉按期办结率"),
            share(complaints.inTime(), complaints.decided()), "SHARE",
            method(received, ": results on or before their day / results", "：按期作出结果数 ÷ 作出结果数")));
  }

  private static Bilingual method(Bilingual base, String en, String zh) {
    return new Bilingual(base.en() + en, base.zh() + zh);
  }

  private static @Nullable BigDecimal share(long part, long whole) {
    return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }
}
