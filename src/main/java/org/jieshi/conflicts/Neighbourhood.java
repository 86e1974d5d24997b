package org.jieshi.conflicts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.conflicts.CandidatePairs.Pair;
import org.jieshi.conflicts.rules.OverlapRule;
import org.jieshi.conflicts.rules.OverlapRules;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the conflicts of units and their neighbours in step with the versions in force. */
@Component
class Neighbourhood {

  /** Units handled at a time: bounds the memory, not the result. */
  private static final int AT_A_TIME = 1_000;
  /** Name of the lock under which conflicts are computed: two changes side by side must see each other. */
  private static final long LOCK = 0x6a69_6573_6869_01L;

  private final CandidatePairs candidates;
  private final SpatialUnits units;
  private final ConflictLedger ledger;
  private final OverlapRules rules;
  private final JdbcClient jdbc;

  Neighbourhood(CandidatePairs candidates, SpatialUnits units, ConflictLedger ledger, OverlapRules rules,
      JdbcClient jdbc) {
    this.candidates = candidates;
    this.units = units;
    this.ledger = ledger;
    this.rules = rules;
    this.jdbc = jdbc;
  }

  /**
   * Recomputes all pairs of which one side is in {@code unitIds}, inside the caller's transaction, which from here on
   * keeps other changes of land waiting: a neighbour that is being registered at the same moment would not be seen.
   *
   * @param why {@code LAND_CHANGED} or {@code SCAN}
   */
  Outcome recompute(Collection<Long> unitIds, String why) {
    OverlapRule rule = rules.inForce(); // before the other lock: whoever waits for a rule holds nothing
    jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) locked").param("lock", LOCK).query(Integer.class)
        .single();
    List<Long> sorted = unitIds.stream().distinct().sorted().toList();
    Outcome outcome = Outcome.NOTHING;
    Set<Pair> handled = new HashSet<>();
    Set<Pair> overlapping = new HashSet<>();
    for (int from = 0; from < sorted.size(); from += AT_A_TIME) {
      List<Long> chunk = sorted.subList(from, Math.min(sorted.size(), from + AT_A_TIME));
      Set<Pair> pairs = candidates.of(chunk);
      pairs.removeIf(pair -> !handled.add(pair));
      List<JudgedPair> found = judge(pairs, rule);
      found.forEach(each -> overlapping.add(each.pair()));
      outcome = outcome.and(ledger.enter(chunk, found, overlapping, why));
    }
    return outcome;
  }

  private List<JudgedPair> judge(Set<Pair> pairs, OverlapRule rule) {
    Set<Long> ids = pairs.stream().flatMap(pair -> Stream.of(pair.left(), pair.right())).collect(Collectors.toSet());
    Map<Long, UnitVersion> versions = units.getAll(ids).stream()
        .collect(Collectors.toMap(unit -> unit.ref().id(), Function.identity()));
    return pairs.parallelStream().flatMap(pair -> {
      UnitVersion left = versions.get(pair.left());
      UnitVersion right = versions.get(pair.right());
      return OverlapJudge.judge(Side.of(left), Side.of(right), rule).stream()
          .map(finding -> new JudgedPair(pair, left.ref(), right.ref(), finding));
    }).toList();
  }

  /** How many conflicts a recomputation changed. */
  record Outcome(int appeared, int changed, int gone) {

    static final Outcome NOTHING = new Outcome(0, 0, 0);

    Outcome and(Outcome other) {
      return new Outcome(appeared + other.appeared, changed + other.changed, gone + other.gone);
    }

    boolean nothing() {
      return equals(NOTHING);
    }
  }
}
