package org.jieshi.coordination.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with its people, its agenda and the tasks it decided.
 *
 * @param guests people without an account
 * @param minutes written once it was held
 */
public record Meeting(String id, String number, String title, String room, Instant startsAt, Instant endsAt,
    String chair, List<Person> people, @Nullable String guests, Status status, List<Item> agenda, List<Task> tasks,
    @Nullable String minutes, @Nullable LocalDate heldOn, @Nullable String cancelledWhy, String calledBy,
    int revision) {

  /** Where it stands. */
  public enum Status { PLANNED, HELD, CANCELLED }

  /** @param present null until it was held */
  public record Person(String username, String name, @Nullable Boolean present) {
  }

  /**
   * @param subjectKind a kind of open work, or {@code FREE}
   * @param decision null until it was held; then null where nothing was decided
   */
  public record Item(int seq, String subjectKind, @Nullable String subjectId, String title, @Nullable String decision) {
  }
}
