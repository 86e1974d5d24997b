package org.jieshi.coordination.complaint;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.Numbers;
import org.jieshi.coordination.complaint.Complaint.Finding;
import org.jieshi.coordination.complaint.Complaint.Side;
import org.jieshi.coordination.complaint.Complaint.Status;
import org.jieshi.coordination.due.TimeLimits;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.jieshi.identity.personal.Masked;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a complaint from its receipt to the result that everybody gets. */
@Service
class Complaints {

  /** House rule: a group, so that nobody judges alone. */
  static final int SMALLEST_GROUP = 3;

  static final Role[] OFFICE = {Role.REVIEWER, Role.MEDIATOR, Role.APPROVER};

  private final ComplaintStore store;
  private final Numbers numbers;
  private final TimeLimits limits;
  private final Users users;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  Complaints(ComplaintStore store, Numbers numbers, TimeLimits limits, Users users, CurrentUser current,
      OfficeClock clock, AuditLog audit) {
    this.store = store;
    this.numbers = numbers;
    this.limits = limits;
    this.users = users;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  record NewComplaint(String complainant, String contact, String respondent, @Nullable String respondentUser,
      @Nullable String subjectKind, @Nullable String subjectId, String body) {
  }

  @Transactional
  Complaint receive(NewComplaint complaint) {
    User me = current.require(OFFICE);
    if (me.username().equals(complaint.respondentUser())) {
      throw recused(complaint.respondent());
    }
    if (complaint.respondentUser() != null) {
      users.get(complaint.respondentUser());
    }
    LocalDate today = clock.today();
    String id = "P" + numbers.next("COMPLAINT", today.getYear());
    store.insert(id, complaint, me.username(), today, limits.lastDay(TimeLimits.Kind.COMPLAINT_RESULT, today));
    note(id, "RECEIVED", me, null);
    return view(id);
  }

  /** Names the group that hears both sides. */
  @Transactional
  Complaint group(String id, int revision, Collection<String> members) {
    User me = current.require(Role.APPROVER);
    Complaint complaint = open(id, revision, me);
    Set<String> distinct = new TreeSet<>(members);
    if (distinct.size() < SMALLEST_GROUP) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "The group has %d people or more.".formatted(SMALLEST_GROUP),
          "投诉处理小组不少于 %d 人。".formatted(SMALLEST_GROUP)).about(id).inField("members").asException();
    }
    distinct.forEach(member -> {
      users.find(member).filter(User::enabled).orElseThrow(() -> Problem.of(ProblemCode.INVALID_FIELD,
          "There is no account in use named %s.".formatted(member), "没有在用账户 %s。".formatted(member))
          .about(id).inField("members").asException());
      if (member.equals(complaint.respondentUser())) {
        throw recused(complaint.respondent());
      }
    });
    store.replaceMembers(complaint, distinct);
    note(id, "GROUP_NAMED", me, String.join("、", distinct));
    return view(id);
  }

  /** Gives the respondent a copy; from now on the time to answer runs. */
  @Transactional
  Complaint copy(String id, int revision) {
    User me = current.require(OFFICE);
    Complaint complaint = open(id, revision, me);
    requireStatus(complaint, Status.RECEIVED);
    store.copy(complaint, clock.today(), limits.lastDay(TimeLimits.Kind.COMPLAINT_ANSWER, clock.today()));
    note(id, "COPIED", me, null);
    return view(id);
  }

  /** The right to answer: the respondent's own, or taken down by an officer. A late answer is taken down too. */
  @Transactional
  Complaint answer(String id, int revision, String answer, @Nullable String answeredBy) {
    User me = current.require();
    Complaint complaint = get(id);
    boolean own = me.username().equals(complaint.respondentUser());
    if (!own) {
      current.require(OFFICE);
    }
    requireOpen(complaint, revision);
    requireStatus(complaint, Status.WITH_RESPONDENT, Status.HEARING);
    if (complaint.answer() != null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Complaint %s is answered already; more is said in the hearing.".formatted(id),
          "投诉 %s 已有答辩，补充意见请在听取意见时提出。".formatted(complaint.number())).about(id).asException();
    }
    String by = answeredBy == null || answeredBy.isBlank() ? own ? me.displayName() : complaint.respondent()
        : answeredBy.strip();
    store.answer(complaint, answer, by, clock.today());
    note(id, "ANSWERED", me, null);
    return view(id);
  }

  @Transactional
  Complaint hear(String id, int revision, Complaint.Hearing hearing) {
    User me = current.require();
    Complaint complaint = open(id, revision, me);
    requireMember(complaint, me);
    requireStatus(complaint, Status.WITH_RESPONDENT, Status.HEARING);
    requireAnswerTime(complaint);
    if (hearing.heldOn().isBefore(complaint.receivedOn()) || hearing.heldOn().isAfter(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The hearing lies between %s and today.".formatted(complaint.receivedOn()),
          "听取意见的日期应在 %s 至今日之间。".formatted(complaint.receivedOn())).about(id).inField("heldOn").asException();
    }
    store.hear(complaint, hearing);
    note(id, "HEARD_" + hearing.side(), me, hearing.appeared() ? null : "invited, did not come 经通知未到场");
    return view(id);
  }

  /** The written result. It goes to both sides, to the group and to whoever else is named. */
  @Transactional
  Complaint decide(String id, int revision, Finding finding, String result, List<String> recipients) {
    User me = current.require();
    Complaint complaint = open(id, revision, me);
    requireMember(complaint, me);
    requireStatus(complaint, Status.HEARING);
    requireAnswerTime(complaint);
    for (Side side : Side.values()) {
      if (!complaint.heard(side)) {
        throw Problem.of(ProblemCode.CONFLICTING_STATE,
            "Complaint %s: the %s was not heard yet; hear them, or enter that they were invited and did not come."
                .formatted(id, side == Side.COMPLAINANT ? "complainant" : "respondent"),
            "投诉 %s 尚未听取%s意见：请听取意见，或登记经通知未到场。"
                .formatted(complaint.number(), side == Side.COMPLAINANT ? "投诉人" : "被投诉方")).about(id).asException();
      }
    }
    Set<String> copies = new LinkedHashSet<>(List.of(complaint.complainant(), complaint.respondent()));
    complaint.members().forEach(member -> copies.add(member.name()));
    recipients.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(copies::add);
    store.decide(complaint, finding, result, clock.today(), copies);
    note(id, "DECIDED", me, finding.name());
    return view(id);
  }

  @Transactional
  Complaint withdraw(String id, int revision, String reason) {
    User me = current.require(OFFICE);
    Complaint complaint = open(id, revision, me);
    store.withdraw(complaint, clock.today());
    note(id, "WITHDRAWN", me, reason);
    return view(id);
  }

  /** As the person asking may see it: the contact, without its middle, is for those who handle it only. */
  Complaint view(String id) {
    return seenBy(current.require(), get(id));
  }

  Page<Complaint> page(@Nullable Status status, int page, int size) {
    User me = current.require();
    return store.page(status, page, Page.size(size)).map(complaint -> seenBy(me, complaint));
  }

  private static Complaint seenBy(User me, Complaint complaint) {
    boolean handles = List.of(OFFICE).contains(me.role()) && !me.username().equals(complaint.respondentUser());
    return complaint.withContact(handles ? Masked.contact(complaint.contact()) : null);
  }

  private Complaint get(String id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("complaint", "投诉", id));
  }

  private void note(String id, String action, User me, @Nullable String note) {
    store.addEvent(id, clock.now(), action, me.username(), note);
    audit.record("COMPLAINT_" + action, "complaint", id, note == null ? Map.of() : Map.of("note", note));
  }

  private Complaint open(String id, int revision, User me) {
    Complaint complaint = get(id);
    if (me.username().equals(complaint.respondentUser())) {
      throw recused(complaint.respondent());
    }
    requireOpen(complaint, revision);
    return complaint;
  }

  private static void requireOpen(Complaint complaint, int revision) {
    if (complaint.revision() != revision) {
      throw ProblemException.stale(complaint.id());
    }
    if (!complaint.open()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Complaint %s is closed; its result is not changed.".formatted(complaint.id()),
          "投诉 %s 已办结，处理结果不得更改。".formatted(complaint.number())).about(complaint.id()).asException();
    }
  }

  private static void requireStatus(Complaint complaint, Status... wanted) {
    if (!List.of(wanted).contains(complaint.status())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Complaint %s is %s: this is possible when it is %s.".formatted(complaint.id(), complaint.status(),
              List.of(wanted)),
          "投诉 %s 当前状态为 %s，此操作仅在 %s 时可办理。".formatted(complaint.number(), complaint.status(), List.of(wanted)))
          .about(complaint.id()).asException();
    }
  }

  private void requireAnswerTime(Complaint complaint) {
    if (complaint.answer() == null && complaint.answerBy() != null && !clock.today().isAfter(complaint.answerBy())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Complaint %s: the respondent may answer until %s.".formatted(complaint.id(), complaint.answerBy()),
          "投诉 %s：被投诉方可在 %s 前答辩。".formatted(complaint.number(), complaint.answerBy()))
          .about(complaint.id()).asException();
    }
  }

  private static void requireMember(Complaint complaint, User me) {
    if (complaint.members().stream().noneMatch(member -> member.username().equals(me.username()))) {
      throw Problem.of(ProblemCode.FORBIDDEN,
          "Complaint %s is heard by its group; an approver names it.".formatted(complaint.id()),
          "投诉 %s 由处理小组办理，小组由局领导指定。".formatted(complaint.number())).about(complaint.id()).asException();
    }
  }

  private static ProblemException recused(String respondent) {
    return Problem.of(ProblemCode.FORBIDDEN,
        "%s is complained of and takes no part except by answering.".formatted(respondent),
        "%s 为被投诉方，除答辩外应当回避。".formatted(respondent)).asException();
  }
}
