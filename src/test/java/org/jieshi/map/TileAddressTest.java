package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jieshi.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileAddressTest {

  @Test
  void theTestPointOfTheFarmLiesInItsTile() {
    TileAddress tile = new TileAddress(TileLayer.PARCELS, 14, 13165, 7144);

    assertThat(new TileProjection(tile).x(109.29)).isBetween(0.0, 4096.0);
    assertThat(new TileProjection(tile).y(22.42)).isBetween(0.0, 4096.0);
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

  /** Beside the tile and far away from it, from a look at the county to a corner of a parcel. */
  @ParameterizedTest
  @ValueSource(ints = {5, 8, 11, 14, 17, 21})
  void northingsAreThoseOfMercatorToAHundredthOfAUnit(int z) {
    double world = (double) (1 << z) * TileAddress.EXTENT;
    double mercator = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(22.42) / 2)) / (2 * Math.PI);
    TileAddress tile = new TileAddress(TileLayer.PARCELS, z, (int) ((109.29 + 180) / 360 * (1 << z)),
        (int) ((0.5 - mercator) * (1 << z)));
    TileProjection projection = new TileProjection(tile);

    for (double latitude = 21.5; latitude < 23.5; latitude += 0.003) {
      double expected = (0.5 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)) / (2 * Math.PI)) * world
          - (double) tile.y() * TileAddress.EXTENT;
      assertThat(projection.y(latitude)).isCloseTo(expected, within(0.01));
    }
  }
}
