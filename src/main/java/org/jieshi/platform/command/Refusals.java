package org.jieshi.platform.command;

import org.jieshi.store.Outage;
import org.jieshi.platform.StartRefused;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Refusals as the person at the console reads them: a sentence in each language, no stack trace. */
class Refusals implements IExecutionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refusal) {
        tell(refusal.problem().detail());
        return JieshiCommand.FINDINGS;
      }
      Bilingual sentence = sentence(cause);
      if (sentence != null) {
        tell(sentence);
        return JieshiCommand.COULD_NOT_RUN;
      }
    }
    Outage outage = Outage.of(failure).orElse(null);
    if (outage != null) {
      tell(outage.problem().detail());
      return JieshiCommand.COULD_NOT_RUN;
    }
    LOG.error("The program could not run. 程序无法运行。", failure);
    return JieshiCommand.COULD_NOT_RUN;
  }

  private static @Nullable Bilingual sentence(Throwable cause) {
    if (cause instanceof StoreUnavailable unavailable) {
      return new Bilingual(unavailable.english(), unavailable.chinese());
    }
    if (cause instanceof PortInUseException taken) {
      return new Bilingual("Port %d is in use by another program: end that one, or choose another in JIESHI_PORT."
          .formatted(taken.getPort()), "端口 %d 已被其他程序占用：请结束该程序，或用 JIESHI_PORT 另选端口。".formatted(taken.getPort()));
    }
    return cause instanceof StartRefused refused ? refused.sentence() : null;
  }

  private static void tell(Bilingual sentence) {
    System.err.printf("%s%n%s%n", sentence.en(), sentence.zh());
  }
}
