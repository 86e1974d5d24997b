package org.jieshi.disputes.contents;

import java.time.LocalDate;
import java.util.Map;
import org.jieshi.disputes.CaseBook;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes evidence into a case and hands files out. */
@Service
class EvidenceDesk {

  private final ContentsRepository contents;
  private final CaseFiles files;
  private final CaseBook cases;
  private final OfficeClock clock;

  EvidenceDesk(ContentsRepository contents, CaseFiles files, CaseBook cases, OfficeClock clock) {
    this.contents = contents;
    this.files = files;
    this.cases = cases;
    this.clock = clock;
  }

  /** @param party whose evidence; null: collected by the handlers */
  record NewEvidence(@Nullable String party, String evidenceClass, String title, @Nullable String document,
      @Nullable LocalDate datedOn, @Nullable String note, String fileName, byte[] content) {
  }

  /** A file with its bytes. */
  record Download(String fileName, String mediaType, byte[] bytes) {
  }

  @Transactional
  public void add(String caseId, NewEvidence evidence) {
    CaseBook.Entry entry = cases.open(caseId, evidence.datedOn(), CaseContents.WRITERS);
    String party = evidence.party() == null || evidence.party().isBlank() ? null
        : entry.party(evidence.party(), "party");
    if (contents.classes().stream().noneMatch(each -> each.code().equals(evidence.evidenceClass()))) {
      throw invalid("evidenceClass", "There is no class of evidence %s.", "没有证据类别 %s。", evidence.evidenceClass());
    }
    if (evidence.title().isBlank() || evidence.title().length() > 200) {
      throw invalid("title", "Give the evidence a title of at most 200 characters.%s", "请填写不超过 200 字的证据名称。%s", "");
    }
    CaseFiles.Stored file = files.keep(evidence.fileName(), evidence.content());
    long id = contents.addEvidence(caseId, party, evidence, file, entry.actor(), clock.now());
    cases.enter(entry, "EVIDENCE", null, evidence.title(),
        Map.of("evidence", id, "class", evidence.evidenceClass(), "sha256", file.sha256()));
  }

  @Transactional(readOnly = true)
  public Download evidence(String caseId, long id) {
    cases.get(caseId);
    ContentsView.Evidence found = contents.evidence(caseId).stream().filter(each -> each.id() == id).findFirst()
        .orElseThrow(() -> ProblemException.notFound("evidence", "证据", id));
    return new Download(found.fileName(), found.mediaType(), files.content(found.sha256()));
  }

  @Transactional(readOnly = true)
  public Download photo(String caseId, long id) {
    cases.get(caseId);
    ContentsView.Photo found = contents.visits(caseId).stream().flatMap(visit -> visit.photos().stream())
        .filter(each -> each.id() == id).findFirst()
        .orElseThrow(() -> ProblemException.notFound("photo", "照片", id));
    return new Download(found.fileName(), found.mediaType(), files.content(found.sha256()));
  }

  private static RuntimeException invalid(String field, String en, String zh, String what) {
    return Problem.of(ProblemCode.INVALID_FIELD, en.formatted(what), zh.formatted(what)).inField(field).asException();
  }
}
