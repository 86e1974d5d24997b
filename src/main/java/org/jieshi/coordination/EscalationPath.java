package org.jieshi.coordination;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to turn to in a department when no answer comes, from a day on until another path replaces it.
 *
 * @param addressee one office of that kind; null: every office without a path of its own
 */
public record EscalationPath(long id, Department department, @Nullable String addressee, LocalDate validFrom,
    List<Step> steps) {

  /**
   * @param step 1 is whom to turn to first
   * @param afterDays working days after the letter's day
   */
  public record Step(int step, String name, String position, @Nullable String phone, int afterDays) {

    String who() {
      return "%s %s%s".formatted(position, name, phone == null ? "" : "（" + phone + "）");
    }
  }
}
