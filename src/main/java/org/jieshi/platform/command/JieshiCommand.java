package org.jieshi.platform.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jieshi.JieshiApplication;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Unmatched;

/**
 * The command line. Without a command, or with {@code serve}, the server; its further arguments are Spring Boot's.
 *
 * <p>Exit status: 0 done, 1 findings that block, 2 wrong usage, 3 could not run.
 */
@Command(name = "jieshi", description = "Land title server for state farms (国有农场土地确权登记服务器)",
    mixinStandardHelpOptions = true, version = "Jieshi " + JieshiApplication.VERSION, exitCodeOnExecutionException = JieshiCommand.COULD_NOT_RUN,
    subcommands = {JieshiCommand.Serve.class, ImportCommand.class, ScanCommand.class,
        CoverageCommand.class, VerifyAuditCommand.class, ExportAuditCommand.class, VerifyExportCommand.class, BackupCommand.class, RestoreCommand.class,
        ResetSignInCommand.class})
public class JieshiCommand implements Callable<Integer> {

  static final int FINDINGS = 1;
  static final int COULD_NOT_RUN = 3;

  @Unmatched
  private List<String> springArguments = new ArrayList<>();

  /** Runs what the arguments say; a server runs on, a command ends the program with its exit status. */
  public static void main(String[] args) {
    int status = new CommandLine(new JieshiCommand()).setExecutionExceptionHandler(new Refusals()).execute(args);
    if (status != ExitCode.OK || !isServing(args)) {
      System.exit(status);
    }
  }

  private static boolean isServing(String[] args) {
    return args.length == 0 || args[0].equals("serve") || args[0].startsWith("--") && !args[0].matches("--(help|version)");
  }

  @Override
  public Integer call() {
    return serve(springArguments);
  }

  private static int serve(List<String> springArguments) {
    String unknown = springArguments.stream().filter(argument -> !argument.startsWith("--")).findFirst().orElse(null);
    if (unknown != null) {
      System.err.printf("There is no command %s; jieshi --help lists them. 没有命令 %s，请用 jieshi --help 查看。%n", unknown,
          unknown);
      return ExitCode.USAGE;
    }
    SpringApplication.run(JieshiApplication.class, springArguments.toArray(String[]::new));
    return ExitCode.OK;
  }

  /** The server under its own name. */
  @Command(name = "serve", description = "Run the server (default). 启动服务器（默认）。")
  static class Serve implements Callable<Integer> {

    @Unmatched
    private List<String> springArguments = new ArrayList<>();

    @Override
    public Integer call() {
      return serve(springArguments);
    }
  }
}
