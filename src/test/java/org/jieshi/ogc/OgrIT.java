package org.jieshi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jieshi.coverage.CertificateOffice;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.GeometryCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL's own driver for OGC API Features reads every collection, page by page, as it is in the database. */
@EachDatabase(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({CertificateOffice.class, OgcFarm.class})
class OgrIT {

  @Autowired OgcFarm farm;
  @Autowired JdbcClient jdbc;
  @TempDir Path directory;

  @BeforeEach
  void build() {
    farm.build();
  }

  @Test
  void ogr2ogrReadsEveryCollectionAsItIsInTheDatabase() throws Exception {
    assertThat(ogr("ogrinfo", "-ro", source())).contains("parcels", "claims", "evidence", "conflicts", "certificates");
    for (Layer layer : Layer.values()) {
      assertThat(read(layer)).as(layer.id()).isEqualTo(stored(layer)).isNotEmpty();
    }
  }

  private String source() {
    return "OAPIF:" + farm.address("/ogc");
  }

  /** Each id with the kind of its land; in pages of four. */
  private Map<String, String> read(Layer layer) throws Exception {
    Path file = directory.resolve(layer.id() + ".geojson");
    ogr("ogr2ogr", "-f", "GeoJSON", file.toString(), source(), layer.id(), "-oo", "PAGE_SIZE=4");
    Map<String, String> ids = new TreeMap<>();
    for (JsonNode feature : new JsonMapper().readTree(Files.readString(file)).get("features")) {
      String id = feature.has("id") ? feature.get("id").asString() : feature.get("properties").get("id").asString();
      assertThat(ids.put(id, feature.get("geometry").get("type").asString())).as("twice: " + id).isNull();
    }
    return ids;
  }

  private Map<String, String> stored(Layer layer) {
    Map<String, String> stored = new TreeMap<>();
    jdbc.sql("select id, cast(boundary as bytea) as boundary from (" + layer.now() + ") f")
        .query(row -> {
          stored.put(row.getString("id"), GeometryCodec.read(row.getBytes("boundary")).getGeometryType());
        });
    return stored;
  }

  private static String ogr(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
    builder.environment().putAll(Map.of("GDAL_HTTP_AUTH", "BASIC", "GDAL_HTTP_USERPWD", OgcFarm.READER + ":" + OgcFarm.PASSWORD));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("ERROR");
    return said;
  }
}
