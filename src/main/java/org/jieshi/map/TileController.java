package org.jieshi.map;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jieshi.identity.Districts;
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
  private static final int DRAWING = 4;

  private final Tiles tiles;
  private final OfficeClock clock;
  private final Districts districts;

  TileController(Tiles tiles, OfficeClock clock, Districts districts) {
    this.tiles = tiles;
    this.clock = clock;
    this.districts = districts;
  }

  /** @param asOf the day at whose end the map is shown, Beijing time; now if left out */
  @GetMapping("/tiles/{layers}/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> tile(@PathVariable String layers, @PathVariable int z, @PathVariable int x,
      @PathVariable int y, @RequestParam(required = false) @Nullable LocalDate asOf, WebRequest request) {
    List<TileAddress> parts = TileLayer.allNamed(layers).stream().map(layer -> new TileAddress(layer, z, x, y)).toList();
    long version = tiles.version();
    return asOf == null ? present(parts, version, request) : past(parts, version, asOf, request);
  }

  /** Marked by what is on it: a change elsewhere lets a browser keep it. */
  private @Nullable ResponseEntity<byte[]> present(List<TileAddress> parts, long version, WebRequest request) {
    String district = districts.limit();
    List<DrawnTile> drawn = parts.stream().map(part -> tiles.tile(part, version, district)).toList();
    String etag = drawn.stream().map(each -> Long.toHexString(each.mark()))
        .collect(Collectors.joining("-", "W/\"", "\""));
    return request.checkNotModified(etag) ? null : answer(etag, joined(drawn.stream().map(DrawnTile::bytes).toList()));
  }

  private @Nullable ResponseEntity<byte[]> past(List<TileAddress> parts, long version, LocalDate day, WebRequest request) {
    String district = districts.limit();
    String etag = "W/\"%d-%d-%s-%s\"".formatted(DRAWING, version, day, Objects.toString(district, ""));
    if (request.checkNotModified(etag)) {
      return null;
    }
    Instant moment = PastDay.endOf(day, clock);
    return answer(etag, joined(parts.stream().map(part -> tiles.past(part, moment, district)).toList()));
  }

  private static ResponseEntity<byte[]> answer(String etag, byte[] bytes) {
    ResponseEntity.BodyBuilder answer = bytes.length == 0 ? ResponseEntity.status(204) : ResponseEntity.ok();
    answer.eTag(etag).cacheControl(CacheControl.noCache().cachePrivate());
    return bytes.length == 0 ? answer.build() : answer.contentType(VECTOR_TILE).body(bytes);
  }

  /** Where the land is, for the first look at it; without any land there are no bounds. */
  @GetMapping("/tiles/index.json")
  TileIndex index() {
    return tiles.index();
  }

  private static byte[] joined(List<byte[]> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    ByteBuffer joined = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(joined::put);
    return joined.array();
  }
}
