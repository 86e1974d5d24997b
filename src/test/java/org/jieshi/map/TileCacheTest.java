package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TileCacheTest {

  private static final byte[] DRAWN = new byte[1000];

  private final TileCache cache = new TileCache(3 * 1128);

  @Test
  void aTileIsFoundUnderItsVersionOnly() {
    cache.keep(7, tile(0), DRAWN);

    assertThat(cache.find(7, tile(0))).isSameAs(DRAWN);
    assertThat(cache.find(8, tile(0))).isNull();
    assertThat(cache.find(7, tile(1))).isNull();
  }

  @Test
  void aNewerVersionEmptiesItAndAnOlderTileIsNotKept() {
    cache.keep(7, tile(0), DRAWN);
    cache.keep(8, tile(1), DRAWN);
    cache.keep(7, tile(2), DRAWN);

    assertThat(cache.size()).isEqualTo(1);
    assertThat(cache.find(8, tile(1))).isSameAs(DRAWN);
  }

  @Test
  void theTileNotAskedForLongestMakesRoom() {
    for (int x = 0; x < 3; x++) {
      cache.keep(7, tile(x), DRAWN);
    }
    cache.find(7, tile(0));
    cache.keep(7, tile(3), DRAWN);

    assertThat(cache.size()).isEqualTo(3);
    assertThat(cache.find(7, tile(0))).isNotNull();
    assertThat(cache.find(7, tile(1))).isNull();
  }

  private static TileAddress tile(int x) {
    return new TileAddress(TileLayer.PARCELS, 4, x, 0);
  }
}
