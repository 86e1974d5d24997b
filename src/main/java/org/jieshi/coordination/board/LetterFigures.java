package org.jieshi.coordination.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jieshi.coordination.Department;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.WorkingCalendar;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the departments answered the letters of a period, as of its last day: an answer that came later had not come.
 * What is still open counts: an overdue letter as not answered in time, a waiting one with the days it waits already.
 */
@Component
class LetterFigures {

  private static final Bilingual QUESTIONS = new Bilingual(
      "letters with a question sent to the department from %s to %s, withdrawn ones left out",
      "%s 至 %s 期间发往该部门的询问函，撤回的除外");
  private static final Bilingual MESSAGES = new Bilingual(
      "letters that asked only for a receipt, sent to the department from %s to %s, withdrawn ones left out",
      "%s 至 %s 期间发往该部门、仅需回执的通报函，撤回的除外");

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;

  LetterFigures(JdbcClient jdbc, WorkingCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /** @param answeredOn null while it was not by the last day */
  private record Letter(Department department, boolean asks, LocalDate sentOn, LocalDate dueOn,
      @Nullable LocalDate answeredOn) {

    boolean answered() {
      return answeredOn != null;
    }

    boolean inTime() {
      return answeredOn != null && !answeredOn.isAfter(dueOn);
    }

    boolean fellDue(LocalDate asOf) {
      return answered() || dueOn.isBefore(asOf);
    }
  }

  List<Performance.Row> of(LocalDate from, LocalDate asOf) {
    WorkingDays days = calendar.load();
    Map<Department, List<Letter>> letters = letters(from, asOf).stream()
        .collect(Collectors.groupingBy(Letter::department));
    return Arrays.stream(Department.values()).filter(letters::containsKey).map(department -> new Performance.Row(
        department.name(), department.title(), figures(letters.get(department), days, from, asOf))).toList();
  }

  private List<Letter> letters(LocalDate from, LocalDate asOf) {
    return jdbc.sql("""
        select department, told is null as asks, sent_on, due_on,
          case when answered_on <= :asOf then answered_on end as answered_on
        from liaison_letter
        where sent_on between :from and :asOf and (withdrawn_on is null or withdrawn_on > :asOf)
        """).param("from", from).param("asOf", asOf).query(Letter.class).list();
  }

  private static List<Figure> figures(List<Letter> all, WorkingDays days, LocalDate from, LocalDate asOf) {
    List<Letter> asked = all.stream().filter(Letter::asks).toList();
    List<Letter> told = all.stream().filter(letter -> !letter.asks()).toList();
    Bilingual base = QUESTIONS.formatted(from, asOf);
    List<Figure> figures = new ArrayList<>(List.of(
        Figure.count("sent", new Bilingual("sent", "发出"), asked.size(), base),
        Figure.count("answered", new Bilingual("answered", "已复函"), count(asked, Letter::answered), base),
        inTime("inTime", new Bilingual("answered in time", "按期答复率"), asked, asOf, base),
        Figure.days("meanDays", new Bilingual("mean time to answer", "平均答复时间"),
            days.mean(spans(asked.stream().filter(Letter::answered).toList(), asOf)).orElse(null), base.and(
                ": working days from sending to the answer, mean over the answered ones",
                "：自发函至复函的工作日，已复函者的平均")),
        Figure.days("meanDaysToDate", new Bilingual("the same, open ones too", "平均时间（含未复函）"),
            days.mean(spans(asked, asOf)).orElse(null), base.and(
                ": the same, where the open ones count with the working days up to %s: silence improves nothing"
                    .formatted(asOf), "：同上，未复函者计至 %s，久拖不复不会使数字变好".formatted(asOf))),
        Figure.count("open", new Bilingual("open", "未复函"), count(asked, letter -> !letter.answered()), base),
        overdue("overdue", new Bilingual("overdue", "逾期未复函"), asked, asOf, base)));
    if (!told.isEmpty()) {
      Bilingual messages = MESSAGES.formatted(from, asOf);
      figures.add(Figure.count("told", new Bilingual("messages", "通报"), told.size(), messages));
      figures.add(inTime("receiptsInTime", new Bilingual("receipts in time", "按期回执率"), told, asOf, messages));
      figures.add(overdue("receiptsOverdue", new Bilingual("receipts overdue", "逾期未回执"), told, asOf, messages));
    }
    return List.copyOf(figures);
  }

  private static Figure inTime(String key, Bilingual title, List<Letter> letters, LocalDate asOf, Bilingual base) {
    return Figure.share(key, title, count(letters, Letter::inTime), count(letters, letter -> letter.fellDue(asOf)),
        base.and(": on or before their day / those that came or whose day is before %s, open ones included"
            .formatted(asOf),
            "：期限内收到数 ÷（已收到数＋期限早于 %s 而未收到数）".formatted(asOf)));
  }

  private static Figure overdue(String key, Bilingual title, List<Letter> letters, LocalDate asOf, Bilingual base) {
    return Figure.count(key, title, count(letters, letter -> !letter.answered() && letter.dueOn().isBefore(asOf)),
        base.and(": open, and their day is before %s".formatted(asOf), "：未收到且期限早于 %s".formatted(asOf)));
  }

  private static List<WorkingDays.Span> spans(List<Letter> letters, LocalDate asOf) {
    return letters.stream().map(letter -> new WorkingDays.Span(letter.sentOn(),
        letter.answeredOn() == null ? asOf : letter.answeredOn())).toList();
  }

  private static long count(List<Letter> letters, Predicate<Letter> which) {
    return letters.stream().filter(which).count();
  }
}
