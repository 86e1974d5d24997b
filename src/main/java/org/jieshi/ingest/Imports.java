package org.jieshi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.ingest.source.Workspace;
import org.jieshi.ingest.transformation.TransformationSets;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.JobQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports, from receiving a file to taking it back. Surveyors act on their own imports, administrators on all; every
 * role reads.
 */
@Component
public class Imports {

  static final int WEIGHTIEST = 100;

  private final ImportRepository imports;
  private final UploadContent content;
  private final StagingRepository staging;
  private final RegisterChange register;
  private final JobQueue jobs;
  private final CurrentUser currentUser;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final TransactionTemplate transaction;
  private final TransformationSets transformations;
  private final Path workspaces;

  Imports(ImportRepository imports, UploadContent content, StagingRepository staging, RegisterChange register,
      JobQueue jobs, CurrentUser currentUser, AuditLog audit, OfficeClock clock, TransactionTemplate transaction,
      TransformationSets transformations, @Value("${jieshi.data}") Path data) {
    this.imports = imports;
    this.content = content;
    this.staging = staging;
    this.register = register;
    this.jobs = jobs;
    this.currentUser = currentUser;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.transformations = transformations;
    this.workspaces = data.resolve("tmp");
  }

  /**
   * Receives a file, or the loose files of one layer, and has it read in the background. The same content for the same
   * purpose is the same import, whoever sends it, until that one has failed, was discarded or undone.
   *
   * @return the import's id, of the earlier one where there is one
   * @throws ProblemException {@code FORBIDDEN}; {@code INVALID_FIELD} for a request that contradicts itself
   */
  @Transactional
  public long submit(ImportRequest request, List<Upload> files) {
    User user = currentUser.require(Role.SURVEYOR, Role.ADMINISTRATOR);
    RequestRules.check(request, files);
    if (request.corrects() != null) {
      requireCorrectable(request);
    }
    if (request.transformation() != null) {
      transformations.get(request.transformation());
    }
    try (Workspace workspace = Workspace.open(workspaces)) {
      Upload upload = files.size() == 1 ? files.get(0) : LooseFiles.together(files, workspace.newFile());
      return receive(request, upload, user);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long receive(ImportRequest request, Upload upload, User user) throws IOException {
    String sha256 = UploadContent.sha256(upload.content());
    imports.lockContent(sha256);
    if (request.idempotencyKey() != null) {
      var earlier = imports.findByKey(user.username(), request.idempotencyKey());
      if (earlier.isPresent()) {
        requireSameContent(earlier.get(), sha256);
        return earlier.get().getKey();
      }
    }
    var same = imports.findSame(request, sha256);
    if (same.isPresent()) {
      return same.get();
    }
    long size = Files.size(upload.content());
    long id = imports.insert(request, upload.fileName(), size, sha256, user.username(), clock.now());
    content.store(id, upload.content());
    jobs.enqueue(ImportReading.JOB, String.valueOf(id));
    audit.record("IMPORT_RECEIVED", "import", id, Map.of("layer", request.layer().parameter(), "sha256", sha256,
        "fileName", upload.fileName(), "acceptBallpark", request.acceptBallpark()));
    return id;
  }

  /** What corrects an import brings the same kind of land, and the import stands. */
  private void requireCorrectable(ImportRequest request) {
    Import earlier = imports.find(request.corrects()).orElseThrow(() -> notFound(request.corrects()));
    boolean stands = earlier.status() == ImportStatus.COMMITTED || earlier.status() == ImportStatus.STAGED;
    if (!stands || !earlier.layer().equals(request.layer().parameter())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Import %s (%s, %s) can't be corrected by this file; choose one of %s that is staged or committed."
              .formatted(earlier.id(), earlier.layer(), earlier.status(), request.layer().parameter()),
          "导入 %s（%s，%s）不能由该文件更正，请选择待入库或已入库的 %s 批次。"
              .formatted(earlier.id(), earlier.layer(), earlier.status(), request.layer().parameter()))
          .inField("corrects").asException();
    }
  }

  private static void requireSameContent(Map.Entry<Long, String> earlier, String sha256) {
    if (!earlier.getValue().equals(sha256)) {
      throw Problem.of(ProblemCode.DUPLICATE,
          "This Idempotency-Key was used for another file; use a new one.",
          "该 Idempotency-Key 已用于另一个文件，请更换。").inField("Idempotency-Key").asException();
    }
  }

  /** The import with its weightiest findings. */
  public Import get(long id) {
    currentUser.require();
    return withFindings(imports.find(id).orElseThrow(() -> notFound(id)));
  }

  /** Newest first, without findings. */
  public Page<Import> list(@Nullable ImportStatus status, @Nullable Layer layer, int page, int size) {
    currentUser.require();
    return imports.list(status, layer, Math.max(0, page), Page.size(size));
  }

  /** All findings, the weightiest first, then in the order of the file; a null filter takes everything. */
  public Page<ReportedFinding> findings(
      long id, @Nullable String severity, @Nullable String rule, @Nullable Integer record, int page, int size) {
    get(id);
    return staging.findings(id, severity, rule, record, Math.max(0, page), Page.size(size));
  }

  /** How much each rule found, the weightiest first. */
  public List<FindingGroup> findingGroups(long id) {
    get(id);
    return staging.findingGroups(id);
  }

  /**
   * Puts the accepted rows on the register, all in one transaction. An import that is committed already is answered as it
   * is.
   *
   * <p>The register may have moved on since the rows were checked. They are judged anew, first in a transaction of its
   * own, so that what is newly blocked can be seen after a refusal, then again in the one that commits.
   *
   * @param acceptedOnly leave blocked rows out, knowingly; without it an import with blocked rows is refused
   * @throws ProblemException {@code ROWS_BLOCKED}, {@code CONFLICTING_STATE}, {@code FORBIDDEN}
   */
  public Import commit(long id, boolean acceptedOnly) {
    User user = currentUser.require(Role.SURVEYOR, Role.ADMINISTRATOR);
    int blockedBefore = imports.find(id).orElseThrow(() -> notFound(id)).counts().blocked();
    transaction.executeWithoutResult(tx -> judge(own(id, user)));
    return transaction.execute(tx -> commit(own(id, user), acceptedOnly, blockedBefore, user));
  }

  private Import judge(Import present) {
    return present.status() == ImportStatus.STAGED
        ? register.judgeAgain(present, imports.request(present.id()).layer())
        : present;
  }

  private Import commit(Import present, boolean acceptedOnly, int blockedBefore, User user) {
    long id = present.id();
    if (present.status() == ImportStatus.COMMITTED) {
      return withFindings(present);
    }
    require(present, ImportStatus.STAGED);
    Import.Counts counts = judge(present).counts();
    boolean known = acceptedOnly && counts.blocked() <= blockedBefore;
    if (counts.blocked() > 0 && !known || counts.accepted() == 0) {
      throw blocked(id, counts);
    }
    int added = register.add(id, imports.request(id).layer());
    imports.decide(id, ImportStatus.COMMITTED, user.username(), clock.now());
    audit.record("IMPORT_COMMITTED", "import", id,
        Map.of("rows", added, "blocked", counts.blocked(), "acceptedOnly", acceptedOnly));
    return get(id);
  }

  /**
   * Takes a committed import back as a whole.
   *
   * @throws ProblemException {@code IMPORT_IN_USE} naming what depends on it, {@code CONFLICTING_STATE}, {@code FORBIDDEN}
   */
  @Transactional
  public Import undo(long id) {
    User user = currentUser.require(Role.SURVEYOR, Role.ADMINISTRATOR);
    Import committed = own(id, user);
    if (committed.status() == ImportStatus.UNDONE) {
      return withFindings(committed);
    }
    require(committed, ImportStatus.COMMITTED);
    int undone = register.undo(id, imports.request(id).layer());
    imports.decide(id, ImportStatus.UNDONE, user.username(), clock.now());
    audit.record("IMPORT_UNDONE", "import", id, Map.of("rows", undone));
    return get(id);
  }

  /**
   * Gives up an import that isn't committed, at any moment; its file and rows are removed. One that is being read ends
   * with the batch in hand.
   */
  @Transactional
  public Import discard(long id) {
    User user = currentUser.require(Role.SURVEYOR, Role.ADMINISTRATOR);
    Import staged = own(id, user);
    if (staged.status() == ImportStatus.DISCARDED) {
      return staged;
    }
    if (staged.status().isSettled()) {
      require(staged, ImportStatus.STAGED);
    }
    staging.clear(id);
    content.delete(id);
    imports.decide(id, ImportStatus.DISCARDED, user.username(), clock.now());
    audit.record("IMPORT_DISCARDED", "import", id);
    return get(id);
  }

  /** Holds an import for its surveyor or an administrator. */
  User requireOwn(long id, ImportStatus status) {
    User user = currentUser.require(Role.SURVEYOR, Role.ADMINISTRATOR);
    require(own(id, user), status);
    return user;
  }

  private Import own(long id, User user) {
    Import locked = imports.findForUpdate(id).orElseThrow(() -> notFound(id));
    if (user.role() != Role.ADMINISTRATOR && !locked.createdBy().equals(user.username())) {
      throw Problem.of(ProblemCode.FORBIDDEN, "Import %s belongs to %s; ask that person or an administrator."
          .formatted(id, locked.createdBy()), "导入 %s 由 %s 上传，请联系本人或管理员。".formatted(id, locked.createdBy()))
          .about(String.valueOf(id)).asException();
    }
    return locked;
  }

  private static void require(Import present, ImportStatus status) {
    if (present.status() != status) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Import %s is %s; this is done with one that is %s.".formatted(present.id(), present.status(), status),
          "导入 %s 当前状态为 %s，此操作须在 %s 状态下进行。".formatted(present.id(), present.status(), status))
          .about(String.valueOf(present.id())).asException();
    }
  }

  private static ProblemException blocked(long id, Import.Counts counts) {
    return Problem.of(ProblemCode.ROWS_BLOCKED,
        "%s of %s records are blocked; correct them and send the file again, or commit the %s accepted ones only."
            .formatted(counts.blocked(), counts.features(), counts.accepted()),
        "%2$s 条记录中有 %1$s 条未通过检查，请更正后重新上传，或仅提交已通过的 %3$s 条。"
            .formatted(counts.blocked(), counts.features(), counts.accepted()))
        .about(String.valueOf(id)).asException();
  }

  private Import withFindings(Import found) {
    return found.withFindings(staging.findings(found.id(), null, null, null, 0, WEIGHTIEST).items());
  }

  private static ProblemException notFound(long id) {
    return ProblemException.notFound("import", "导入", id);
  }
}
