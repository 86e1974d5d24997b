package org.jieshi.platform.command;

import java.util.List;
import org.jieshi.audit.AuditFault;
import org.jieshi.audit.AuditReport;
import org.jieshi.audit.AuditVerifier;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Proves the audit chain and every row under it. */
@Command(name = "verify-audit", description = "Prove the audit chain and every row under it. 校验审计链及其下全部记录。")
class VerifyAuditCommand extends RegisterCommand {

  @Override
  int run(ConfigurableApplicationContext context) {
    AuditReport report = context.getBean(AuditVerifier.class).verify();
    tell(report.faults());
    System.out.printf("%d entries, %d rows, head %d %s: %s%n", report.entries(), report.rows(), report.head().seq(),
        report.head().hash(), verdict(report));
    return report.isIntact() ? ExitCode.OK : JieshiCommand.FINDINGS;
  }

  static void tell(List<AuditFault> faults) {
    faults.forEach(fault -> System.out.printf("%s%n%s%n", fault.fault().en(), fault.fault().zh()));
  }

  static String verdict(AuditReport report) {
    return report.isIntact() ? "intact 完好" : "%d FAULTS 处异常".formatted(report.faults().size());
  }
}
