package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.jieshi.geometry.DrawnShape;
import org.jieshi.store.GeometryCodec;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.WKTReader;

class TileEncoderTest {

  private static final TileAddress TILE = new TileAddress(TileLayer.PARCELS, 14, 13165, 7144);

  @Test
  void aThingIsDrawnWithItsPropertiesAndNamedOnce() throws Exception {
    VectorTile.Tile tile = VectorTile.Tile.parseFrom(parcel(TILE));

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
        drawn(beside, overTheEdge, Map.of("code", "x")));

    assertThat(tile.getLayersList()).extracting(VectorTile.Tile.Layer::getName).containsExactly("parcels");
  }

  @Test
  void nothingIsNoBytes() {
    assertThat(TileEncoder.ofLand(TILE).bytes()).isEmpty();
  }

  @Test
  void shellsRunClockwiseOnTheScreenAndHolesTheOtherWay() throws Exception {
    VectorTile.Tile tile = VectorTile.Tile.parseFrom(drawn(TILE, new WKTReader().read("""
        POLYGON ((109.2900 22.4200, 109.2900 22.4210, 109.2910 22.4210, 109.2910 22.4200, 109.2900 22.4200),
          (109.2903 22.4203, 109.2903 22.4206, 109.2906 22.4206, 109.2906 22.4203, 109.2903 22.4203))"""), Map.of()));

    Polygon read = (Polygon) MvtReader.loadMvt(new ByteArrayInputStream(tile.toByteArray()), new GeometryFactory(),
        new TagKeyValueMapConverter())
        .getLayer("parcels").getGeometries().iterator().next();
    assertThat(read.getNumInteriorRing()).isEqualTo(1);
    assertThat(Orientation.isCCW(read.getExteriorRing().getCoordinates())).isTrue(); // y points down
    assertThat(Orientation.isCCW(read.getInteriorRingN(0).getCoordinates())).isFalse();
  }

  @Test
  void aNameIsSetOnTheLandAndNotInItsHole() throws Exception {
    VectorTile.Tile tile = VectorTile.Tile.parseFrom(drawn(TILE, new WKTReader().read("""
        POLYGON ((109.2900 22.4200, 109.2910 22.4200, 109.2910 22.4210, 109.2900 22.4210, 109.2900 22.4200),
          (109.2901 22.4201, 109.2907 22.4201, 109.2907 22.4209, 109.2901 22.4209, 109.2901 22.4201))"""),
        Map.of("code", "x", "party", "y")));

    VectorTile.Tile.Layer labels = tile.getLayers(1);
    assertThat(labels.getKeysList()).containsExactly("code");
    int x = labels.getFeatures(0).getGeometry(1) >> 1;
    assertThat(x).isCloseTo((int) Math.rint(new TileProjection(TILE).x(109.29085)), within(1));
  }

  @Test
  void aShapeThatLiesWhollyOnATileIsDrawnAsAtAnyPlace() throws Exception {
    Geometry land = new WKTReader().read("""
        MULTIPOLYGON (((109.2900 22.4200, 109.2910 22.4200, 109.2910 22.4210, 109.2900 22.4210, 109.2900 22.4200),
          (109.2903 22.4203, 109.2906 22.4203, 109.2906 22.4206, 109.2903 22.4206, 109.2903 22.4203)),
          ((109.2920 22.4200, 109.2925 22.4200, 109.2925 22.4205, 109.2920 22.4200)))""");

    VectorTile.Tile ready = VectorTile.Tile.parseFrom(drawnShape(TILE, land));

    assertThat(ready).isEqualTo(VectorTile.Tile.parseFrom(drawn(TILE, land, Map.of("code", "x"))));
  }

  @Test
  void aShapeAcrossTheEdgeIsCutThere() throws Exception {
    Geometry overTheEdge = new WKTReader().read(
        "POLYGON ((109.2850 22.4200, 109.2931 22.4200, 109.2931 22.4210, 109.2850 22.4210, 109.2850 22.4200))");
    TileAddress beside = new TileAddress(TileLayer.PARCELS, 14, 13166, 7144);

    VectorTile.Tile cut = VectorTile.Tile.parseFrom(drawnShape(beside, overTheEdge));

    assertThat(cut.getLayersList()).extracting(VectorTile.Tile.Layer::getName).containsExactly("parcels");
    Geometry read = MvtReader.loadMvt(new ByteArrayInputStream(cut.toByteArray()), new GeometryFactory(),
        new TagKeyValueMapConverter()).getLayer("parcels").getGeometries().iterator().next();
    assertThat(read.getEnvelopeInternal().getMinX()).isEqualTo(-128);
  }

  @Test
  void farOutWhatIsPaintedAlikeIsOneFeature() throws Exception {
    TileAddress far = new TileAddress(TileLayer.PARCELS, 11, 1645, 893);
    Geometry land = new WKTReader().read(
        "POLYGON ((109.2900 22.4200, 109.2910 22.4200, 109.2910 22.4210, 109.2900 22.4210, 109.2900 22.4200))");
    Geometry beside = AffineTransformation.translationInstance(0.001, 0).transform(land);
    Geometry elsewhere = AffineTransformation.translationInstance(3, 0).transform(land);
    String[] names = {"status"};
    TileEncoder encoder = TileEncoder.of(far);
    encoder.add(1, DrawnShape.of(land), names, new Object[] {"CERTIFIED"});
    encoder.add(2, DrawnShape.of(beside), names, new Object[] {"SURVEYED"});
    encoder.add(3, DrawnShape.of(beside), names, new Object[] {"CERTIFIED"});
    encoder.add(4, DrawnShape.of(elsewhere), names, new Object[] {"RETIRED"});

    VectorTile.Tile.Layer parcels = VectorTile.Tile.parseFrom(encoder.bytes()).getLayers(0);
    assertThat(parcels.getFeaturesList()).hasSize(2).noneMatch(VectorTile.Tile.Feature::hasId);
    assertThat(parcels.getKeysList()).containsExactly("status");
    JtsMvt read = MvtReader.loadMvt(new ByteArrayInputStream(encoder.bytes()), new GeometryFactory(),
        new TagKeyValueMapConverter());
    assertThat(read.getLayer("parcels").getGeometries()).extracting(Geometry::getNumGeometries).containsExactly(2, 1);
  }

  private static byte[] drawnShape(TileAddress tile, Geometry degrees) {
    TileEncoder encoder = TileEncoder.of(tile);
    encoder.add(17, DrawnShape.of(degrees), new String[] {"code"}, new Object[] {"x"});
    return encoder.bytes();
  }

  private static byte[] parcel(TileAddress tile) throws Exception {
    return drawn(tile, new WKTReader().read(
        "POLYGON ((109.2900 22.4200, 109.2910 22.4200, 109.2910 22.4210, 109.2900 22.4210, 109.2900 22.4200))"),
        Map.of("code", "450721001002GN00001", "area", 10_000.0));
  }

  private static byte[] drawn(TileAddress tile, Geometry degrees, Map<String, Object> properties) {
    degrees.setSRID(4490);
    TileEncoder encoder = TileEncoder.ofLand(tile);
    List<String> names = List.copyOf(properties.keySet());
    encoder.add(17, GeometryCodec.write(degrees), names.toArray(String[]::new), names.stream().map(properties::get).toArray());
    return encoder.bytes();
  }
}
