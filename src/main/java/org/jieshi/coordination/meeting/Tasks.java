package org.jieshi.coordination.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.Numbers;
import org.jieshi.coordination.due.DueSource;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks: set, done, given up; followed until they are. */
@Service
public class Tasks implements DueSource {

  private static final Role[] OFFICE = {Role.REVIEWER, Role.MEDIATOR, Role.APPROVER};
  private static final String SELECT =
      "select t.*, u.display_name from task t join user_account u on u.username = t.owner ";

  private final JdbcClient jdbc;
  private final Numbers numbers;
  private final Users users;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  Tasks(JdbcClient jdbc, Numbers numbers, Users users, CurrentUser current, OfficeClock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.users = users;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /** A task to be set; the meeting and the subject may be left out. */
  public record NewTask(String title, @Nullable String detail, String owner, LocalDate dueOn,
      @Nullable String meetingId, @Nullable Integer meetingItem, @Nullable String subjectKind,
      @Nullable String subjectId) {
  }

  /** @throws ProblemException {@code INVALID_FIELD} for a day before today or an owner without an account in use */
  @Transactional
  public Task set(NewTask task) {
    String me = current.require(OFFICE).username();
    LocalDate today = clock.today();
    users.find(task.owner()).filter(User::enabled).orElseThrow(() -> Problem.of(ProblemCode.INVALID_FIELD,
        "There is no account in use named %s to carry the task out.".formatted(task.owner()),
        "没有在用账户 %s，不能承担任务。".formatted(task.owner())).inField("owner").asException());
    if (task.dueOn().isBefore(today)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The task is due on %s: give today or a later day.".formatted(task.dueOn()),
          "任务期限 %s 早于今日，请另填。".formatted(task.dueOn())).inField("dueOn").asException();
    }
    String number = numbers.next("TASK", today.getYear());
    String id = "T" + number;
    jdbc.sql("""
        insert into task (id, number, title, detail, owner, due_on, meeting_id, meeting_item, subject_kind, subject_id,
          status, set_by, set_on)
        values (:id, :number, :title, :detail, :owner, :due, :meeting, :item, :kind, :subject, 'OPEN', :me, :today)
        """).param("id", id).param("number", "任" + number).param("title", task.title()).param("detail", task.detail())
        .param("owner", task.owner()).param("due", task.dueOn()).param("meeting", task.meetingId())
        .param("item", task.meetingItem()).param("kind", task.subjectKind()).param("subject", task.subjectId())
        .param("me", me).param("today", today).update();
    audit.record("TASK_SET", "task", id, Map.of("owner", task.owner(), "dueOn", task.dueOn().toString()));
    return get(id);
  }

  /** Its owner or an officer writes down what came of it. */
  @Transactional
  Task end(String id, int revision, Task.Status how, String result) {
    User me = current.require();
    Task task = get(id);
    if (!task.owner().equals(me.username()) && !List.of(OFFICE).contains(me.role())) {
      current.require(OFFICE);
    }
    if (task.status() != Task.Status.OPEN) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Task %s is ended already.".formatted(id),
          "任务 %s 已办结。".formatted(task.number())).about(id).asException();
    }
    int changed = jdbc.sql("""
        update task set status = :status, result = :result, ended_on = :today, revision = revision + 1
        where id = :id and revision = :revision and status = 'OPEN'
        """).param("status", how.name()).param("result", result).param("today", clock.today()).param("id", id)
        .param("revision", revision).update();
    if (changed != 1) {
      throw ProblemException.stale(id);
    }
    audit.record("TASK_" + how, "task", id, Map.of("result", result));
    return get(id);
  }

  public Task get(String id) {
    return jdbc.sql(SELECT + "where t.id = :id").param("id", id).query(this::read).optional()
        .orElseThrow(() -> ProblemException.notFound("task", "任务", id));
  }

  List<Task> ofMeeting(String meetingId) {
    return jdbc.sql(SELECT + "where t.meeting_id = :id order by t.meeting_item, t.id").param("id", meetingId)
        .query(this::read).list();
  }

  /** Open ones first, the longest due at the top. */
  Page<Task> page(@Nullable String owner, Task.@Nullable Status status, int page, int size) {
    String where = """
        where (cast(:owner as text) is null or t.owner = :owner)
          and (cast(:status as text) is null or t.status = :status)
        """;
    String wanted = status == null ? null : status.name();
    List<Task> items = jdbc.sql(SELECT + where
            + "order by t.status <> 'OPEN', case when t.status = 'OPEN' then t.due_on end, t.ended_on desc, t.id"
            + " limit :size offset :offset").param("owner", owner).param("status", wanted).param("size", size)
        .param("offset", Page.offset(page, size)).query(this::read).list();
    long total = jdbc.sql("select count(*) from task t " + where).param("owner", owner).param("status", wanted)
        .query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.TASK);
  }

  @Override
  public List<OpenItem> open(LocalDate today) {
    return jdbc.sql(SELECT + "where t.status = 'OPEN' order by t.due_on, t.id").query(this::read).list().stream()
        .map(task -> new OpenItem(WorkKind.TASK, task.id(), task.number(), task.title(), Stage.FOLLOW_UP,
            new Bilingual("to be done", "待落实"), task.setOn(), List.of(task.owner()), null, null,
            "#/coordination/tasks/" + task.id(),
            List.of(new OpenItem.Deadline("DONE", new Bilingual("done", "完成"), task.dueOn())))).toList();
  }

  private Task read(ResultSet row, int number) throws SQLException {
    Task.Status status = Task.Status.valueOf(row.getString("status"));
    LocalDate due = row.getObject("due_on", LocalDate.class);
    return new Task(row.getString("id"), row.getString("number"), row.getString("title"), row.getString("detail"),
        row.getString("owner"), row.getString("display_name"), due,
        status == Task.Status.OPEN && due.isBefore(clock.today()), row.getString("meeting_id"),
        row.getObject("meeting_item", Integer.class), row.getString("subject_kind"), row.getString("subject_id"),
        status, row.getString("set_by"), row.getObject("set_on", LocalDate.class), row.getString("result"),
        row.getObject("ended_on", LocalDate.class), row.getInt("revision"));
  }
}
