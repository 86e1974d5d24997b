package org.jieshi.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jieshi.coordination.due.DueSource;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.TimeLimits;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.disputes.Disputes;
import org.jieshi.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What registration waits for: applications that do not move, notices whose period is over, objections without an
 * answer. An application that is parked for a dispute waits for the case, whose own clocks speak, while one is open.
 */
@Component
class RegistrationDues implements DueSource {

  private final JdbcClient jdbc;
  private final TimeLimits limits;
  private final Disputes disputes;

  RegistrationDues(JdbcClient jdbc, TimeLimits limits, Disputes disputes) {
    this.jdbc = jdbc;
    this.limits = limits;
    this.disputes = disputes;
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.APPLICATION, WorkKind.NOTICE, WorkKind.OBJECTION);
  }

  @Override
  public List<OpenItem> open(LocalDate today) {
    return Stream.of(applications(limits.book()), notices(), objections(limits.book())).flatMap(List::stream).toList();
  }

  private record Waiting(String id, String number, String parcel, String state, LocalDate moved) {
  }

  private List<OpenItem> applications(TimeLimits.Book book) {
    return jdbc.sql("""
        select a.id, a.number, a.parcel, a.state,
          coalesce((select max(e.at at time zone 'Asia/Shanghai')::date from application_event e
            where e.application_id = a.id), a.applied_on) as moved
        from application a where a.state not in ('CERTIFIED', 'REJECTED', 'WITHDRAWN') order by a.created_at, a.id
        """).query(Waiting.class).list().stream().map(waiting -> application(waiting, book)).toList();
  }

  private OpenItem application(Waiting waiting, TimeLimits.Book book) {
    ApplicationState state = ApplicationState.valueOf(waiting.state());
    boolean caseSpeaks = state == ApplicationState.SUSPENDED && !disputes.openOn(waiting.parcel()).isEmpty();
    return new OpenItem(WorkKind.APPLICATION, waiting.id(), waiting.number(), waiting.parcel(), stage(state),
        state.title(), waiting.moved(), List.of(), null, waiting.parcel(), "#/applications/" + waiting.id(),
        caseSpeaks ? List.of() : List.of(book.deadline("MOVEMENT", new Bilingual("next step", "下一步办理"),
            TimeLimits.Kind.APPLICATION_MOVEMENT, waiting.moved())));
  }

  private static Stage stage(ApplicationState state) {
    return switch (state) {
      case APPLIED -> Stage.NEW;
      case NOTICED, SUSPENDED -> Stage.WAITING;
      case REVIEWED -> Stage.DECIDING;
      case REGISTERED -> Stage.FOLLOW_UP;
      default -> Stage.HANDLING;
    };
  }

  private record Standing(String id, String number, String parcel, String applicationId, LocalDate publishedOn,
      LocalDate deadline) {
  }

  /** A notice is done when its application has left it. */
  private List<OpenItem> notices() {
    return jdbc.sql("""
        select n.id, n.number, n.parcel, n.application_id, n.published_on, n.deadline
        from notice n join application a on a.id = n.application_id
        where n.ended_at is null and a.state = 'NOTICED' order by n.deadline, n.id
        """).query(Standing.class).list().stream().map(notice -> new OpenItem(WorkKind.NOTICE, notice.id(),
            notice.number(), notice.parcel(), Stage.WAITING, new Bilingual("on public notice", "公示中"),
            notice.publishedOn(), List.of(), null, notice.parcel(), "#/applications/" + notice.applicationId(),
            List.of(new OpenItem.Deadline("PERIOD", new Bilingual("end of the notice, then review", "公示届满，转入审核"),
                notice.deadline())))).toList();
  }

  private record Unanswered(String id, String receipt, String parcel, LocalDate lodged) {
  }

  private List<OpenItem> objections(TimeLimits.Book book) {
    return jdbc.sql("""
        select o.id, o.receipt, a.parcel, (o.lodged_at at time zone 'Asia/Shanghai')::date as lodged
        from objection o join application a on a.id = o.application_id where o.status = 'OPEN' order by o.lodged_at, o.id
        """).query(Unanswered.class).list().stream().map(objection -> new OpenItem(WorkKind.OBJECTION, objection.id(),
            objection.receipt(), objection.parcel(), Stage.NEW, new Bilingual("without an answer", "待答复"),
            objection.lodged(), List.of(), null, objection.parcel(), "#/notices/objections",
            List.of(book.deadline("ANSWER", new Bilingual("written answer", "书面答复"),
                TimeLimits.Kind.OBJECTION_ANSWER, objection.lodged())))).toList();
  }
}
