package org.jieshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names of claimants that set {@code window.canary} or put {@code [data-canary]} on the page if a page takes them for
 * HTML.
 */
final class HostileNames {

  private static final String RUN = "window.canary=1";

  private HostileNames() {
  }

  static List<String> all() {
    List<String> names = new ArrayList<>(List.of("<b data-canary>村</b>", "<script>" + RUN + "</script>",
        "</script><script>" + RUN + "</script>", "<iframe srcdoc='<script>parent.canary=1</script>'></iframe>",
        "<iframe src='javascript:parent." + RUN + "'></iframe>", "<math><mi xlink:href='javascript:" + RUN + "'>x",
        "<style>@import 'data:,*{x:expression(1)}';</style><i data-canary>", "<template><b data-canary></template><b data-canary>",
        "${" + RUN + "}", "{{" + RUN + "}}", "<%=" + RUN + "%>", "javascript:" + RUN, "data:text/html,<script>" + RUN + "</script>",
        "<a href='javascript:" + RUN + "' data-canary>村委会</a>", "<form><button formaction='javascript:" + RUN + "' data-canary>",
        "<meta http-equiv=refresh content='0;url=javascript:" + RUN + "'>", "<base href='javascript:" + RUN + "//'>",
        "<link rel=stylesheet href='x' onerror='" + RUN + "'>", "&lt;b data-canary&gt;", "&#60;b data-canary&#62;",
        "\u003cb data-canary\u003e", "%3Cb data-canary%3E", "＜script＞" + RUN + "＜/script＞", "<!--><b data-canary>-->",
        "]]><b data-canary>"));
    for (String tag : List.of("img src=x", "svg", "body", "input autofocus", "details open", "video src=x", "audio src=x",
        "object data=x")) {
      for (String event : List.of("onerror", "onload", "onfocus", "ontoggle")) {
        names.add("<" + tag + " " + event + "=" + RUN + " data-canary>");
      }
    }
    for (String quote : List.of("'", "\"", "`")) {
      names.add("x" + quote + " onmouseover=" + RUN + " data-canary x=" + quote);
      names.add(quote + "><b data-canary>");
    }
    return names;
  }

  /** Squares of 30 m in a row over the farm, each claimed under one of the names. */
  static String claims(List<String> names, double north) {
    JsonMapper json = JsonMapper.builder().build();
    List<Map<String, Object>> features = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double west = 36_633_600 + 40 * i;
      double south = 2_476_711 + north;
      features.add(Map.of("type", "Feature", "properties", Map.of("CLAIMANT", names.get(i), "BASIS", "OCCUPATION",
          "SM", names.get(i)), "geometry", Map.of("type", "Polygon", "coordinates", List.of(List.of(List.of(west, south),
              List.of(west + 30, south), List.of(west + 30, south + 30), List.of(west, south + 30), List.of(west, south))))));
    }
    return json.writeValueAsString(Map.of("type", "FeatureCollection", "crs", Map.of("type", "name", "properties",
        Map.of("name", "urn:ogc:def:crs:EPSG::4524")), "features", features));
  }

  /** The same as a shapefile with its texts in GBK, written by GDAL. */
  static Path shapefile(Path geojson) throws Exception {
    Path folder = Files.createDirectory(geojson.resolveSibling("dbf"));
    int status = new ProcessBuilder("ogr2ogr", "-lco", "ENCODING=GBK", folder.resolve("claims.shp").toString(),
        geojson.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    assertThat(status).isZero();
    Path zip = geojson.resolveSibling("claims.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip)); var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        out.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, out);
      }
    }
    return zip;
  }
}
