package org.jieshi.map;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.PastDay;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Tiles over HTTP, for whoever is signed in. A browser keeps them and asks each time whether they still hold.
 *
 * <p>Several layers may be asked for at once, {@code /tiles/parcels,claims/14/13165/7144.mvt}: one answer for a square of
 * the map instead of one for each layer. Vector tiles are joined by writing one after the other.
 */
@RestController
class TileController {

  private static final MediaType VECTOR_TILE = new MediaType("application", "vnd.mapbox-vector-tile");

  /** Raised when the same rows are drawn in another way. */
  private static final int DRAWING = 1;

  private final Tiles tiles;
  private final OfficeClock clock;

  TileController(Tiles tiles, OfficeClock clock) {
    this.tiles = tiles;
    this.clock = clock;
  }

  /** @param asOf the day at whose end the map is shown, Beijing time; now if left out */
  @GetMapping("/tiles/{layers}/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> tile(@PathVariable String layers, @PathVariable int z, @PathVariable int x,
      @PathVariable int y, @RequestParam(required = false) @Nullable LocalDate asOf, WebRequest request) {
    List<TileAddress> parts = TileLayer.allNamed(layers).stream().map(layer -> new TileAddress(layer, z, x, y)).toList();
    long version = tiles.version();
    String etag = "W/\"%d-%d%s\"".formatted(DRAWING, version, asOf == null ? "" : "-" + asOf);
    if (request.checkNotModified(etag)) {
      return null;
    }
    byte[] bytes = asOf == null ? joined(parts, version) : joined(parts, PastDay.endOf(asOf, clock));
    ResponseEntity.BodyBuilder answer = bytes.length == 0 ? ResponseEntity.status(204) : ResponseEntity.ok();
    answer.eTag(etag).cacheControl(CacheControl.noCache().cachePrivate());
    return bytes.length == 0 ? answer.build() : answer.contentType(VECTOR_TILE).body(bytes);
  }

  /** Where the land is, for the first look at it; without any land there are no bounds. */
  @GetMapping("/tiles/index.json")
  TileIndex index() {
    return tiles.index();
  }

  private byte[] joined(List<TileAddress> parts, Instant moment) {
    var joined = new ByteArrayOutputStream();
    parts.forEach(part -> joined.writeBytes(tiles.past(part, moment)));
    return joined.toByteArray();
  }

  private byte[] joined(List<TileAddress> parts, long version) {
    if (parts.size() == 1) {
      return tiles.tile(parts.get(0), version);
    }
    var joined = new ByteArrayOutputStream();
    parts.forEach(part -> joined.writeBytes(tiles.tile(part, version)));
    return joined.toByteArray();
  }
}
