package org.jieshi.registration;

import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.registration.documents.ApplicationDocument;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.documents.Documents;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes files into an application while it is under way, and hands them out. */
@Service
class DocumentDesk {

  /** Bytes of one file. */
  static final int LARGEST = 20 * 1024 * 1024;

  private final Documents documents;
  private final ApplicationStore applications;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  DocumentDesk(Documents documents, ApplicationStore applications, CurrentUser current, OfficeClock clock,
      AuditLog audit) {
    this.documents = documents;
    this.applications = applications;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  @Transactional
  ApplicationDocument add(String applicationId, DocumentKind kind, String fileName, String mediaType, byte[] content) {
    User person = current.require(Role.SURVEYOR, Role.REVIEWER);
    if (content.length == 0) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "The file %s is empty.".formatted(fileName),
          "文件 %s 为空。".formatted(fileName)).inField("file").asException();
    }
    if (content.length > LARGEST) {
      throw Problem.of(ProblemCode.TOO_LARGE, "The file %s is larger than 20 MB.".formatted(fileName),
          "文件 %s 超过 20 MB。".formatted(fileName)).inField("file").asException();
    }
    Application application = applications.lock(applicationId);
    if (application.state().isFinal()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Application %s is %s and takes no more files.".formatted(applicationId, application.state().title().en()),
          "申请 %s 当前为“%s”，不再接收材料。".formatted(application.number(), application.state().title().zh()))
          .about(applicationId).asException();
    }
    ApplicationDocument added = documents.add(applicationId, kind, fileName, mediaType, content, person.username(),
        clock.now());
    audit.record("DOCUMENT_ADDED", "application", applicationId,
        Map.of("kind", kind.name(), "file", fileName, "sha256", added.sha256()));
    return added;
  }

  @Transactional(readOnly = true)
  Content content(String applicationId, long id) {
    current.require();
    ApplicationDocument document = documents.get(applicationId, id);
    return new Content(document, documents.content(document));
  }

  /** A file with its bytes. */
  record Content(ApplicationDocument document, byte[] bytes) {
  }
}
