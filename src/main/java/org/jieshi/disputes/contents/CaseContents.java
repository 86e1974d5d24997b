package org.jieshi.disputes.contents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.disputes.CaseBook;
import org.jieshi.disputes.ProofOfReturn;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds statements, visits and photos to a case, and shows its whole file. */
@Service
class CaseContents implements ProofOfReturn {

  static final Role[] WRITERS = {Role.SURVEYOR, Role.REVIEWER, Role.MEDIATOR};

  private final ContentsRepository contents;
  private final CaseFiles files;
  private final CaseBook cases;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;

  CaseContents(ContentsRepository contents, CaseFiles files, CaseBook cases, CurrentUser current, AuditLog audit,
      OfficeClock clock) {
    this.contents = contents;
    this.files = files;
    this.cases = cases;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  /** @param lon degrees, where the photo itself does not say; @param lat likewise */
  record NewPhoto(@Nullable String caption, @Nullable Double lon, @Nullable Double lat, String fileName,
      byte[] content) {
  }

  @Transactional(readOnly = true)
  public ContentsView view(String caseId) {
    CaseBook.Entry entry = cases.get(caseId);
    List<ContentsView.Statement> statements = contents.statements(caseId);
    return new ContentsView(statements, awaiting(statements, entry.parties()), entry.parties().stream()
        .filter(party -> statements.stream().noneMatch(statement -> statement.party().equals(party))).toList(),
        contents.evidence(caseId), contents.visits(caseId));
  }

  /** Whatever one side says the other may answer; until somebody of the other side did, the answer is awaited. */
  static List<ContentsView.Awaiting> awaiting(List<ContentsView.Statement> statements, List<String> parties) {
    return statements.stream().map(statement -> new ContentsView.Awaiting(statement.number(), parties.stream()
            .filter(party -> !party.equals(statement.party()))
            .filter(party -> statements.stream().noneMatch(other -> other.party().equals(party)
                && other.answers() != null && other.answers() == statement.number())).toList()))
        .filter(awaiting -> !awaiting.parties().isEmpty()).toList();
  }

  @Transactional
  public void state(String caseId, NewStatement statement) {
    LocalDate on = statement.on() == null ? clock.today() : statement.on();
    CaseBook.Entry entry = cases.open(caseId, on, Role.REVIEWER, Role.MEDIATOR);
    String party = entry.party(statement.party(), "party");
    if (statement.answers() != null) {
      ContentsView.Statement answered = contents.statements(caseId).stream()
          .filter(other -> other.number() == statement.answers()).findFirst()
          .orElseThrow(() -> ProblemException.notFound("statement", "陈述", statement.answers()));
      if (answered.party().equals(party)) {
        throw Problem.of(ProblemCode.INVALID_FIELD,
            "Statement %d is of %s itself: it is for the other side to answer.".formatted(answered.number(), party),
            "第 %d 号陈述系%s本人所作，应由对方答复。".formatted(answered.number(), party))
            .about(caseId).inField("answers").asException();
      }
    }
    int number = contents.addStatement(caseId, party, statement, on, entry.actor(), clock.now());
    cases.enter(entry, "STATEMENT", on, "%s（%s）".formatted(party, statement.spokenBy()), Map.of("number", number));
  }

  @Transactional
  public void visit(String caseId, NewVisit visit) {
    LocalDate on = visit.on() == null ? clock.today() : visit.on();
    CaseBook.Entry entry = cases.open(caseId, on, WRITERS);
    int number = contents.addVisit(caseId, visit, on, entry.actor(), clock.now());
    cases.enter(entry, "VISIT", on, visit.place(), Map.of("number", number, "people", visit.people()));
  }

  /** What the camera wrote goes before what somebody typed. */
  @Transactional
  public void photo(String caseId, int visit, NewPhoto photo) {
    CaseBook.Entry entry = cases.open(caseId, null, WRITERS);
    if (!contents.hasVisit(caseId, visit)) {
      throw ProblemException.notFound("visit", "踏勘记录", visit);
    }
    CaseFiles.Stored file = files.keep(photo.fileName(), photo.content());
    if (!file.mediaType().startsWith("image/")) {
      throw Problem.of(ProblemCode.UNSUPPORTED_TYPE, "%s is no photo.".formatted(file.fileName()),
          "%s 不是照片。".formatted(file.fileName())).inField("file").asException();
    }
    PhotoPosition exif = PhotoPosition.of(photo.content());
    boolean entered = exif.lon() == null && photo.lon() != null && photo.lat() != null;
    if ((photo.lon() == null) != (photo.lat() == null) || entered && (Math.abs(photo.lon()) > 180
        || Math.abs(photo.lat()) > 90)) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Give longitude and latitude, in degrees.", "请同时填写经度和纬度（度）。")
          .inField("lon").asException();
    }
    long id = contents.addPhoto(caseId, visit, photo.caption(), entered ? photo.lon() : exif.lon(),
        entered ? photo.lat() : exif.lat(), exif.lon() != null ? "EXIF" : entered ? "ENTERED" : null, exif.takenAt(),
        file, entry.actor(), clock.now());
    cases.enter(entry, "PHOTO", null, file.fileName(), Map.of("visit", visit, "photo", id, "sha256", file.sha256()));
  }

  @Override
  public void require(String caseId, String caseNumber) {
    if (!contents.hasFile(caseId)) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Nothing in the file of case %s shows that the land was returned: add the record of handing over or a photo."
              .formatted(caseNumber), "案件 %s 卷内没有返还证明：请先上传移交书或现场照片。".formatted(caseNumber))
          .about(caseId).asException();
    }
  }

  @Transactional(readOnly = true)
  public List<ContentsView.EvidenceClass> classes() {
    current.require();
    return contents.classes();
  }

  @Transactional
  public List<ContentsView.EvidenceClass> weigh(String code, int weight) {
    current.require(Role.ADMINISTRATOR, Role.APPROVER);
    if (weight < 0 || weight > 100) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "A weight is from 0 to 100.", "权重应在 0 至 100 之间。")
          .inField("weight").asException();
    }
    if (!contents.setWeight(code, weight)) {
      throw ProblemException.notFound("class of evidence", "证据类别", code);
    }
    audit.record("EVIDENCE_CLASS_WEIGHED", "evidenceClass", code, Map.of("weight", weight));
    return contents.classes();
  }
}
