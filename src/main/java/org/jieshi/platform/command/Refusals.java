package org.jieshi.platform.command;

import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.StoreUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Refusals as the person at the console reads them: a sentence in each language, no stack trace. */
class Refusals implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refusal) {
        Problem problem = refusal.problem();
        System.err.printf("%s%n%s%n", problem.detail().en(), problem.detail().zh());
        return JieshiCommand.FINDINGS;
      }
      if (cause instanceof StoreUnavailable unavailable) {
        System.err.printf("%s%n%s%n", unavailable.english(), unavailable.chinese());
        return JieshiCommand.COULD_NOT_RUN;
      }
    }
    throw failure;
  }
}
