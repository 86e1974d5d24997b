package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jieshi.map.RegisterChanges.Changed;
import org.jieshi.map.RegisterChanges.ChangedArea;
import org.jieshi.store.Box;
import org.junit.jupiter.api.Test;

class TileCacheTest {

  private static final DrawnTile DRAWN = DrawnTile.of(new byte[1000]);

  private final TileCache cache = new TileCache(3 * 1144);

  @Test
  void aChangeTakesOutTheTilesThatItTouches() {
    TileAddress otherLayer = new TileAddress(TileLayer.CLAIMS, 4, 1, 7);
    cache.keep(7, tile(1), DRAWN);
    cache.keep(7, tile(3), DRAWN);
    cache.keep(7, otherLayer, DRAWN);

    cache.forget(new Changed(8, false, List.of(new ChangedArea(TileLayer.PARCELS, new Box(-150, 5, -149, 6)))));

    assertThat(cache.find(tile(1))).isNull();
    assertThat(cache.find(tile(3))).isSameAs(DRAWN);
    assertThat(cache.find(otherLayer)).isSameAs(DRAWN);
    assertThat(cache.version()).isEqualTo(8);
  }

  @Test
  void aChangeInTheBufferOfATileTouchesIt() {
    cache.keep(7, tile(1), DRAWN);
    cache.keep(7, tile(3), DRAWN);

    cache.forget(new Changed(8, false, List.of(new ChangedArea(TileLayer.PARCELS, new Box(-134.9, 5, -134.8, 6)))));

    assertThat(cache.find(tile(1))).isNull();
    assertThat(cache.find(tile(3))).isSameAs(DRAWN);
  }

  @Test
  void aChangeEverywhereEmptiesIt() {
    cache.keep(7, tile(1), DRAWN);

    cache.forget(new Changed(8, true, List.of()));

    assertThat(cache.size()).isZero();
  }

  @Test
  void aTileThatMayLackALaterChangeIsNotKept() {
    cache.forget(new Changed(8, false, List.of()));
    cache.keep(7, tile(1), DRAWN);

    assertThat(cache.find(tile(1))).isNull();
  }

  @Test
  void aTileDrawnWhileSomethingElseChangedIsKept() {
    cache.forget(new Changed(6, true, List.of()));
    cache.forget(new Changed(8, false, List.of(new ChangedArea(TileLayer.PARCELS, new Box(-150, 5, -149, 6)))));
    cache.keep(7, tile(1), DRAWN);
    cache.keep(7, tile(3), DRAWN);
    cache.keep(5, tile(4), DRAWN);

    assertThat(cache.find(tile(1))).as("touched meanwhile").isNull();
    assertThat(cache.find(tile(3))).isSameAs(DRAWN);
    assertThat(cache.find(tile(4))).as("what changed before is not known").isNull();
  }

  @Test
  void whatIsKnownAlreadyChangesNothing() {
    cache.forget(new Changed(8, false, List.of()));
    cache.keep(8, tile(1), DRAWN);
    cache.forget(new Changed(8, true, List.of()));

    assertThat(cache.find(tile(1))).isSameAs(DRAWN);
  }

  @Test
  void theTileNotAskedForLongestMakesRoom() {
    for (int x = 0; x < 3; x++) {
      cache.keep(7, tile(x), DRAWN);
    }
    cache.find(tile(0));
    cache.keep(7, tile(3), DRAWN);

    assertThat(cache.size()).isEqualTo(3);
    assertThat(cache.find(tile(0))).isNotNull();
    assertThat(cache.find(tile(1))).isNull();
  }

  @Test
  void whereSomethingChangedIsKnownAfterTheFirstVersionThatWasAskedFor() {
    Box here = new Box(-150, 5, -149, 6);
    cache.forget(new Changed(6, true, List.of()));
    cache.forget(new Changed(8, false, List.of(new ChangedArea(TileLayer.PARCELS, here), new ChangedArea(TileLayer.CLAIMS, here))));

    assertThat(cache.changedAfter(6)).containsExactly(here);
    assertThat(cache.changedAfter(8)).isEmpty();
    assertThat(cache.changedAfter(5)).as("what changed before is not known").isNull();
    cache.forget(new Changed(9, true, List.of()));
    assertThat(cache.changedAfter(8)).as("everywhere").isNull();
  }

  /** 22.5 degrees wide, north of the equator. */
  private static TileAddress tile(int x) {
    return new TileAddress(TileLayer.PARCELS, 4, x, 7);
  }
}
