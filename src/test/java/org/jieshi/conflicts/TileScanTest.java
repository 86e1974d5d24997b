package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.parcels.Land.rectangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jieshi.conflicts.TileScan.Land;
import org.jieshi.conflicts.rules.OverlapRule;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.store.Box;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A country cut into tiles has the overlaps of the whole one, each once. */
class TileScanTest {

  @Test
  void everyPairIsToldInOneTileHoweverTheCutsRun() {
    List<Land> lands = country(new Random(5));
    Envelope all = new Envelope();
    lands.forEach(land -> all.expandToInclude(TileScan.reach(land.bounds())));
    all.expandBy(0.001);
    List<String> whole = scan(lands, List.of(all));

    assertThat(whole).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    for (int pieces : new int[] {2, 3, 7}) {
      List<Envelope> tiles = cut(all, lands, pieces);
      assertThat(scan(lands, tiles)).containsExactlyInAnyOrderElementsOf(whole);
      for (Land land : lands) {
        assertThat(tiles.stream().filter(tile -> new TileScan(tile, OverlapRule.DELIVERED).owns(land.bounds())))
            .hasSize(1);
      }
    }
  }

  @Test
  void ofTwoRegistersTheFirstByNameHasTheLeftSideWhateverTheIds() {
    Land here = land("450721", 9, UnitKind.PARCEL, rectangle(0, 0, 100, 100), UnitFacts.NONE);
    Land there = land("450722", 3, UnitKind.PARCEL, rectangle(90, 0, 100, 100), UnitFacts.NONE);
    Envelope all = new Envelope(TileScan.reach(here.bounds()));
    all.expandToInclude(TileScan.reach(there.bounds()));
    all.expandBy(0.001);

    new TileScan(all, OverlapRule.DELIVERED).run(List.of(there, here), found -> {
      assertThat(found.left()).isEqualTo(here);
      assertThat(found.right()).isEqualTo(there);
      assertThat(found.figures().overlap().norm()).isEqualTo(rectangle(90, 0, 10, 100).norm());
    });
    assertThat(scan(List.of(there, here), List.of(all))).hasSize(1);
  }

  @Test
  void theFarmsOwnCertificateIsComparedWithNothingAndClaimsNotWithEachOther() {
    UnitFacts own = UnitFacts.NONE.withParty("farm", UnitFacts.FARM_1987_CERTIFICATE, null);
    List<Land> lands = List.of(land("", 1, UnitKind.PARCEL, rectangle(0, 0, 100, 100), UnitFacts.NONE),
        land("", 2, UnitKind.EVIDENCE, rectangle(0, 0, 100, 100), own),
        land("", 3, UnitKind.CLAIM, rectangle(95, 0, 100, 100), UnitFacts.NONE),
        land("", 4, UnitKind.CLAIM, rectangle(95, 0, 100, 100), UnitFacts.NONE));
    Envelope all = new Envelope(109, 110, 22, 23);
    lands.forEach(land -> all.expandToInclude(land.bounds().envelope()));

    assertThat(scan(lands, List.of(all))).extracting(found -> found.split(" ")[0] + found.split(" ")[1])
        .containsExactlyInAnyOrder("13", "14");
  }

  @Test
  void aTileIsClosedInTheWestAndSouthAndOpenInTheEastAndNorth() {
    Box box = new Box(109.5, 22.5, 109.6, 22.6);
    Envelope reach = TileScan.reach(box);

    assertThat(reach).isEqualTo(new Envelope(109.5 - 1e-6, 109.6 + 1e-6, 22.5 - 1e-6, 22.6 + 1e-6));
    double west = reach.getMinX();
    double south = reach.getMinY();
    assertThat(owns(new Envelope(west, 110, south, 23), box)).isTrue();
    assertThat(owns(new Envelope(Math.nextUp(west), 110, south, 23), box)).isFalse();
    assertThat(owns(new Envelope(west, 110, Math.nextUp(south), 23), box)).isFalse();
    assertThat(owns(new Envelope(109, west, 22, 23), box)).isFalse();
    assertThat(owns(new Envelope(109, Math.nextUp(west), 22, Math.nextUp(south)), box)).isTrue();
    assertThat(owns(new Envelope(109, 110, 22, south), box)).isFalse();
  }

  private static boolean owns(Envelope tile, Box box) {
    return new TileScan(tile, OverlapRule.DELIVERED).owns(box);
  }

  /** Squares of 100 m in rows of 20, each shifted a little, and claims across them. */
  private static List<Land> country(Random random) {
    List<Land> lands = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      lands.add(land("", i, UnitKind.PARCEL, rectangle(i % 20 * 100 + random.nextInt(3), i / 20 * 100, 100 + random.nextInt(3), 101),
          UnitFacts.NONE));
    }
    for (int i = 240; i < 300; i++) {
      lands.add(land("", i, UnitKind.CLAIM, rectangle(random.nextInt(1900), random.nextInt(1100), 150, 120), UnitFacts.NONE));
    }
    return lands;
  }

  /** Strips along the bounds of lands, where ties are. */
  private static List<Envelope> cut(Envelope all, List<Land> lands, int pieces) {
    List<Envelope> tiles = new ArrayList<>();
    double west = all.getMinX();
    for (int i = 1; i <= pieces; i++) {
      double east = i == pieces ? all.getMaxX()
          : TileScan.reach(lands.get(20 * i / pieces).bounds()).getMinX();
      tiles.add(new Envelope(west, east, all.getMinY(), all.getMaxY()));
      west = east;
    }
    return tiles;
  }

  private static List<String> scan(List<Land> lands, List<Envelope> tiles) {
    List<String> told = new ArrayList<>();
    for (Envelope tile : tiles) {
      List<Land> there = lands.stream().filter(land -> TileScan.reach(land.bounds()).intersects(tile)).toList();
      new TileScan(tile, OverlapRule.DELIVERED).run(there, found -> told.add(found.left().unit().id() + " "
          + found.right().unit().id() + " " + found.figures()));
    }
    return told;
  }

  private static Land land(String register, long id, UnitKind kind, Geometry boundary, UnitFacts facts) {
    return new Land(register, new UnitRef(id, kind, "U" + id, 1), boundary, 0.05, facts, false,
        Box.of(CoordinateSystems.toDegrees(boundary).getEnvelopeInternal()));
  }
}
