package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class TileEncoderTest {

  private static final TileAddress TILE = new TileAddress(TileLayer.PARCELS, 14, 13165, 7144);

  @Test
  void aThingIsDrawnWithItsPropertiesAndNamedOnce() throws Exception {
    VectorTile.Tile tile = VectorTile.Tile.parseFrom(TileEncoder.encode(TILE, List.of(parcel())));

    assertThat(tile.getLayersList()).extracting(VectorTile.Tile.Layer::getName)
        .containsExactly("parcels", "parcels-labels");
    VectorTile.Tile.Layer parcels = tile.getLayers(0);
    assertThat(parcels.getVersion()).isEqualTo(2);
    assertThat(parcels.getExtent()).isEqualTo(4096);
    assertThat(parcels.getFeatures(0).getId()).isEqualTo(17);
    assertThat(parcels.getKeysList()).containsExactlyInAnyOrder("code", "area", "id");
    assertThat(tile.getLayers(1).getFeatures(0).getType()).isEqualTo(VectorTile.Tile.GeomType.POINT);
  }

  @Test
  void theNeighbourTileDrawsItButDoesNotNameItAgain() throws Exception {
    TileAddress beside = new TileAddress(TileLayer.PARCELS, 14, 13166, 7144);
    Geometry overTheEdge = new WKTReader().read(
        "POLYGON ((109.2850 22.4200, 109.2931 22.4200, 109.2931 22.4210, 109.2850 22.4210, 109.2850 22.4200))");

    VectorTile.Tile tile = VectorTile.Tile.parseFrom(
        TileEncoder.encode(beside, List.of(new TileFeature(17, overTheEdge, Map.of("code", "x")))));

    assertThat(tile.getLayersList()).extracting(VectorTile.Tile.Layer::getName).containsExactly("parcels");
  }

  @Test
  void nothingIsNoBytes() {
    assertThat(TileEncoder.encode(TILE, List.of())).isEmpty();
  }

  private static TileFeature parcel() throws Exception {
    return new TileFeature(17, new WKTReader().read(
        "POLYGON ((109.2900 22.4200, 109.2910 22.4200, 109.2910 22.4210, 109.2900 22.4210, 109.2900 22.4200))"),
        Map.of("code", "450721001002GN00001", "area", 10_000.0));
  }
}
