package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jieshi.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class TileAddressTest {

  @Test
  void theTestPointOfTheFarmLiesInItsTile() {
    TileAddress tile = new TileAddress(TileLayer.PARCELS, 14, 13165, 7144);

    Coordinate point = new TileProjection(tile).toTile(new Coordinate(109.29, 22.42));

    assertThat(point.x).isBetween(0.0, 4096.0);
    assertThat(point.y).isBetween(0.0, 4096.0);
    assertThat(tile.window().west()).isLessThan(109.29);
    assertThat(tile.window().north()).isGreaterThan(22.42);
  }

  @Test
  void theWindowIsTheTileAndItsBuffer() {
    TileAddress tile = new TileAddress(TileLayer.PARCELS, 14, 13165, 7144);
    TileProjection projection = new TileProjection(tile);

    assertThat(projection.x(tile.window().west())).isCloseTo(-TileAddress.BUFFER, within(1e-6));
    assertThat(projection.x(tile.window().east())).isCloseTo(4096 + TileAddress.BUFFER, within(1e-6));
    assertThat(projection.y(tile.window().north())).isCloseTo(-TileAddress.BUFFER, within(1e-6));
    assertThat(projection.y(tile.window().south())).isCloseTo(4096 + TileAddress.BUFFER, within(1e-6));
  }

  @Test
  void theWholeWorldIsATile() {
    assertThat(new TileAddress(TileLayer.PARCELS, 0, 0, 0).window().west()).isEqualTo(-180);
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0", "22,0,0", "3,8,0", "3,0,8", "3,-1,0", "31,0,0"})
  void thereIsNoTileBesideTheWorld(int z, int x, int y) {
    assertThatThrownBy(() -> new TileAddress(TileLayer.PARCELS, z, x, y)).isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("NOT_FOUND");
  }

  @Test
  void aLayerIsNamedExactly() {
    assertThat(TileLayer.named("parcels")).isEqualTo(TileLayer.PARCELS);
    assertThatThrownBy(() -> TileLayer.named("PARCELS")).isInstanceOf(ProblemException.class);
  }
}
