package org.jieshi.coordination.due;

import java.time.LocalDate;
import java.util.List;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something that is open.
 *
 * @param id its ASCII id; {@code number} is the printed one
 * @param stageTitle the stage in the words of its own procedure
 * @param since first day in its present stage
 * @param owners user names of those who have to move it; empty: the role of its kind
 * @param department whose answer is waited for, by the name of the enum; null: our own
 * @param link address within the page, {@code #/cases/D2013-0001}
 */
public record OpenItem(WorkKind kind, String id, String number, String title, Stage stage, Bilingual stageTitle,
    LocalDate since, List<String> owners, @Nullable String department, @Nullable String parcel, String link,
    List<Deadline> deadlines) {

  /**
   * A day by which it must move.
   *
   * @param clock which of the item's deadlines, stable over time
   * @param dueOn its last day; where that can't be computed the first day that could be it
   * @param certain whether {@code dueOn} is known, and not only its earliest possible day
   */
  public record Deadline(String clock, Bilingual title, LocalDate dueOn, boolean certain) {

    public Deadline(String clock, Bilingual title, LocalDate dueOn) {
      this(clock, title, dueOn, true);
    }
  }
}
