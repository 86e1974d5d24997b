package org.jieshi.shared;

/** Ends a request with a {@link Problem}; the surrounding transaction is rolled back. */
public class ProblemException extends RuntimeException {

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code() + ": " + problem.detail().en());
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.code() + ": " + problem.detail().en(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  public static ProblemException notFound(String whatEn, String whatZh, Object key) {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no %s %s.".formatted(whatEn, key),
        "没有%s %s。".formatted(whatZh, key)).about(String.valueOf(key)).asException();
  }

  public static ProblemException stale(String record) {
    return Problem.of(ProblemCode.VERSION_STALE,
        "%s was changed by somebody else; load it again and repeat your change.".formatted(record),
        "%s 已被他人修改，请重新载入后再修改。".formatted(record)).about(record).asException();
  }
}
