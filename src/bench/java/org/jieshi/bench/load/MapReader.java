package org.jieshi.bench.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody before the map on a screen of 1440 × 900: tiles of 512 pixels, seen ones by their tag, all that are shown. */
final class MapReader {

  /** That the map far out was drawn anew. */
  static final String FAR = "MAP";

  private static final String ALL = "units,evidence,parcels,certificates,claims,conflicts";
  private static final int ACROSS = 4;
  private static final int DOWN = 3;
  private static final int CLOSEST = 15;
  private static final int REMEMBERED = 300;

  private final Visitor visitor;
  /** West, south, east, north in degrees, of all land. */
  private final double[] bounds = new double[4];
  private final Map<List<Integer>, String> tags = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<List<Integer>, String> eldest) {
      return size() > REMEMBERED;
    }
  };
  /** As {@code map-view.js} has it. */
  private static final String[] ON_THE_MAP = {"PARCEL", "CLAIM", "EVIDENCE", "CONFLICT", "CERTIFICATE", "IMPORT", "MUTATION",
      "BATCH", FAR};

  private int zoom;
  private int west;
  private int north;

  MapReader(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Opens the map on the whole farm, zooms in on a place, drags, clicks, looks for something. */
  void look() {
    visitor.open(this::wholeFarm, ON_THE_MAP);
    visitor.think(2, 5);
    double longitude = bounds[0] + visitor.random.nextDouble() * (bounds[2] - bounds[0]);
    double latitude = bounds[1] + visitor.random.nextDouble() * (bounds[3] - bounds[1]);
    for (int closer = 12; closer <= CLOSEST - visitor.random.nextInt(2); closer++) {
      show(closer, longitude, latitude);
      visitor.think(0.5, 2);
    }
    for (int drags = 3 + visitor.random.nextInt(5); drags > 0; drags--) {
      west += visitor.random.nextInt(3) - 1;
      north += visitor.random.nextInt(3) - 1;
      tiles();
      visitor.think(1, 3);
    }
    click();
    visitor.think(4, 10);
    search();
    visitor.think(2, 6);
  }

  private void wholeFarm() {
    if (zoom == 0 || bounds[2] == 0) {
      List<JsonNode> first = visitor.together("/api/units?geometry=false", "/tiles/index.json");
      for (int i = 0; i < 4; i++) {
        bounds[i] = first.get(1).get("bounds").get(i).asDouble();
      }
      show(10, (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2);
    } else {
      tiles(visitor.areas()); // what is on the screen is asked for anew where the register changed
    }
  }

  /** A place in the middle of the screen. */
  void show(int zoom, double longitude, double latitude) {
    this.zoom = zoom;
    west = (int) Math.floor(column(longitude) - ACROSS / 2.0);
    north = (int) Math.floor(row(latitude) - DOWN / 2.0);
    tiles();
  }

  private void tiles() {
    tiles(null);
  }

  /** @param areas of which the tiles are asked for; null: all */
  private void tiles(@Nullable List<JsonNode> areas) {
    Map<List<Integer>, CompletableFuture<String>> asked = new LinkedHashMap<>();
    for (int x = west; x < west + ACROSS; x++) {
      for (int y = north; y < north + DOWN; y++) {
        List<Integer> tile = List.of(zoom, x, y);
        if (areas != null && !meet(areas, x, y)) {
          continue;
        }
        asked.put(tile, visitor.tile(ALL, zoom, x, y, tags.get(tile)));
      }
    }
    asked.forEach((tile, tag) -> tags.put(tile, tag.join()));
  }

  /** As {@code tile-square.js} has it, without the little beside. */
  private boolean meet(List<JsonNode> areas, int x, int y) {
    return areas.stream().anyMatch(area -> column(area.get("east").asDouble()) >= x && column(area.get("west").asDouble()) <= x + 1
        && row(area.get("south").asDouble()) >= y && row(area.get("north").asDouble()) <= y + 1);
  }

  private double column(double longitude) {
    return (longitude + 180) / 360 * (1 << zoom);
  }

  private double row(double latitude) {
    double radians = Math.toRadians(latitude);
    return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * (1 << zoom);
  }

  private void click() {
    double[] at = middle();
    String box = String.format(Locale.ROOT, "%.8f,%.8f,%.8f,%.8f", at[0] - 1e-5, at[1] - 1e-5, at[0] + 1e-5, at[1] + 1e-5);
    List<String> sources = new ArrayList<>();
    for (String path : List.of("/api/conflicts", "/api/parcels", "/api/claims", "/api/evidence")) {
      sources.add(path + "?size=50&bbox=" + box);
    }
    List<JsonNode> found = visitor.together(sources.toArray(String[]::new));
    JsonNode parcels = found.get(1).get("items");
    if (parcels != null && !parcels.isEmpty()) {
      parcel(parcels.get(0).get("code").asString());
    }
  }

  /** What the panel of a parcel shows. */
  void parcel(String code) {
    visitor.together("/api/parcels/" + code, "/api/parcels/" + code + "/conflicts", "/api/disputes?parcel=" + code,
        "/api/applications?size=20&parcel=" + code, "/api/certificates?size=20&parcel=" + code);
  }

  /** Typed letter by letter: asked for twice on the way. */
  private void search() {
    int parcel = visitor.random.nextInt(10_000);
    for (String typed : List.of("4507210%02d".formatted(parcel / 1000), "450721000%03dGN%05d".formatted(parcel / 1000, parcel % 1000 + 1))) {
      visitor.together("/api/parcels?size=8&q=" + typed, "/api/claims?size=5&q=" + typed, "/api/search/certificates?size=5&q=" + typed);
    }
  }

  private double[] middle() {
    double x = west + ACROSS / 2.0;
    double y = north + DOWN / 2.0;
    double latitude = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / (1 << zoom)))));
    return new double[] {x / (1 << zoom) * 360 - 180, latitude};
  }
}
