package org.jieshi.coordination.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.OpenWork;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Everything open in columns by stage, each column by age. */
@Service
class Board {

  /** Days in one stage up to which a card is fresh, and up to which it is ageing; older ones are old. */
  static final int FRESH_DAYS = 7;
  static final int AGEING_DAYS = 30;

  /** Cards of one column that are shown; the most urgent ones. */
  static final int SHOWN = 200;

  private final OpenWork work;
  private final OfficeClock clock;

  Board(OpenWork work, OfficeClock clock) {
    this.work = work;
    this.clock = clock;
  }

  /** How old a card is. */
  enum Age { FRESH, AGEING, OLD }

  /**
   * @param ageDays calendar days in its stage
   * @param dueOn the first day by which it must move; null where nothing presses
   */
  record Card(OpenItem item, long ageDays, Age age, @Nullable LocalDate dueOn, boolean overdue) {
  }

  /** @param count of all its cards, shown or not */
  record Column(Stage stage, int count, List<Card> cards) {
  }

  /** @param byKind how many cards of each kind there are before any filter */
  record View(LocalDate asOf, int freshDays, int ageingDays, List<Column> columns, Map<WorkKind, Long> byKind,
      int total, int overdue) {
  }

  /** What the board is narrowed to; null: not narrowed. */
  record Filter(@Nullable WorkKind kind, @Nullable String owner, @Nullable String department, @Nullable Boolean overdue,
      @Nullable String q) {

    boolean admits(Card card) {
      OpenItem item = card.item();
      return (kind == null || item.kind() == kind)
          && (owner == null || item.owners().contains(owner))
          && (department == null || department.equals(item.department()))
          && (overdue == null || card.overdue() == overdue)
          && (q == null || q.isBlank() || text(item).contains(q.strip().toLowerCase(Locale.ROOT)));
    }

    private static String text(OpenItem item) {
      return String.join(" ", item.number(), item.id(), item.title(), item.parcel() == null ? "" : item.parcel())
          .toLowerCase(Locale.ROOT);
    }
  }

  View view(Filter filter) {
    LocalDate today = clock.today();
    List<Card> all = work.all(today).stream().map(item -> card(item, today)).toList();
    Map<WorkKind, Long> byKind = new TreeMap<>();
    all.forEach(card -> byKind.merge(card.item().kind(), 1L, Long::sum));
    List<Card> shown = all.stream().filter(filter::admits).toList();
    List<Column> columns = Arrays.stream(Stage.values()).map(stage -> column(stage, shown)).toList();
    return new View(today, FRESH_DAYS, AGEING_DAYS, columns, byKind, shown.size(),
        (int) shown.stream().filter(Card::overdue).count());
  }

  private static Column column(Stage stage, List<Card> shown) {
    List<Card> cards = shown.stream().filter(card -> card.item().stage() == stage)
        .sorted(Comparator.comparing(Card::overdue).reversed().thenComparing(card -> card.item().since())
            .thenComparing(card -> card.item().id())).toList();
    return new Column(stage, cards.size(), cards.size() <= SHOWN ? cards : cards.subList(0, SHOWN));
  }

  private static Card card(OpenItem item, LocalDate today) {
    long days = Math.max(0, ChronoUnit.DAYS.between(item.since(), today));
    LocalDate due = item.deadlines().stream().map(OpenItem.Deadline::dueOn).min(Comparator.naturalOrder()).orElse(null);
    return new Card(item, days, days <= FRESH_DAYS ? Age.FRESH : days <= AGEING_DAYS ? Age.AGEING : Age.OLD, due,
        due != null && due.isBefore(today));
  }
}
