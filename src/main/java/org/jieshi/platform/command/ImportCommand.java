package org.jieshi.platform.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieshi.ingest.Import;
import org.jieshi.ingest.ImportRequest;
import org.jieshi.ingest.ImportStatus;
import org.jieshi.ingest.Imports;
import org.jieshi.ingest.Layer;
import org.jieshi.ingest.Upload;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a file in as the upload page does: read, checked, shown, and put on the register if nothing blocks. */
@Command(name = "import", description = "Read and check FILE and put it on the register. 导入文件。")
class ImportCommand extends RegisterCommand {

  private static final Set<ImportStatus> UNDER_WAY =
      EnumSet.of(ImportStatus.QUEUED, ImportStatus.READING, ImportStatus.CHECKING);
  private static final long PAUSE_MILLIS = 200;

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Option(names = "--layer", required = true, paramLabel = "LAYER",
      description = "parcels, claims, evidence, towns, villages or subFarms. 图层。")
  private String layer;

  @Option(names = "--crs", paramLabel = "EPSG:n", description = "where the file does not say. 坐标系。")
  private @Nullable String crs;

  @Option(names = "--encoding", description = "of the attribute texts, where it is found wrongly. 文字编码。")
  private @Nullable String encoding;

  @Option(names = "--accuracy", paramLabel = "METRES", description = "RMSE of the boundary points. 界址点中误差（米）。")
  private @Nullable Double accuracy;

  @Option(names = "--basis", description = "of claims and evidence, e.g. FARM_1987_CERTIFICATE. 依据。")
  private @Nullable String basis;

  @Option(names = "--claimant", description = "of claims that do not name theirs. 主张人。")
  private @Nullable String claimant;

  @Option(names = "--note", description = "kept with the import. 备注。")
  private @Nullable String note;

  @Option(names = "--check-only", description = "show the findings, change nothing. 只检查，不入库。")
  private boolean checkOnly;

  @Option(names = "--accepted-only", description = "leave blocked records out. 跳过未通过检查的记录。")
  private boolean acceptedOnly;

  @Override
  boolean needsRegister() {
    return false;
  }

  /** A wrong name is told before a register is founded for it. */
  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no file %s.".formatted(file), "没有文件 %s。".formatted(file))
          .about(file.toString()).asException();
    }
    return super.call();
  }

  @Override
  int run(ConfigurableApplicationContext context) {
    Layer wanted = Layer.named(layer).orElseThrow(() -> Problem.of(ProblemCode.INVALID_FIELD,
        "There is no layer %s: parcels, claims, evidence, towns, villages or subFarms.".formatted(layer),
        "没有图层 %s，请选择 parcels、claims、evidence、towns、villages 或 subFarms。".formatted(layer)).asException());
    Imports imports = context.getBean(Imports.class);
    ImportRequest request = new ImportRequest(wanted, null, crs, encoding, accuracy, basis, Map.of(), claimant, note,
        false, null);
    return inTheNameOfTheUser(context, () -> bring(imports, request));
  }

  private int bring(Imports imports, ImportRequest request) {
    long id = imports.submit(request, List.of(new Upload(file.getFileName().toString(), file)));
    Import checked = awaitChecked(imports, id);
    imports.findings(id, null, null, null, 0, 1000).items().forEach(finding ->
        System.out.printf("%-5s %-3s %s  %s%n", finding.severity(), finding.rule(), finding.message(),
            finding.messageZh()));
    if (checked.problem() != null) {
      System.err.printf("%s%n%s%n", checked.problem().detail(), checked.problem().detailZh());
      return JieshiCommand.FINDINGS;
    }
    Import.Counts counts = checked.counts();
    System.out.printf("%d records, %d accepted, %d blocked, %d with a warning; %s, %s%n", counts.features(),
        counts.accepted(), counts.blocked(), counts.warned(), checked.crs(), checked.encoding());
    if (checkOnly) {
      if (checked.status() == ImportStatus.STAGED) {
        imports.discard(id);
      }
      return counts.blocked() > 0 ? JieshiCommand.FINDINGS : ExitCode.OK;
    }
    imports.commit(id, acceptedOnly);
    System.out.printf("import %d is on the register 已入库%n", id);
    return ExitCode.OK;
  }

  private static Import awaitChecked(Imports imports, long id) {
    Import seen = imports.get(id);
    while (UNDER_WAY.contains(seen.status())) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted; import " + id + " goes on when the program runs", e);
      }
      Import now = imports.get(id);
      if (!now.progress().equals(seen.progress()) && now.progress().total() > 0) {
        System.err.printf("%s %d/%d%n", now.status(), now.progress().done(), now.progress().total());
      }
      seen = now;
    }
    return seen;
  }
}
