package org.jieshi.registration;

import java.time.LocalDate;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;

/** A day on which something is said to have happened: nobody records what has not happened yet. */
final class StatedDay {

  private StatedDay() {
  }

  /** @throws ProblemException {@code INVALID_FIELD} */
  static void requireNotLater(LocalDate day, LocalDate today, String field) {
    if (day.isAfter(today)) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "%s: %s is in the future.".formatted(field, day),
          "字段 %s：%s 晚于今日。".formatted(field, day)).inField(field).asException();
    }
  }
}
