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
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jieshi.conflicts.ConflictForecast;
import org.jieshi.conflicts.ConflictForecast.Expected;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.ingest.Impact;
import org.jieshi.ingest.ImpactEstimator;
import org.jieshi.ingest.StagedImport;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
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
        Map<String, Known> known = known(drafts);
        gained = gained.add(ofRows(drafts, known, expected)).subtract(ofReplaced(known.values()));
      }
    }

    /** What the rows bring beyond the parcels that stay; two rows over the same land are findings of their own (C2). */
    private BigDecimal ofRows(List<UnitDraft> drafts, Map<String, Known> known, List<Expected> expected) {
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
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < drafts.size(); i++) {
        UnitDraft draft = drafts.get(i);
        Known former = known.get(draft.code());
        if (former == null || !former.certified()) {
          sum = sum.add(cutter.surveyed(new Plot(NEW, false, draft.boundary(), Areas.planeArea(draft.boundary()),
              draft.accuracy(), null), contests.getOrDefault(i, List.of()), other -> beside.get(other).boundary()));
        }
      }
      return sum;
    }

    /** What the parcels count that the rows replace, less what their neighbours get back. */
    private BigDecimal ofReplaced(Collection<Known> known) {
      Set<Long> gone = known.stream().filter(each -> !each.certified()).map(Known::id)
          .collect(Collectors.toCollection(TreeSet::new));
      if (gone.isEmpty()) {
        return BigDecimal.ZERO;
      }
      Set<Long> affected = Surroundings.withOthers(gone, reader.contestsNow(gone));
      Surroundings around = Surroundings.of(affected, reader);
      BigDecimal sum = BigDecimal.ZERO;
      for (long unitId : affected) {
        Plot plot = around.plots().get(unitId);
        if (plot != null) {
          List<Contest> own = around.contestsOf(unitId);
          LongFunction<@Nullable Geometry> before = around.before(plot);
          sum = sum.add(cutter.surveyed(plot, own, before));
          sum = gone.contains(unitId) ? sum
              : sum.subtract(cutter.surveyed(plot, own, other -> gone.contains(other) ? null : before.apply(other)));
        }
      }
      return sum;
    }
  }

  /** A parcel that is on the register under a row's code. */
  private record Known(long id, String code, boolean certified) {
  }

  private Map<String, Known> known(List<UnitDraft> drafts) {
    return jdbc.sql("""
        select u.id, u.code, exists (select 1 from certificate c where c.unit_id = u.id and c.status = 'LIVE') as certified
          from spatial_unit u where u.kind = 'PARCEL' and u.code = any(:codes)
        """).param("codes", drafts.stream().map(UnitDraft::code).toArray(String[]::new)).query(Known.class).list().stream()
        .collect(Collectors.toMap(Known::code, Function.identity()));
  }

  private Map<Long, Plot> plots(Collection<Long> unitIds) {
    Map<Long, Plot> plots = new HashMap<>();
    if (!unitIds.isEmpty()) {
      reader.plotsNow(unitIds).forEach(plot -> plots.put(plot.unitId(), plot));
    }
    return plots;
  }
}
