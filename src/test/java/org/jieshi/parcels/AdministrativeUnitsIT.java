package org.jieshi.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.parcels.Land.rectangle;
import static org.jieshi.parcels.Land.unit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@EachDatabase
@Transactional
class AdministrativeUnitsIT {

  @Autowired AdministrativeUnits administrativeUnits;
  @Autowired SpatialUnits units;
  @Autowired TestClock clock;

  @BeforeEach
  void twoTownsAndASubFarmAcrossBoth() {
    administrativeUnits.addAll(AdministrativeKind.TOWN, List.of(unit("450721101", "新圩镇", rectangle(0, 0, 1000, 1000)),
        unit("450721102", "丰塘镇", rectangle(1000, 0, 1000, 1000))));
    administrativeUnits.addAll(AdministrativeKind.SUB_FARM, List.of(unit("1", "一分场", rectangle(500, 0, 1000, 1000))));
  }

  @Test
  void aBoundaryBelongsWhereMostOfItLies() {
    assertThat(administrativeUnits.locate(rectangle(900, 100, 150, 100))).isEqualTo(new Place("1", "450721101", null));
    assertThat(administrativeUnits.locate(rectangle(960, 100, 150, 100))).isEqualTo(new Place("1", "450721102", null));
    assertThat(administrativeUnits.locate(rectangle(0, 5000, 10, 10))).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void aParcelWithoutAPlaceOfItsOwnIsGivenOneFromTheMap() {
    units.add(UnitKind.PARCEL, List.of(Land.parcel(Land.code(1), rectangle(960, 100, 150, 100))),
        new ChangeReason("IMPORT", "1"));

    UnitFacts facts = units.get(UnitKind.PARCEL, Land.code(1)).facts();
    assertThat(facts.town()).isEqualTo("450721102");
    assertThat(facts.subFarm()).isEqualTo("1");
    assertThat(facts.village()).isNull();
  }

  @Test
  void aUnitImportedAgainReplacesTheOldOneUntilThatImportIsUndone() {
    clock.advance(Duration.ofDays(1));
    administrativeUnits.addAll(AdministrativeKind.TOWN, List.of(
        new AdministrativeDraft("450721101", "新圩镇（新）", null, rectangle(0, 0, 900, 1000), 4524, 7L)));

    assertThat(administrativeUnits.namesOf(AdministrativeKind.TOWN, List.of("450721101", "450721102")))
        .isEqualTo(Map.of("450721101", "新圩镇（新）", "450721102", "丰塘镇"));

    clock.advance(Duration.ofDays(1));
    administrativeUnits.undoImport(7);
    assertThat(administrativeUnits.find(AdministrativeKind.TOWN, "450721101").orElseThrow().planeArea())
        .isEqualByComparingTo("1000000");
    assertThat(administrativeUnits.all(AdministrativeKind.TOWN)).hasSize(2);
  }

  @Test
  void theFarmReachesAsFarAsItsSubFarms() {
    assertThat(administrativeUnits.farmEnvelope()).hasValueSatisfying(farm ->
        assertThat(farm).isEqualTo(administrativeUnits.find(AdministrativeKind.SUB_FARM, "1").orElseThrow().degrees()
            .getEnvelopeInternal()));
  }
}
