package org.jieshi.coordination.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.Numbers;
import org.jieshi.coordination.due.DueSource;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.TimeLimits;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.coordination.meeting.MeetingStore.Booking;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings: called without clashes, held with minutes, decided into tasks. */
@Service
class Meetings implements DueSource {

  private static final Role[] OFFICE = {Role.REVIEWER, Role.MEDIATOR, Role.APPROVER};
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
      .withZone(OfficeClock.ZONE);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm").withZone(OfficeClock.ZONE);

  private final MeetingStore store;
  private final Tasks tasks;
  private final Numbers numbers;
  private final Users users;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final TimeLimits limits;
  private final AuditLog audit;

  Meetings(MeetingStore store, Tasks tasks, Numbers numbers, Users users, CurrentUser current, OfficeClock clock,
      TimeLimits limits, AuditLog audit) {
    this.store = store;
    this.tasks = tasks;
    this.numbers = numbers;
    this.users = users;
    this.current = current;
    this.clock = clock;
    this.limits = limits;
    this.audit = audit;
  }

  record NewMeeting(String title, String room, Instant startsAt, Instant endsAt, String chair, List<String> people,
      @Nullable String guests, List<NewItem> agenda) {
  }

  record NewItem(String subjectKind, @Nullable String subjectId, String title) {
  }

  /** What was decided about an item; with an owner and a day it becomes a task. */
  record Decision(int seq, String decision, @Nullable String task, @Nullable String owner, @Nullable LocalDate dueOn) {
  }

  /**
   * Calls a meeting.
   *
   * @throws ProblemException {@code CONFLICTING_STATE} naming who, or which room, is taken and when
   */
  @Transactional
  Meeting call(NewMeeting meeting) {
    String me = current.require(OFFICE).username();
    requireTime(meeting.startsAt(), meeting.endsAt());
    Set<String> people = new TreeSet<>(meeting.people());
    people.add(meeting.chair());
    people.forEach(this::requirePerson);
    store.lockCalendar();
    requireFree(people, meeting.room(), meeting.startsAt(), meeting.endsAt(), null);
    String id = "M" + numbers.next("MEETING", clock.today().getYear());
    store.insert(id, meeting, people, me, clock.now());
    audit.record("MEETING_CALLED", "meeting", id, Map.of("room", meeting.room(),
        "startsAt", meeting.startsAt().toString(), "people", String.join(",", people)));
    return get(id);
  }

  @Transactional
  Meeting move(String id, int revision, Instant from, Instant to, String room) {
    current.require(OFFICE);
    Meeting meeting = planned(id, revision);
    requireTime(from, to);
    store.lockCalendar();
    requireFree(meeting.people().stream().map(Meeting.Person::username).toList(), room, from, to, id);
    store.move(meeting, from, to, room);
    audit.record("MEETING_MOVED", "meeting", id, Map.of("room", room, "startsAt", from.toString()));
    return get(id);
  }

  @Transactional
  Meeting addItem(String id, int revision, NewItem item) {
    current.require(OFFICE);
    Meeting meeting = planned(id, revision);
    store.touch(meeting);
    store.addItems(id, List.of(item));
    audit.record("MEETING_ITEM_ADDED", "meeting", id, Map.of("item", item.title()));
    return get(id);
  }

  /**
   * Writes the minutes of a meeting that was held; what was decided becomes tasks.
   *
   * @param present user names of those invited who came
   */
  @Transactional
  Meeting hold(String id, int revision, String minutes, Collection<String> present, List<Decision> decisions) {
    current.require(OFFICE);
    Meeting meeting = planned(id, revision);
    if (clock.now().isBefore(meeting.startsAt())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Meeting %s begins on %s: minutes are written once it was held."
              .formatted(id, TIME.format(meeting.startsAt())),
          "会议 %s 于 %s 召开，会后方可记录纪要。".formatted(meeting.number(), TIME.format(meeting.startsAt())))
          .about(id).asException();
    }
    present.stream().filter(name -> meeting.people().stream().noneMatch(person -> person.username().equals(name)))
        .findFirst().ifPresent(stranger -> {
          throw Problem.of(ProblemCode.INVALID_FIELD, "%s was not invited to meeting %s.".formatted(stranger, id),
              "%s 不在会议 %s 的参会人员之列。".formatted(stranger, meeting.number())).about(id).inField("present").asException();
        });
    store.held(meeting, minutes, meeting.startsAt().atZone(OfficeClock.ZONE).toLocalDate(), present);
    decisions.forEach(decision -> decide(meeting, decision));
    audit.record("MEETING_HELD", "meeting", id, Map.of("decisions", decisions.size()));
    return get(id);
  }

  private void decide(Meeting meeting, Decision decision) {
    Meeting.Item item = meeting.agenda().stream().filter(each -> each.seq() == decision.seq()).findFirst()
        .orElseThrow(() -> ProblemException.notFound("agenda item", "议题", meeting.id() + "/" + decision.seq()));
    store.decide(meeting.id(), item.seq(), decision.decision());
    if (decision.owner() == null && decision.dueOn() == null) {
      return;
    }
    if (decision.owner() == null || decision.dueOn() == null) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "Item %d: a decision to be carried out needs both an owner and a day.".formatted(item.seq()),
          "议题 %d：需要落实的决定须同时指定责任人和期限。".formatted(item.seq())).about(meeting.id()).inField("owner").asException();
    }
    String title = decision.task() == null || decision.task().isBlank() ? decision.decision() : decision.task();
    tasks.set(new Tasks.NewTask(title.length() <= 200 ? title : title.substring(0, 200), decision.decision(),
        decision.owner(), decision.dueOn(), meeting.id(), item.seq(),
        item.subjectId() == null ? null : item.subjectKind(), item.subjectId()));
  }

  @Transactional
  Meeting cancel(String id, int revision, String why) {
    current.require(OFFICE);
    store.cancel(planned(id, revision), why);
    audit.record("MEETING_CANCELLED", "meeting", id, Map.of("why", why));
    return get(id);
  }

  Meeting get(String id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("meeting", "会议", id));
  }

  Page<Meeting> page(Meeting.@Nullable Status status, int page, int size) {
    return store.page(status, page, Page.size(size));
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.MEETING);
  }

  /** A planned meeting waits for its minutes from its end on. */
  @Override
  public List<OpenItem> open(LocalDate today) {
    TimeLimits.Book book = limits.book();
    return store.planned().stream().map(meeting -> new OpenItem(WorkKind.MEETING, meeting.id(), meeting.number(),
        meeting.title(), Stage.HANDLING, new Bilingual("planned", "拟召开"), day(meeting.startsAt()),
        List.of(meeting.chair()), null, null, "#/coordination/meetings/" + meeting.id(),
        List.of(book.deadline("MINUTES", new Bilingual("minutes", "会议纪要"), TimeLimits.Kind.MEETING_MINUTES,
            day(meeting.endsAt()))))).toList();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(OfficeClock.ZONE).toLocalDate();
  }

  private void requireTime(Instant from, Instant to) {
    if (!from.isBefore(to) || from.isBefore(clock.now())) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Give a time from now on that ends after it begins.",
          "会议时间应在当前时间之后，且结束晚于开始。").inField("startsAt").asException();
    }
  }

  private void requirePerson(String username) {
    users.find(username).filter(User::enabled).orElseThrow(() -> Problem.of(ProblemCode.INVALID_FIELD,
        "There is no account in use named %s; name people without one as guests.".formatted(username),
        "没有在用账户 %s；无账户者请填入列席人员。".formatted(username)).inField("people").asException());
  }

  private void requireFree(Collection<String> people, String room, Instant from, Instant to, @Nullable String except) {
    List<Bilingual> clashes = new ArrayList<>();
    store.inRoom(room, from, to, except).forEach(taken -> clashes.add(new Bilingual(
        "room %s is taken %s by %s %s".formatted(taken.room(), time(taken), taken.number(), taken.title()),
        "%s %s 已被 %s %s 占用".formatted(taken.room(), time(taken), taken.number(), taken.title()))));
    store.ofPeople(people, from, to, except).forEach(taken -> clashes.add(new Bilingual(
        "%s is in %s %s %s".formatted(taken.name(), taken.number(), taken.title(), time(taken)),
        "%s %s 参加 %s %s".formatted(taken.name(), time(taken), taken.number(), taken.title()))));
    if (!clashes.isEmpty()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "The meeting clashes: %s. Choose another time or room."
              .formatted(clashes.stream().map(Bilingual::en).collect(Collectors.joining("; "))),
          "会议冲突：%s。请另选时间或地点。"
              .formatted(clashes.stream().map(Bilingual::zh).collect(Collectors.joining("；")))).inField("startsAt")
              .asException();
    }
  }

  private static String time(Booking booking) {
    return TIME.format(booking.startsAt()) + "–" + HOUR.format(booking.endsAt());
  }

  private Meeting planned(String id, int revision) {
    Meeting meeting = get(id);
    if (meeting.revision() != revision) {
      throw ProblemException.stale(id);
    }
    if (meeting.status() != Meeting.Status.PLANNED) {
      boolean held = meeting.status() == Meeting.Status.HELD;
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Meeting %s was %s; call a new one.".formatted(id, held ? "held" : "cancelled"),
          "会议 %s %s，请另行召集。".formatted(meeting.number(), held ? "已召开" : "已取消")).about(id).asException();
    }
    return meeting;
  }
}
