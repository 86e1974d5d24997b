package org.jieshi.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jieshi.conflicts.ConflictForecast;
import org.jieshi.conflicts.ConflictForecast.Expected;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.ingest.Impact;
import org.jieshi.ingest.ImpactEstimator;
import org.jieshi.ingest.StagedImport;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an import would change: the register is counted as it is, and once more as if the rows were on it. */
@Component
class StagedImpact implements ImpactEstimator {

  private static final int AT_A_TIME = 500;

  private final RegisterReader reader;
  private final ConflictForecast forecast;
  private final JdbcClient jdbc;

  StagedImpact(RegisterReader reader, ConflictForecast forecast, JdbcClient jdbc) {
    this.reader = reader;
    this.forecast = forecast;
    this.jdbc = jdbc;
  }

  @Override
  public Impact estimate(StagedImport staged) {
    UnitKind kind = staged.layer().unitKind();
    RegisterAt before = reader.now();
    BigDecimal share = surveyedShare(before);
    if (kind == null) {
      return new Impact(0, share, share);
    }
    After after = new After(kind);
    List<UnitDraft> chunk = new ArrayList<>(AT_A_TIME);
    staged.forEach(draft -> {
      chunk.add(draft);
      if (chunk.size() == AT_A_TIME) {
        after.take(chunk);
        chunk.clear();
      }
    });
    after.take(chunk);
    return new Impact(after.newConflicts, share,
        kind == UnitKind.PARCEL ? surveyedShare(after.register(before)) : share, after.byClass, 0, 0);
  }

  /** Of the land due, the share under a parcel; zero before there is any land due. */
  private static BigDecimal surveyedShare(RegisterAt register) {
    Figures figures = Tally.of(register, Grouping.SUB_FARM);
    BigDecimal surveyed = figures.of(Band.CERTIFIED).add(figures.of(Band.DISPUTED)).add(figures.of(Band.PENDING));
    return figures.landDue().signum() == 0 ? BigDecimal.ZERO.setScale(4)
        : surveyed.divide(figures.landDue(), 4, RoundingMode.HALF_UP).min(BigDecimal.ONE);
  }

  /** The register as the import would leave it. Units that are new have numbers below zero. */
  private final class After {

    private final UnitKind kind;
    private final List<Plot> plots = new ArrayList<>();
    private final List<Contest> contests = new ArrayList<>();
    private final Set<Long> replaced = new HashSet<>();
    private final Map<String, Integer> byClass = new TreeMap<>();
    private int newConflicts;

    After(UnitKind kind) {
      this.kind = kind;
    }

    void take(List<UnitDraft> drafts) {
      List<Expected> expected = forecast.of(kind, drafts).stream()
          .filter(each -> each.overlapClass() != OverlapClass.NOISE).toList();
      expected.stream().filter(each -> !each.known()).forEach(each -> {
        newConflicts++;
        byClass.merge(each.overlapClass().name(), 1, Integer::sum);
      });
      if (kind != UnitKind.PARCEL) {
        return;
      }
      Map<String, Long> known = idsOf(drafts);
      List<Long> ids = new ArrayList<>();
      for (UnitDraft draft : drafts) {
        Long id = known.get(draft.code());
        if (id != null) {
          replaced.add(id);
        }
        ids.add(id != null ? id : -1L - plots.size());
        plots.add(new Plot(ids.get(ids.size() - 1), false, draft.boundary(), Areas.planeArea(draft.boundary()),
            draft.accuracy(), landUse(draft.facts())));
      }
      expected.forEach(each -> contests.add(new Contest(ids.get(each.draft()), each.existing().id(), each.overlap(),
          each.existing().kind() == UnitKind.PARCEL, true, false)));
    }

    RegisterAt register(RegisterAt before) {
      List<Plot> allPlots = new ArrayList<>(before.plots());
      allPlots.removeIf(plot -> replaced.contains(plot.unitId()));
      allPlots.addAll(plots);
      List<Contest> allContests = new ArrayList<>(before.contests());
      allContests.removeIf(contest -> replaced.contains(contest.left()) || replaced.contains(contest.right()));
      allContests.addAll(contests);
      return new RegisterAt(before.units(), allPlots, allContests);
    }

    private Map<String, Long> idsOf(List<UnitDraft> drafts) {
      Map<String, Long> ids = new HashMap<>();
      jdbc.sql("select id, code from spatial_unit where kind = 'PARCEL' and code = any(:codes)")
          .param("codes", drafts.stream().map(UnitDraft::code).toArray(String[]::new))
          .query(row -> {
            ids.put(row.getString("code"), row.getLong("id"));
          });
      return ids;
    }
  }

  private static @Nullable String landUse(UnitFacts facts) {
    return facts.landUseScheme() == null ? null : facts.landUseScheme() + " " + facts.landUseCode();
  }
}
