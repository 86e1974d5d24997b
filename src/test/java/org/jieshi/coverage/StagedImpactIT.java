package org.jieshi.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;
import static org.jieshi.parcels.Land.unit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jieshi.ingest.Impact;
import org.jieshi.ingest.ImpactEstimator;
import org.jieshi.ingest.Layer;
import org.jieshi.ingest.StagedImport;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@EachDatabase
@Transactional
class StagedImpactIT {

  @Autowired ImpactEstimator estimator;
  @Autowired AdministrativeUnits administrativeUnits;
  @Autowired SpatialUnits units;

  @BeforeEach
  void aFarmHalfSurveyed() {
    administrativeUnits.addAll(AdministrativeKind.SUB_FARM, List.of(unit("1", "一分场", rectangle(0, 0, 100, 100))));
    units.add(UnitKind.PARCEL, List.of(parcel(code(1), rectangle(0, 0, 50, 100))), new ChangeReason("IMPORT", "1"));
    units.add(UnitKind.CLAIM, List.of(claim("甲", rectangle(40, 0, 20, 100), "证1")), new ChangeReason("IMPORT", "2"));
  }

  @Test
  void newParcelsRaiseTheSurveyedShareByTheLandNobodyHadAndMeetTheirNeighbours() {
    Impact impact = estimate(Layer.PARCELS, parcel(code(2), rectangle(45, 0, 30, 100)));

    // 5 m over parcel 1, 15 m under the claim
    assertThat(impact).isEqualTo(new Impact(2, new BigDecimal("0.5000"), new BigDecimal("0.7500"),
        Map.of("ENCROACHMENT", 2), 0, 0));
  }

  @Test
  void aParcelSurveyedAgainReplacesItselfAndItsConflictIsNotNew() {
    Impact impact = estimate(Layer.PARCELS, parcel(code(1), rectangle(0, 0, 48, 100)));

    assertThat(impact).isEqualTo(new Impact(0, new BigDecimal("0.5000"), new BigDecimal("0.4800")));
  }

  /** The second parcel has taken 5 m from the third; it is surveyed again elsewhere and gives them back. */
  @Test
  void aNeighbourGetsBackWhatAParcelHadTakenThatIsReplaced() {
    units.add(UnitKind.PARCEL, List.of(parcel(code(2), rectangle(50, 0, 25, 100)), parcel(code(3), rectangle(70, 0, 20, 100))),
        new ChangeReason("IMPORT", "3"));

    Impact impact = estimate(Layer.PARCELS, parcel(code(2), rectangle(50, 0, 10, 100)));

    assertThat(impact).isEqualTo(new Impact(0, new BigDecimal("0.9000"), new BigDecimal("0.8000")));
  }

  @Test
  void twoParcelsSurveyedAgainAreCountedWithoutTheLandOfTheirFormerVersions() {
    units.add(UnitKind.PARCEL, List.of(parcel(code(2), rectangle(50, 0, 25, 100))), new ChangeReason("IMPORT", "3"));

    Impact impact = estimate(Layer.PARCELS, parcel(code(1), rectangle(0, 0, 60, 100)), parcel(code(2), rectangle(60, 0, 15, 100)));

    assertThat(impact.coverageBefore()).isEqualTo(new BigDecimal("0.7500"));
    assertThat(impact.coverageAfter()).isEqualTo(new BigDecimal("0.7500"));
  }

  @Test
  void aClaimSurveysNothing() {
    Impact impact = estimate(Layer.CLAIMS, claim("乙", rectangle(10, 10, 10, 10), null),
        claim("丙", rectangle(50, 0, 10, 10), null));

    assertThat(impact).isEqualTo(new Impact(1, new BigDecimal("0.5000"), new BigDecimal("0.5000"),
        Map.of("CONTAINED", 1), 0, 0));
  }

  @Test
  void anImpactIsAForecastAndChangesNothing() {
    estimate(Layer.PARCELS, parcel(code(3), rectangle(45, 0, 30, 100)));

    assertThat(units.find(UnitKind.PARCEL, code(3))).isEmpty();
  }

  private Impact estimate(Layer layer, UnitDraft... drafts) {
    return estimator.estimate(new StagedImport() {
      @Override
      public long id() {
        return 1;
      }

      @Override
      public Layer layer() {
        return layer;
      }

      @Override
      public void forEach(Consumer<UnitDraft> action) {
        List.of(drafts).forEach(action);
      }

      @Override
      public long[] replaced() {
        return Stream.of(drafts).flatMap(draft -> units.find(layer.unitKind(), draft.code()).stream())
            .mapToLong(unit -> unit.ref().id()).sorted().toArray();
      }
    });
  }
}
