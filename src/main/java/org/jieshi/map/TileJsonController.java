package org.jieshi.map;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /tiles/{layers}.json}: what the tiles of some layers are, as TileJSON 3.0.0, for other people's maps. */
@RestController
class TileJsonController {

  private final Tiles tiles;
  private final TileQuery query;
  private final Bilingual farm;

  TileJsonController(Tiles tiles, TileQuery query, @Value("${jieshi.farm.name-en}") String en,
      @Value("${jieshi.farm.name}") String zh) {
    this.tiles = tiles;
    this.query = query;
    this.farm = new Bilingual(en, zh);
  }

  /**
   * @param layers one or several, with commas between them
   * @param asOf the day at whose end the tiles are to show the land; now if left out
   */
  @GetMapping("/tiles/{layers}.json")
  ResponseEntity<TileJson> describe(@PathVariable String layers, @RequestParam(required = false) @Nullable LocalDate asOf,
      HttpServletRequest request) {
    Set<TileLayer> named = TileLayer.allNamed(layers);
    String names = String.join(",", named.stream().map(TileLayer::id).toList());
    String root = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    List<TileJson.VectorLayer> described = new ArrayList<>();
    for (TileLayer layer : named) {
      described.add(new TileJson.VectorLayer(layer.id(), "", layer.coarsest(), TileAddress.DEEPEST, query.fields(layer)));
      if (!layer.labelProperties().isEmpty()) {
        Map<String, String> labels = new TreeMap<>(query.fields(layer));
        labels.keySet().retainAll(layer.labelProperties());
        described.add(new TileJson.VectorLayer(layer.id() + TileEncoder.LABELS, "one point in each, for its name",
            layer.labelled(), TileAddress.DEEPEST, labels));
      }
    }
    double[] bounds = tiles.index().bounds();
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate()).body(new TileJson("3.0.0",
        farm.en() + ": " + names, farm.zh() + " · 界石 Jieshi", "1.0.0", "xyz",
        List.of(root + "/tiles/" + names + "/{z}/{x}/{y}.mvt" + (asOf == null ? "" : "?asOf=" + asOf)), described,
        named.stream().mapToInt(TileLayer::coarsest).min().orElse(0), TileAddress.DEEPEST, bounds,
        bounds == null ? null : new double[] {(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2, 13}));
  }
}
