package org.jieshi.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jieshi.conflicts.ConflictForecast;
import org.jieshi.conflicts.ConflictForecast.Expected;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.ingest.Impact;
import org.jieshi.ingest.ImpactEstimator;
import org.jieshi.ingest.StagedImport;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an import would change. The figures of now are on the ledger; counted are the rows, and the parcels beside those that
 * rows replace, which get back what these had taken from them. A certificate goes on to count as it was issued, whatever is
 * surveyed under it.
 */
@Component
class StagedImpact implements ImpactEstimator {

  private static final int AT_A_TIME = 500;

  /** The number of a unit that has none yet. */
  private static final long NEW = -1;

  private final CoverageLedger ledger;
  private final RegisterReader reader;
  private final ConflictForecast forecast;
  private final JdbcClient jdbc;

  StagedImpact(CoverageLedger ledger, RegisterReader reader, ConflictForecast forecast, JdbcClient jdbc) {
    this.ledger = ledger;
    this.reader = reader;
    this.forecast = forecast;
    this.jdbc = jdbc;
  }

  @Override
  public Impact estimate(StagedImport staged) {
    Figures now = ledger.read(Grouping.SUB_FARM);
    BigDecimal before = share(now.covered(), now.landDue());
    UnitKind kind = staged.layer().unitKind();
    if (kind == null) {
      return new Impact(0, before, before);
    }
    Forecast after = new Forecast(staged, kind);
    List<UnitDraft> chunk = new ArrayList<>(AT_A_TIME);
    staged.forEach(draft -> {
      chunk.add(draft);
      if (chunk.size() == AT_A_TIME) {
        after.take(chunk);
        chunk.clear();
      }
    });
    after.take(chunk);
    return new Impact(after.newConflicts, before, share(now.covered().add(after.gained), now.landDue()), after.byClass,
        0, 0);
  }

  /** Of the land due, the share under a parcel; zero before there is any land due. */
  private static BigDecimal share(BigDecimal covered, BigDecimal landDue) {
    return landDue.signum() == 0 ? BigDecimal.ZERO.setScale(4)
        : covered.divide(landDue, 4, RoundingMode.HALF_UP).min(BigDecimal.ONE);
  }

  /** Rows taken as they come; none is held. */
  private final class Forecast {

    private final UnitKind kind;
    private final long[] replaced;
    private final PlotCutter cutter = new PlotCutter(reader.districts());
    private final Map<String, Integer> byClass = new TreeMap<>();
    private int newConflicts;
    private BigDecimal gained = BigDecimal.ZERO;

    Forecast(StagedImport staged, UnitKind kind) {
      this.kind = kind;
      replaced = kind == UnitKind.PARCEL ? staged.replaced() : new long[0];
    }

    void take(List<UnitDraft> drafts) {
      List<Expected> expected = forecast.of(kind, drafts).stream()
          .filter(each -> each.overlapClass() != OverlapClass.NOISE).toList();
      expected.stream().filter(each -> !each.known()).forEach(each -> {
        newConflicts++;
        byClass.merge(each.overlapClass().name(), 1, Integer::sum);
      });
      if (kind == UnitKind.PARCEL) {
        gained = gained.add(ofRows(drafts, expected)).subtract(ofReplaced(drafts));
      }
    }

    /** What the rows bring beyond the parcels that stay; two rows over the same land are findings of their own (C2). */
    private BigDecimal ofRows(List<UnitDraft> drafts, List<Expected> expected) {
      List<Expected> contested = expected.stream().filter(each -> each.existing().kind() == UnitKind.PARCEL).toList();
      Map<Long, Plot> beside = plots(contested.stream().map(each -> each.existing().id()).toList());
      Map<Integer, List<Contest>> contests = new HashMap<>();
      for (Expected each : contested) {
        Plot other = beside.get(each.existing().id());
        if (other != null && (other.certified() || Arrays.binarySearch(replaced, other.unitId()) < 0)) {
          contests.computeIfAbsent(each.draft(), any -> new ArrayList<>())
              .add(new Contest(NEW, other.unitId(), each.overlap(), true, true, false));
        }
      }
      Set<String> certified = certified(drafts);
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < drafts.size(); i++) {
        UnitDraft draft = drafts.get(i);
        if (!certified.contains(draft.code())) {
          sum = sum.add(cutter.surveyed(new Plot(NEW, false, draft.boundary(), Areas.planeArea(draft.boundary()),
              draft.accuracy(), null), contests.getOrDefault(i, List.of()), other -> beside.get(other).boundary()));
        }
      }
      return sum;
    }

    /** What the parcels count that the rows replace, less what their neighbours get back. */
    private BigDecimal ofReplaced(List<UnitDraft> drafts) {
      List<Long> gone = jdbc.sql("""
          select u.id from spatial_unit u where u.kind = 'PARCEL' and u.code = any(:codes)
             and not exists (select 1 from certificate c where c.unit_id = u.id and c.status = 'LIVE')
          """).param("codes", codes(drafts)).query(Long.class).list();
      if (gone.isEmpty()) {
        return BigDecimal.ZERO;
      }
      Set<Long> neighbours = new TreeSet<>(gone);
      reader.contestsNow(gone).stream().filter(Contest::parcels).forEach(contest -> {
        neighbours.add(contest.left());
        neighbours.add(contest.right());
      });
      List<Contest> contests = reader.contestsNow(neighbours).stream().filter(Contest::parcels).toList();
      Set<Long> around = new TreeSet<>(neighbours);
      contests.forEach(contest -> {
        around.add(contest.left());
        around.add(contest.right());
      });
      Map<Long, Plot> plots = plots(around);
      Map<Long, List<Contest>> byPlot = Tally.byPlot(contests);
      Set<Long> without = Set.copyOf(gone);
      BigDecimal sum = BigDecimal.ZERO;
      for (long unitId : neighbours) {
        Plot plot = plots.get(unitId);
        if (plot != null) {
          List<Contest> own = byPlot.getOrDefault(unitId, List.of());
          sum = sum.add(cutter.surveyed(plot, own, other -> LedgerCount.earlier(plots.get(other), plot)));
          sum = without.contains(unitId) ? sum : sum.subtract(cutter.surveyed(plot, own,
              other -> without.contains(other) ? null : LedgerCount.earlier(plots.get(other), plot)));
        }
      }
      return sum;
    }
  }

  private Map<Long, Plot> plots(Collection<Long> unitIds) {
    Map<Long, Plot> plots = new HashMap<>();
    if (!unitIds.isEmpty()) {
      reader.plotsNow(unitIds).forEach(plot -> plots.put(plot.unitId(), plot));
    }
    return plots;
  }

  private Set<String> certified(List<UnitDraft> drafts) {
    return Set.copyOf(jdbc.sql("""
        select u.code from spatial_unit u where u.kind = 'PARCEL' and u.code = any(:codes)
           and exists (select 1 from certificate c where c.unit_id = u.id and c.status = 'LIVE')
        """).param("codes", codes(drafts)).query(String.class).list());
  }

  private static String[] codes(List<UnitDraft> drafts) {
    return drafts.stream().map(UnitDraft::code).toArray(String[]::new);
  }
}
