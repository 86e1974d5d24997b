package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jieshi.geometry.OverlapClass;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** What a filter asks the register for: nothing that was not asked, and everything that was. */
class ConflictFilterTest {

  private static final String PARCEL = ConflictFilter.PARCEL;

  @Test
  void withoutAFilterAllButTheGoneAreListed() {
    assertThat(ConflictFilter.ALL.sql()).isEqualTo(new ConflictFilter.Sql("c.status <> 'GONE'", Map.of()));
  }

  @Test
  void everyPartNarrowsTheListByItsOwnValue() {
    ConflictFilter filter = new ConflictFilter(OverlapClass.BOUNDARY, Track.CONTRACT, "P1", "K1", ConflictStatus.GONE,
        "2026-3", new Envelope(109, 110, 22, 23)).within("450721");

    assertThat(filter.sql().where()).isEqualTo("c.overlap_class = :class and c.track = :track"
        + " and c.case_number = :case and c.status = :status"
        + " and (c.left_unit = " + PARCEL + " or c.right_unit = " + PARCEL + ")"
        + " and c.right_unit = any(array(" + ConflictFilter.CLAIM + "))"
        + " and conflict_in_district(c.id, :district) and c.bounds && cast(:window as box)");
    assertThat(filter.sql().parameters()).isEqualTo(Map.of("class", "BOUNDARY", "track", "CONTRACT", "case", "2026-3",
        "status", "GONE", "parcel", "P1", "claim", "K1", "district", "450721",
        "window", "((110.0,23.0),(109.0,22.0))"));
  }

  @Test
  void aParcelIsLookedForOnBothSides() {
    assertThat(ConflictFilter.ofParcel("P1").sql()).isEqualTo(new ConflictFilter.Sql("c.status <> 'GONE'"
        + " and (c.left_unit = " + PARCEL + " or c.right_unit = " + PARCEL + ")",
        Map.of("parcel", "P1")));
  }
}
