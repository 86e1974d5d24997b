package org.jieshi.coordination.board;

import java.time.LocalDate;
import java.util.List;
import org.jieshi.audit.StandingAnswers;
import org.jieshi.disputes.CaseFigures;
import org.jieshi.shared.Bilingual;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How departments answered, and what became of the county's disputes and complaints, in a period as of its last day.
 */
@Service
class Performance {

  private final JdbcClient jdbc;
  private final LetterFigures letters;
  private final CaseFigures cases;
  private final StandingAnswers answers;
  private final Bilingual county;

  Performance(JdbcClient jdbc, LetterFigures letters, CaseFigures cases, StandingAnswers answers,
      @Value("${jieshi.farm.county-name}") String county, @Value("${jieshi.farm.county-name-en}") String countyEn) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.cases = cases;
    this.answers = answers;
    this.county = new Bilingual(countyEn, county);
  }

  private record Question(LocalDate from, LocalDate asOf) {
  }

  record View(LocalDate from, LocalDate asOf, List<Row> departments, Row county) {
  }

  /** @param key of the department, or {@code COUNTY} */
  record Row(String key, Bilingual title, List<Figure> figures) {
  }

  private record Complaints(long received, long inTime, long fellDue) {
  }

  View view(LocalDate from, LocalDate asOf) {
    return answers.of(new Question(from, asOf), () -> new View(from, asOf, letters.of(from, asOf),
        new Row("COUNTY", county, countyFigures(from, asOf))));
  }

  private List<Figure> countyFigures(LocalDate from, LocalDate asOf) {
    CaseFigures.Figures figures = cases.between(from, asOf);
    Complaints complaints = complaints(from, asOf);
    Bilingual ended = new Bilingual("cases of the county that reached a result from %s to %s".formatted(from, asOf),
        "本县 %s 至 %s 期间取得结果的案件".formatted(from, asOf));
    Bilingual received = new Bilingual(
        "complaints received from %s to %s, withdrawn ones left out".formatted(from, asOf),
        "%s 至 %s 期间收到的投诉，撤回的除外".formatted(from, asOf));
    return List.of(
        Figure.count("opened", new Bilingual("cases opened", "立案"), figures.opened(),
            new Bilingual("dispute cases opened from %s to %s".formatted(from, asOf),
                "%s 至 %s 期间登记的争议案件".formatted(from, asOf))),
        Figure.count("agreed", new Bilingual("by agreement", "调解达成协议"), figures.agreed(), ended),
        Figure.count("decided", new Bilingual("by decision", "作出处理决定"), figures.decided(),
            ended.and(": a decision or judgment and no agreement", "：作出决定或判决且未达成协议")),
        Figure.count("recovered", new Bilingual("land recovered", "收回土地"), figures.recovered(), ended),
        Figure.share("agreedShare", new Bilingual("settled by agreement", "调解成功率"), figures.agreed(),
            figures.agreed() + figures.decided() + figures.recovered(), ended.and(
                ": agreements / (agreements + decisions + recoveries)", "：协议 ÷（协议＋决定＋收回）")),
        Figure.days("meanDays", new Bilingual("mean time to the result", "平均办理时间"), figures.meanDays(),
            ended.and(": working days from opening to the result", "：自登记至取得结果的工作日")),
        Figure.days("meanDaysToDate", new Bilingual("the same, open ones too", "平均时间（含未结）"),
            figures.meanDaysToDate(), ended.and(
                ", and the open ones, which count with the working days up to %s".formatted(asOf),
                "及未结案件：未结者计至 %s".formatted(asOf))),
        Figure.count("open", new Bilingual("open", "未结"), figures.open(), new Bilingual(
            "cases opened by %s that had neither a result nor ended otherwise by then".formatted(asOf),
            "截至 %s 已登记且尚无结果、亦未以其他方式结束的案件".formatted(asOf))),
        Figure.share("dutiesKept", new Bilingual("limits kept", "按期办理率"), figures.kept(), figures.duties(),
            new Bilingual(("the office's limits in cases that were met, or ended, from %s to %s: met in time / "
                + "all, those of open cases included; a limit that fell away undone is left out").formatted(from, asOf),
                "%s 至 %s 期间完成或到期的办案时限：按期完成数 ÷ 全部，含未结案件；因案件另行了结而免除者不计"
                    .formatted(from, asOf))),
        new Figure("recoveredArea", new Bilingual("land recovered, area", "收回面积"), figures.recoveredArea(), "M2",
            new Bilingual(("area that occupations ended from %s to %s gave back, plane, sum of the records of "
                + "handing over").formatted(from, asOf), "%s 至 %s 期间结束侵占收回的面积，平面面积，按移交记录合计".formatted(from, asOf))),
        Figure.count("complaints", new Bilingual("complaints", "投诉"), complaints.received(), received),
        Figure.share("complaintsInTime", new Bilingual("complaints decided in time", "投诉按期办结率"),
            complaints.inTime(), complaints.fellDue(), received.and(
                ": results on or before their day / those with a result or whose day is before %s".formatted(asOf),
                "：按期作出结果数 ÷（已作出结果数＋期限早于 %s 而未办结数）".formatted(asOf))));
  }

  private Complaints complaints(LocalDate from, LocalDate asOf) {
    return jdbc.sql("""
        select count(*) as received, count(*) filter (where decided_on <= :asOf and decided_on <= result_by) as in_time,
          count(*) filter (where decided_on <= :asOf or result_by < :asOf) as fell_due
        from complaint where received_on between :from and :asOf and (withdrawn_on is null or withdrawn_on > :asOf)
        """).param("from", from).param("asOf", asOf).query(Complaints.class).single();
  }
}
