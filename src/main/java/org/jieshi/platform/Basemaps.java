package org.jieshi.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The maps of others that may lie under the register's. Without a setting there is none, and a browser asks no other server
 * for anything.
 *
 * @param tiandituKey of the office, for the national map service 天地图
 * @param osm whether OpenStreetMap may be asked
 * @param tilesUrl of the office's own tiles, as {@code https://tiles.example/{z}/{x}/{y}.png}
 * @param tilesName what they are called
 */
@ConfigurationProperties("jieshi.map")
record Basemaps(@Nullable String tiandituKey, boolean osm, @Nullable String tilesUrl, @Nullable String tilesName) {

  private static final String TIANDITU = "https://t{s}.tianditu.gov.cn/%1$s_w/wmts?SERVICE=WMTS&REQUEST=GetTile"
      + "&VERSION=1.0.0&LAYER=%1$s&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=%2$s";
  private static final int TIANDITU_DEEPEST = 18;
  private static final int OSM_DEEPEST = 19;

  /** Those that are set up, in the order in which they are offered. */
  List<Basemap> all() {
    List<Basemap> maps = new ArrayList<>();
    if (given(tiandituKey)) {
      maps.add(new Basemap("tianditu", "Tianditu", "天地图矢量", tianditu("vec", "cva"), "© 天地图 Tianditu",
          TIANDITU_DEEPEST));
      maps.add(new Basemap("tianditu-imagery", "Tianditu imagery", "天地图影像", tianditu("img", "cia"),
          "© 天地图 Tianditu", TIANDITU_DEEPEST));
    }
    if (osm) {
      maps.add(new Basemap("osm", "OpenStreetMap", "OpenStreetMap",
          List.of("https://tile.openstreetmap.org/{z}/{x}/{y}.png"), "© OpenStreetMap contributors", OSM_DEEPEST));
    }
    if (given(tilesUrl)) {
      String name = given(tilesName) ? tilesName : null;
      maps.add(new Basemap("own", name == null ? "Own tiles" : name, name == null ? "自有底图" : name, List.of(tilesUrl),
          name == null ? "" : name, OSM_DEEPEST));
    }
    return maps;
  }

  private List<String> tianditu(String land, String names) {
    return List.of(TIANDITU.formatted(land, tiandituKey), TIANDITU.formatted(names, tiandituKey));
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  /** Whom the page may ask for pictures, for its Content-Security-Policy; with a space before each. */
  String sources() {
    return all().stream().flatMap(map -> map.urls().stream()).filter(url -> url.startsWith("http"))
        .map(url -> URI.create(url.replace("t{s}.", "wildcard.").replaceAll("\\{\\w+}", "0")))
        .map(uri -> " " + uri.getScheme() + "://" + uri.getAuthority().replace("wildcard.", "*."))
        .distinct().collect(Collectors.joining());
  }

  /** @param urls of the layers, the lowest first, as Leaflet takes them */
  record Basemap(String id, String name, String nameZh, List<String> urls, String attribution, int deepest) {
  }
}
