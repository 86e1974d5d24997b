package org.jieshi.ingest;

import java.io.IOException;
import java.util.List;
import org.jieshi.store.JobHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks an import's records against each other and the register once more, after one of them was changed. */
@Component
class ImportChecking implements JobHandler {

  static final String JOB = "import.check";
  /** What is found by comparing records; the register's findings are marked as such. */
  private static final List<String> RULES = List.of("C1", "C6", "C7", "C9", "G8");

  private final ImportRepository imports;
  private final StagingRepository staging;
  private final StagedChecks checks;
  private final ImpactReckoning impact;
  private final TransactionTemplate transaction;

  ImportChecking(ImportRepository imports, StagingRepository staging, StagedChecks checks, ImpactReckoning impact,
      TransactionTemplate transaction) {
    this.imports = imports;
    this.staging = staging;
    this.checks = checks;
    this.impact = impact;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return JOB;
  }

  @Override
  public void run(String subject) throws IOException {
    long id = Long.parseLong(subject);
    if (imports.find(id).map(Import::status).orElse(ImportStatus.DISCARDED) != ImportStatus.CHECKING) {
      impact.reckon(id);
      return;
    }
    try {
      transaction.executeWithoutResult(tx -> {
        imports.hold(id);
        staging.forgetRegisterFindings(id);
        staging.forgetFindings(id, RULES);
      });
      checks.run(id);
    } catch (Cancelled givenUp) {
      transaction.executeWithoutResult(tx -> staging.clear(id));
      return;
    }
    impact.reckon(id);
  }

  /** The rows are as they were; a person may discard the import or accept the repair again. */
  @Override
  public void gaveUp(String subject, String reason) {
    long id = Long.parseLong(subject);
    if (impact.giveUp(id)) {
      return;
    }
    transaction.executeWithoutResult(tx -> imports.fail(id, new Import.Failure("INTERNAL", "INTERNAL", "F1",
        "The program failed while checking the repaired records; tell the administrator the number of the import.",
        "程序复查修复后的记录时出错，请将导入编号告知管理员。", null)));
  }
}
