package org.jieshi.map;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Features as a Mapbox Vector Tile 2.1 with two layers: the areas under the layer's own name, and under the name with
 * {@code -labels} one point inside each thing whose point lies in this very tile, so that a name is set once however many
 * tiles a thing spans.
 */
final class TileEncoder {

  private static final String LABELS = "-labels";
  private static final String ID = "id";
  private static final MvtLayerParams PARAMS = new MvtLayerParams(TileAddress.EXTENT);
  private static final GeometryFactory UNITS = new GeometryFactory();

  private final TileAddress tile;
  private final TileRings rings;
  private final TileProjection projection;
  private final List<Geometry> areas = new ArrayList<>();
  private final List<Geometry> labels = new ArrayList<>();

  private TileEncoder(TileAddress tile) {
    this.tile = tile;
    this.rings = new TileRings(tile);
    this.projection = new TileProjection(tile);
  }

  /** The tile's bytes; none at all if it shows nothing. */
  static byte[] encode(TileAddress tile, List<TileFeature> features) {
    TileEncoder encoder = new TileEncoder(tile);
    features.forEach(encoder::add);
    return encoder.bytes();
  }

  private void add(TileFeature feature) {
    List<Polygon> shown = rings.of(feature.degrees());
    if (shown.isEmpty()) {
      return;
    }
    Map<String, Object> tags = new HashMap<>(feature.properties());
    tags.put(ID, feature.id());
    Geometry area = shown.size() == 1 ? shown.get(0) : UNITS.createMultiPolygon(shown.toArray(Polygon[]::new));
    area.setUserData(tags);
    areas.add(area);
    if (tile.layer().labelledAt(tile.z())) {
      addLabel(feature.degrees(), tags);
    }
  }

  private void addLabel(Geometry degrees, Map<String, Object> tags) {
    Coordinate inside = projection.toTile(InteriorPointArea.getInteriorPoint(degrees));
    if (inside.x >= 0 && inside.x < TileAddress.EXTENT && inside.y >= 0 && inside.y < TileAddress.EXTENT) {
      Point label = UNITS.createPoint(inside);
      label.setUserData(new HashMap<>(tags));
      labels.add(label);
    }
  }

  private byte[] bytes() {
    if (areas.isEmpty()) {
      return new byte[0];
    }
    List<JtsLayer> layers = new ArrayList<>();
    layers.add(new JtsLayer(tile.layer().id(), areas, TileAddress.EXTENT));
    if (!labels.isEmpty()) {
      layers.add(new JtsLayer(tile.layer().id() + LABELS, labels, TileAddress.EXTENT));
    }
    return MvtEncoder.encode(new JtsMvt(layers), PARAMS, new UserDataKeyValueMapConverter(ID));
  }
}
