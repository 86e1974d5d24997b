package org.jieshi.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tile set described by TileJSON 3.0.0; names are those of that specification.
 *
 * @param bounds west, south, east, north in degrees; null without any land
 * @param center longitude, latitude, zoom
 */
record TileJson(String tilejson, String name, String attribution, String version, String scheme, List<String> tiles,
    @JsonProperty("vector_layers") List<VectorLayer> vectorLayers, int minzoom, int maxzoom, double @Nullable [] bounds,
    double @Nullable [] center) {

  /** @param fields name of each property to its kind */
  record VectorLayer(String id, String description, int minzoom, int maxzoom, Map<String, String> fields) {
  }
}
