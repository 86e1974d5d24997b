package org.jieshi.coordination.due;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.due.OpenItem.Deadline;
import org.jieshi.coordination.due.ReminderStore.Key;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what is due, raises what nobody was told yet, and closes what is done. */
@Service
public class Reminders {

  private final OpenWork work;
  private final ReminderStore store;
  private final TimeLimits limits;
  private final WorkingCalendar calendar;
  private final Users users;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  Reminders(OpenWork work, ReminderStore store, TimeLimits limits, WorkingCalendar calendar, Users users,
      CurrentUser current, OfficeClock clock, AuditLog audit, TransactionTemplate transactions) {
    this.work = work;
    this.store = store;
    this.limits = limits;
    this.calendar = calendar;
    this.users = users;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** What one search found. */
  public record Outcome(int openItems, int raised, int closed) {

    Outcome and(Outcome other) {
      return new Outcome(openItems + other.openItems, raised + other.raised, closed + other.closed);
    }
  }

  /**
   * One search over all modules, each in its own transaction. Running it again changes nothing.
   *
   * @throws IllegalStateException after all others were searched, if a module could not say what it has open; its
   *     reminders stand as they were
   */
  public Outcome search() {
    LocalDate today = clock.today();
    Outcome all = new Outcome(0, 0, 0);
    List<RuntimeException> failures = new ArrayList<>();
    for (DueSource source : work.sources()) {
      try {
        all = all.and(transactions.execute(status -> search(source, today)));
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      IllegalStateException failed = new IllegalStateException(
          failures.size() + " of the modules could not be searched for what is due", failures.get(0));
      failures.stream().skip(1).forEach(failed::addSuppressed);
      throw failed;
    }
    return all;
  }

  private Outcome search(DueSource source, LocalDate today) {
    store.lockSearch();
    source.attend(today);
    List<OpenItem> items = source.open(today);
    Levels levels = new Levels(calendar.load(), limits.days(TimeLimits.Kind.REMIND_BEFORE, today),
        limits.days(TimeLimits.Kind.ESCALATE_TO_APPROVER, today),
        limits.days(TimeLimits.Kind.ESCALATE_TO_MANAGER, today));
    Recipients recipients = new Recipients(users.all());
    Set<Key> standing = store.open(source.kinds());
    Set<Key> wanted = new HashSet<>();
    int raised = 0;
    for (OpenItem item : items) {
      for (Deadline deadline : item.deadlines()) {
        for (Reminder.Level level : levels.reached(deadline.dueOn(), today)) {
          for (Recipients.Recipient to : recipients.of(item, level)) {
            Key key = new Key(item.kind().name(), item.id(), deadline.clock(), deadline.dueOn(), level.name(),
                to.username(), to.role() == null ? null : to.role().name());
            wanted.add(key);
            if (!standing.contains(key) && store.raise(key, text(item, deadline, level), item.link(), now(), today)) {
              raised++;
            }
          }
        }
      }
    }
    int closed = close(standing, wanted, today);
    if (raised + closed > 0) {
      audit.record("REMINDERS_RAISED", "reminders", source.kinds().get(0),
          Map.of("day", today.toString(), "raised", raised, "closed", closed));
    }
    return new Outcome(items.size(), raised, closed);
  }

  private int close(Set<Key> standing, Set<Key> wanted, LocalDate today) {
    int closed = 0;
    for (Key key : standing) {
      if (!wanted.contains(key)) {
        store.close(key, today);
        closed++;
      }
    }
    return closed;
  }

  private static Bilingual text(OpenItem item, Deadline deadline, Reminder.Level level) {
    String day = deadline.certain() ? deadline.dueOn().toString() : "≥ " + deadline.dueOn();
    Bilingual what = new Bilingual(
        "%s %s, %s".formatted(capital(item.kind().title().en()), item.number(), deadline.title().en()),
        "%s %s：%s".formatted(item.kind().title().zh(), item.number(), deadline.title().zh()));
    return switch (level) {
      case SOON -> new Bilingual("%s: due on %s.".formatted(what.en(), day),
          "%s，期限 %s，即将到期。".formatted(what.zh(), day));
      case OVERDUE -> new Bilingual("%s: was due on %s.".formatted(what.en(), day),
          "%s，期限 %s，已逾期。".formatted(what.zh(), day));
      case APPROVER -> new Bilingual("%s: was due on %s and is still not done.".formatted(what.en(), day),
          "%s，期限 %s，逾期未办结，请督办。".formatted(what.zh(), day));
      case MANAGER -> new Bilingual("%s: was due on %s, the approvers know, still not done.".formatted(what.en(), day),
          "%s，期限 %s，已报局领导仍未办结。".formatted(what.zh(), day));
    };
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  Page<Reminder> mine(int page, int size) {
    return store.of(current.require(), page, Page.size(size));
  }

  ReminderStore.Count count() {
    return store.count(current.require());
  }

  @Transactional
  void seen(Collection<Long> ids) {
    store.seen(ids, current.require(), now());
  }

  /** Says that one takes care of it. It stays open until the thing is done. */
  @Transactional
  Reminder acknowledge(long id, @Nullable String note) {
    User me = current.require();
    if (store.find(id, me).isEmpty()) {
      throw ProblemException.notFound("reminder for you", "您的提醒", id);
    }
    if (store.acknowledge(id, me, now(), note)) {
      audit.record("REMINDER_ACKNOWLEDGED", "reminder", id);
    }
    return store.find(id, me).orElseThrow();
  }

  private OffsetDateTime now() {
    return clock.now().atOffset(ZoneOffset.UTC);
  }
}
