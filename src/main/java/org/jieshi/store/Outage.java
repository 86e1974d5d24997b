package org.jieshi.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What befalls the machine and not the request: the same request may do well later. */
public enum Outage {

  DATABASE_GONE(Problem.of(ProblemCode.UNAVAILABLE,
      "The database is not reachable at the moment; nothing was changed. Try again shortly.",
      "数据库暂时无法访问，未作任何更改，请稍后重试。")),
  /** Whether a commit whose answer never came has happened is known to the database only. */
  GONE_DURING_COMMIT(Problem.of(ProblemCode.UNAVAILABLE,
      "The database went away while the change was being written: look whether it is there before you repeat it.",
      "写入过程中数据库连接中断：请先查看该项更改是否已生效，再决定是否重做。")),
  DISK_FULL(Problem.of(ProblemCode.STORAGE_FULL,
      "The server's disk is full; nothing was changed. Tell the administrator, and try again when there is room.",
      "服务器磁盘空间不足，未作任何更改。请通知管理员腾出空间后重试。"));

  /** Seconds after which it is worth asking again. */
  public static final int RETRY_AFTER = 5;

  private final Problem problem;

  Outage(Problem problem) {
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  public static Optional<Outage> of(Throwable failure) {
    Outage found = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
      if (isDiskFull(cause)) {
        return Optional.of(DISK_FULL);
      }
      if (found == null && isDatabaseGone(cause)) {
        found = String.valueOf(cause.getMessage()).startsWith("JDBC commit") ? GONE_DURING_COMMIT : DATABASE_GONE;
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean isDiskFull(Throwable cause) {
    if (cause instanceof SQLException sql) {
      return "53100".equals(sql.getSQLState());
    }
    String message = cause instanceof IOException ? String.valueOf(cause.getMessage()) : "";
    return message.contains("No space left on device") || message.contains("not enough space on the disk")
        || message.contains("Disk quota exceeded") || message.contains("File too large");
  }

  /** SQLSTATE class 08: the connection; 57P0x: the server ends, ended or starts. */
  private static boolean isDatabaseGone(Throwable cause) {
    if (cause instanceof SQLException sql) {
      String state = String.valueOf(sql.getSQLState());
      return state.startsWith("08") || state.startsWith("57P0");
    }
    return cause instanceof DataAccessResourceFailureException || cause instanceof CannotCreateTransactionException
        || cause instanceof TransactionSystemException;
  }
}
