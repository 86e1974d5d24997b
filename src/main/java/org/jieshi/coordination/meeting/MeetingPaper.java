package org.jieshi.coordination.meeting;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieshi.coordination.OfficePaper;
import org.jieshi.print.Booklet;
import org.jieshi.print.Booklet.Column;
import org.jieshi.print.Booklet.Field;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The meeting on paper: notice with agenda before it was held, minutes 会议纪要 with decisions and tasks after. */
@Component
class MeetingPaper {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm")
      .withZone(OfficeClock.ZONE);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm").withZone(OfficeClock.ZONE);

  private final OfficePaper office;

  MeetingPaper(OfficePaper office) {
    this.office = office;
  }

  byte[] print(Meeting meeting) {
    boolean held = meeting.status() == Meeting.Status.HELD;
    String kind = held ? "会议纪要" : "会议通知";
    return Booklet.print(kind + " " + meeting.number(), kind + "　" + meeting.number(), office.mark(), page -> {
      page.title(held ? "会 议 纪 要" : "会 议 通 知");
      page.subtitle(meeting.number() + "　" + office.name());
      List<Field> facts = new ArrayList<>(List.of(new Field("会议名称", meeting.title()),
          new Field("时间", TIME.format(meeting.startsAt()) + "–" + HOUR.format(meeting.endsAt())),
          new Field("地点", meeting.room()), new Field("主持人", name(meeting, meeting.chair())),
          new Field(held ? "出席" : "参会人员", people(meeting, held))));
      if (held) {
        facts.add(new Field("缺席", absent(meeting)));
      }
      facts.add(new Field("列席", meeting.guests()));
      if (meeting.cancelledWhy() != null) {
        facts.add(new Field("会议取消", meeting.cancelledWhy()));
      }
      page.fields(facts);
      page.heading("议题");
      page.table(List.of(Column.text("序号", 0.08f), Column.text("议题", held ? 0.42f : 0.72f),
          Column.text(held ? "决定" : "编号", held ? 0.5f : 0.2f)), meeting.agenda().stream().map(item -> List.of(
              String.valueOf(item.seq()), item.title(), held ? text(item.decision()) : text(item.subjectId())))
              .toList());
      if (held) {
        page.heading("纪要");
        page.text(text(meeting.minutes()));
        page.heading("任务");
        page.table(List.of(Column.text("编号", 0.17f), Column.text("任务", 0.37f), Column.text("责任人", 0.14f),
            Column.text("期限", 0.14f), Column.text("结果", 0.18f)), meeting.tasks().stream().map(task -> List.of(
                task.number(), task.title(), task.ownerName(), task.dueOn().toString(), switch (task.status()) {
                  case OPEN -> task.overdue() ? "逾期未办结" : "办理中";
                  case DONE -> task.endedOn() + " 办结：" + text(task.result());
                  case CANCELLED -> task.endedOn() + " 取消：" + text(task.result());
                })).toList());
        page.signature("主持人签字：　　　　　　　　");
      }
    });
  }

  private static String text(@Nullable String text) {
    return text == null ? "—" : text;
  }

  private static String name(Meeting meeting, String username) {
    return meeting.people().stream().filter(person -> person.username().equals(username)).map(Meeting.Person::name)
        .findFirst().orElse(username);
  }

  private static String people(Meeting meeting, boolean held) {
    return meeting.people().stream().filter(person -> !held || Boolean.TRUE.equals(person.present()))
        .map(Meeting.Person::name).collect(Collectors.joining("、"));
  }

  private static String absent(Meeting meeting) {
    return meeting.people().stream().filter(person -> !Boolean.TRUE.equals(person.present())).map(Meeting.Person::name)
        .collect(Collectors.joining("、"));
  }
}
