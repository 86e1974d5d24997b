package org.jieshi.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.disputes.Disputes;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.registration.Suspension.Cause;
import org.jieshi.registration.documents.ApplicationDocument;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.documents.Documents;
import org.jieshi.registration.notice.Evidence;
import org.jieshi.registration.notice.NewObjection;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.Notices;
import org.jieshi.registration.notice.Objection.Status;
import org.jieshi.registration.notice.Objection;
import org.jieshi.registration.notice.Objections;
import org.jieshi.registration.notice.ReceiptCode;
import org.jieshi.registration.numbers.RunningNumbers;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives objections of the public and answers them in writing. */
@Service
class ObjectionDesk {

  private final Objections objections;
  private final Notices notices;
  private final ApplicationStore applications;
  private final RunningNumbers numbers;
  private final Procedure procedure;
  private final Disputes disputes;
  private final Documents documents;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  ObjectionDesk(Objections objections, Notices notices, ApplicationStore applications, RunningNumbers numbers,
      Procedure procedure, Disputes disputes, Documents documents, CurrentUser current, OfficeClock clock, AuditLog audit) {
    this.objections = objections;
    this.notices = notices;
    this.applications = applications;
    this.numbers = numbers;
    this.procedure = procedure;
    this.disputes = disputes;
    this.documents = documents;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Takes an objection from anybody. The application is locked, so that a step is judged either before the objection
   * or with it.
   *
   * @throws ProblemException {@code CONFLICTING_STATE} after the last day, or if the notice no longer stands
   */
  @Transactional
  Lodged lodge(String noticeId, NewObjection objection) {
    applications.lock(notices.get(noticeId).applicationId());
    Notice notice = notices.get(noticeId);
    LocalDate today = clock.today();
    if (!notice.stands()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Notice %s no longer stands: look for the present notice of parcel %s, or bring the matter to the land office."
              .formatted(notice.number(), notice.parcel()),
          "公示 %s 已失效：请查看宗地 %s 的现行公示，或直接向土地管理部门反映。".formatted(notice.number(), notice.parcel()))
          .about(notice.id()).asException();
    }
    if (today.isAfter(notice.deadline())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Objections to notice %s ended on %s: whoever has a right to the land can still apply to the land office for a "
              .formatted(notice.number(), notice.deadline())
              + "decision on the ownership dispute, or for objection registration.",
          "公示 %s 的异议期已于 %s 届满：权利人仍可向土地管理部门申请权属争议处理，或申请异议登记。"
              .formatted(notice.number(), notice.deadline())).about(notice.id()).asException();
    }
    String number = numbers.next("OBJECTION", today.getYear());
    ReceiptCode code = ReceiptCode.random();
    objections.add("O" + number, "异" + number, notice, objection, code, clock.now());
    audit.record("OBJECTION_LODGED", "objection", "O" + number,
        Map.of("notice", notice.id(), "application", notice.applicationId()));
    return new Lodged(objections.get("O" + number), code);
  }

  /** What whoever lodged it may see: by receipt and code. */
  @Transactional(readOnly = true)
  Objection ofReceipt(String receipt, String code) {
    return objections.findByReceipt(receipt.strip(), new ReceiptCode(code)).orElseThrow(() -> Problem.of(
        ProblemCode.NOT_FOUND, "There is no objection with this receipt number and code: copy both from the receipt.",
        "没有与该回执编号和查询码相符的异议，请按回执核对。").asException());
  }

  /** A file of evidence, while the objection is not answered. */
  @Transactional
  Objection addEvidence(String receipt, String code, String fileName, String mediaType, byte[] content) {
    Objection objection = ofReceipt(receipt, code);
    applications.lock(objection.applicationId());
    if (objections.get(objection.id()).status() != Status.OPEN) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Objection %s was answered already and takes no more evidence.".formatted(objection.receipt()),
          "异议 %s 已答复，不再接收证据。".formatted(objection.receipt())).about(objection.receipt()).asException();
    }
    if (content.length == 0 || content.length > Evidence.LARGEST
        || objections.evidence(objection.id()).size() >= Evidence.MOST) {
      throw Problem.of(content.length > Evidence.LARGEST ? ProblemCode.TOO_LARGE : ProblemCode.INVALID_FIELD,
          "At most %d files of at most 10 MB each, and none that is empty.".formatted(Evidence.MOST),
          "证据文件最多 %d 个，每个不超过 10 MB，且不得为空。".formatted(Evidence.MOST)).inField("file").asException();
    }
    String sha256 = documents.keep(content);
    objections.addEvidence(objection.id(), fileName, mediaType, content.length, sha256, clock.now());
    audit.record("OBJECTION_EVIDENCE", "objection", objection.id(), Map.of("file", fileName, "sha256", sha256));
    return objection;
  }

  /** For those who answer them. */
  @Transactional(readOnly = true)
  List<Evidence> evidence(String id) {
    current.require(Role.REVIEWER, Role.MEDIATOR, Role.APPROVER);
    return objections.evidence(objections.get(id).id());
  }

  @Transactional(readOnly = true)
  DocumentDesk.Content evidence(String id, long file) {
    Evidence evidence = evidence(id).stream().filter(each -> each.id() == file).findFirst()
        .orElseThrow(() -> ProblemException.notFound("evidence", "证据", file));
    return new DocumentDesk.Content(new ApplicationDocument(evidence.id(), id, DocumentKind.OTHER, evidence.fileName(),
        evidence.mediaType(), evidence.size(), evidence.sha256(), "", evidence.receivedAt()),
        documents.content(evidence.sha256()));
  }

  /** @param code told once, on the receipt */
  record Lodged(Objection objection, ReceiptCode code) {
  }

  /** For those who answer them. */
  Page<Objection> page(@Nullable Status status, int page, int size) {
    current.require(Role.REVIEWER, Role.MEDIATOR, Role.APPROVER);
    return objections.page(status, page, Page.size(size)).map(Objection::masked);
  }

  /** The objection fails: the procedure goes on, by the bureau meeting from now on. */
  @Transactional
  Objection reject(String id, String answer) {
    return answer(id, Status.REJECTED, answer);
  }

  /** The objection holds: the application stops, and a dispute case is to be opened. */
  @Transactional
  Objection uphold(String id, String answer) {
    Objection objection = answer(id, Status.UPHELD, answer);
    Application application = applications.lock(objection.applicationId());
    if (application.state().isOpen()) {
      procedure.take(application.id(), null, new Command.Suspend("异议 %s 成立".formatted(objection.receipt()),
          Cause.DISPUTE));
    }
    return objection;
  }

  /** Names the case that an upheld objection became; gate W2 then waits for that case instead. */
  @Transactional
  Objection nameCase(String id, String caseNumber) {
    current.require(Role.REVIEWER, Role.MEDIATOR);
    Objection objection = objections.get(id);
    Application application = applications.lock(objection.applicationId());
    if (objection.status() != Status.UPHELD) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Only an upheld objection becomes a case; %s is %s.".formatted(objection.receipt(), objection.status()),
          "仅成立的异议转为案件；%s 当前为 %s。".formatted(objection.receipt(), objection.status())).about(id).asException();
    }
    if (!disputes.concerns(caseNumber, application.parcel())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "There is no case %s about parcel %s: open it first.".formatted(caseNumber, application.parcel()),
          "没有涉及宗地 %2$s 的案件 %1$s：请先立案。".formatted(caseNumber, application.parcel()))
          .about(id).inField("caseNumber").asException();
    }
    objections.nameCase(id, caseNumber);
    audit.record("OBJECTION_BECAME_CASE", "objection", id, Map.of("case", caseNumber));
    return objections.get(id);
  }

  private Objection answer(String id, Status status, String answer) {
    User person = current.require(Role.REVIEWER);
    applications.lock(objections.get(id).applicationId());
    Objection objection = objections.get(id);
    if (objection.status() != Status.OPEN) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Objection %s was answered already.".formatted(objection.receipt()),
          "异议 %s 已答复。".formatted(objection.receipt())).about(id).asException();
    }
    objections.answer(id, status, answer, person.username(), clock.now());
    audit.record("OBJECTION_" + status, "objection", id, Map.of("application", objection.applicationId()));
    return objections.get(id);
  }
}
