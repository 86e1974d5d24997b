package org.jieshi.platform.command;

import org.jieshi.conflicts.Scan;
import org.jieshi.conflicts.Scans;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Looks for every overlap anew. */
@Command(name = "scan", description = "Look for every overlap anew. 全面重新检测重叠。")
class ScanCommand extends RegisterCommand {

  private static final long PAUSE_MILLIS = 200;

  @Override
  int run(ConfigurableApplicationContext context) {
    Scans scans = context.getBean(Scans.class);
    Scan scan = inTheNameOfTheUser(context, scans::request);
    while (scan.finishedAt() == null) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted; scan " + scan.id() + " goes on when the program runs", e);
      }
      Scan now = scans.get(scan.id());
      if (!now.progress().equals(scan.progress())) {
        System.err.printf("%d/%d%n", now.progress().done(), now.progress().total());
      }
      scan = now;
    }
    if (scan.problem() != null) {
      System.err.println(scan.problem());
      return JieshiCommand.COULD_NOT_RUN;
    }
    System.out.printf("%d parcels; %d overlaps appeared, %d changed, %d gone%n", scan.progress().total(),
        scan.appeared(), scan.changed(), scan.gone());
    return ExitCode.OK;
  }
}
