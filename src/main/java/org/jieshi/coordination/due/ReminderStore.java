package org.jieshi.coordination.due;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieshi.identity.User;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the reminders. */
@Repository
class ReminderStore {

  /** What makes a reminder the same one. */
  record Key(String kind, String subjectId, String clock, LocalDate dueOn, String level, @Nullable String username,
      @Nullable String role) {
  }

  private static final String TO_ME = """
      from reminder r where r.closed_on is null and (r.username = :me or r.role = :role)
      """;

  private final JdbcClient jdbc;

  ReminderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Two searches at once would raise the same: the second waits. */
  void lockSearch() {
    jdbc.sql("lock table reminder in share row exclusive mode").update();
  }

  Set<Key> open(Collection<WorkKind> kinds) {
    return Set.copyOf(jdbc.sql("""
        select kind, subject_id, clock, due_on, level, username, role from reminder
        where closed_on is null and kind in (:kinds)
        """).param("kinds", names(kinds)).query(Key.class).list());
  }

  /** @return whether it is new, or was closed and is open again */
  boolean raise(Key key, Bilingual text, String link, OffsetDateTime at, LocalDate on) {
    return jdbc.sql("""
        insert into reminder (kind, subject_id, clock, due_on, level, text_en, text_zh, link, username, role, raised_at,
          raised_on)
        values (:kind, :subject, :clock, :due, :level, :en, :zh, :link, :username, :role, :at, :on)
        on conflict (kind, subject_id, clock, due_on, level, username, role)
          do update set closed_on = null where reminder.closed_on is not null
        """).param("kind", key.kind()).param("subject", key.subjectId()).param("clock", key.clock())
        .param("due", key.dueOn()).param("level", key.level()).param("en", text.en()).param("zh", text.zh())
        .param("link", link).param("username", key.username()).param("role", key.role()).param("at", at)
        .param("on", on).update() > 0;
  }

  void close(Key key, LocalDate on) {
    jdbc.sql("""
        update reminder set closed_on = :on where kind = :kind and subject_id = :subject and clock = :clock
          and due_on = :due and closed_on is null and level = :level
          and username is not distinct from :username and role is not distinct from :role
        """).param("on", on).param("kind", key.kind()).param("subject", key.subjectId()).param("clock", key.clock())
        .param("due", key.dueOn()).param("level", key.level()).param("username", key.username())
        .param("role", key.role()).update();
  }

  /** The most urgent first: the highest level, then the longest overdue. */
  Page<Reminder> of(User user, int page, int size) {
    List<Reminder> items = jdbc.sql("""
        select r.*, exists (select 1 from reminder_seen s where s.reminder_id = r.id and s.username = :me) as seen,
          exists (select 1 from reminder_acknowledged a where a.reminder_id = r.id) as acknowledged
        """ + TO_ME + """
        order by r.level = 'SOON', r.due_on, r.id limit :size offset :offset
        """).param("me", user.username()).param("role", user.role().name()).param("size", size)
        .param("offset", Page.offset(page, size)).query(ReminderStore::read).list();
    long total = jdbc.sql("select count(*) " + TO_ME).param("me", user.username()).param("role", user.role().name())
        .query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  /** @param overdue of those open, past their day */
  record Count(int open, int unseen, int overdue) {
  }

  Count count(User user) {
    return jdbc.sql("""
        select count(*) as open, count(*) filter (where not exists (select 1 from reminder_seen s
            where s.reminder_id = r.id and s.username = :me)) as unseen,
          count(*) filter (where r.level <> 'SOON') as overdue
        """ + TO_ME).param("me", user.username()).param("role", user.role().name()).query(Count.class).single();
  }

  Optional<Reminder> find(long id, User user) {
    return jdbc.sql("""
        select r.*, true as seen, exists (select 1 from reminder_acknowledged a where a.reminder_id = r.id)
          as acknowledged
        """ + TO_ME + " and r.id = :id").param("me", user.username()).param("role", user.role().name())
        .param("id", id).query(ReminderStore::read).optional();
  }

  /** Those that do not go to this person are left out. */
  void seen(Collection<Long> ids, User user, OffsetDateTime at) {
    jdbc.sql("insert into reminder_seen (reminder_id, username, at) select r.id, :me, :at " + TO_ME
        + " and r.id = any(:ids) on conflict do nothing").param("me", user.username())
        .param("role", user.role().name()).param("at", at).param("ids", ids.toArray(Long[]::new)).update();
  }

  boolean acknowledge(long id, User user, OffsetDateTime at, @Nullable String note) {
    return jdbc.sql("""
        insert into reminder_acknowledged (reminder_id, username, at, note) values (:id, :me, :at, :note)
        on conflict do nothing
        """).param("id", id).param("me", user.username()).param("at", at).param("note", note).update() == 1;
  }

  private static Reminder read(ResultSet row, int number) throws SQLException {
    return new Reminder(row.getLong("id"), WorkKind.valueOf(row.getString("kind")), row.getString("subject_id"),
        row.getString("clock"), row.getObject("due_on", LocalDate.class),
        Reminder.Level.valueOf(row.getString("level")),
        new Bilingual(row.getString("text_en"), row.getString("text_zh")),
        row.getString("link"), row.getString("role"), row.getObject("raised_on", LocalDate.class),
        row.getBoolean("seen"), row.getBoolean("acknowledged"));
  }

  private static List<String> names(Collection<WorkKind> kinds) {
    return kinds.stream().map(Enum::name).collect(Collectors.toList());
  }
}
