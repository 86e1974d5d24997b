package org.jieshi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.jieshi.coverage.CertificateOffice;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What desktop GIS opens: GDAL's own driver for OGC API Features reads every collection, page by page; the views of a database
 * with PostGIS hold what the collections hold, and a database without it has none. {@code bin/bench interop} opens collections,
 * views and projects with QGIS itself.
 */
@EachDatabase(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({CertificateOffice.class, OgcFarm.class})
class DesktopGisIT {

  @Autowired OgcFarm farm;
  @Autowired JdbcClient jdbc;
  @TempDir Path directory;

  @BeforeEach
  void build() {
    farm.build();
  }

  @Test
  void eachCollectionIsAViewWithItsOwnGeometryColumnAndStyle(TestDatabase database) throws Exception {
    if (database.kind() != DatabaseKind.POSTGIS) {
      assertThat(jdbc.sql("select count(*) from pg_class where relname in ('gis_parcel', 'layer_styles')")
          .query(Integer.class).single()).isZero();
      return;
    }
    for (Layer layer : Layer.values()) {
      String view = layer.singular();
      assertThat(jdbc.sql("select count(*) from gis_" + view + " where ST_IsValid(geom) and ST_Area(geom) > 0")
          .query(Integer.class).single()).as(view)
          .isEqualTo(jdbc.sql("select count(*) from (" + layer.now() + ") f").query(Integer.class).single()).isPositive();
      assertThat(jdbc.sql("""
          select type || srid from geometry_columns where f_table_name = 'gis_' || :view and f_geometry_column = 'geom'
          """).param("view", view).query(String.class).list()).containsExactly("MULTIPOLYGON4490");
      assertThat(jdbc.sql("""
          select styleqml from layer_styles where f_table_catalog = current_database() and f_table_schema = 'public'
             and f_table_name = 'gis_' || :view and useasdefault
          """).param("view", view).query(String.class).single()).isEqualTo(
          new ClassPathResource("qgis/" + view + ".qml").getContentAsString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void ogr2ogrReadsEveryCollectionAsItIsInTheDatabase() throws Exception {
    assertThat(said("ogrinfo", "-ro", source())).contains("parcels", "claims", "evidence", "conflicts", "certificates");
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
    said("ogr2ogr", "-f", "GeoJSON", file.toString(), source(), layer.id(), "-oo", "PAGE_SIZE=4");
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

  @Test
  void gdalOpensEachView(TestDatabase database) throws Exception {
    if (database.kind() == DatabaseKind.POSTGIS) {
      for (Layer layer : Layer.values()) {
        assertThat(said("ogrinfo", "-ro", "-so", "-nomd", connection(database), layer.view())).contains("Geometry: Multi Polygon",
            "ID[\"EPSG\",4490]", "Feature Count: " + jdbc.sql("select count(*) from (" + layer.now() + ") f")
                .query(Integer.class).single());
      }
    }
  }

  private static String connection(TestDatabase database) {
    URI url = URI.create(database.url().substring("jdbc:".length()));
    return "PG:host=%s port=%d dbname=%s user=%s password='%s'".formatted(url.getHost(), url.getPort(),
        url.getPath().substring(1), database.user(), database.password());
  }

  /** With the reader's account where the program is asked. */
  private static String said(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("GDAL_HTTP_AUTH", "BASIC", "GDAL_HTTP_USERPWD", OgcFarm.READER + ":" + OgcFarm.PASSWORD));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("ERROR");
    return said;
  }

  @Test
  void aProjectForQgisHasEveryCollectionWithAStyleThatGoesByItsFields(TestDatabase database) throws Exception {
    Document live = project("?source=ogc&lang=en&authcfg=abc1234");
    assertThat(texts(live, "//maplayer/layername")).containsExactly("Overlaps", "Claims", "Certificates", "Parcels", "Evidence");
    assertThat(texts(live, "//maplayer/datasource")).allMatch(source -> source.contains("url='" + farm.address("/ogc") + "'")
        && source.endsWith(" authcfg=abc1234"));
    assertThat(texts(live, "//mapcanvas/extent/xmin")).hasSize(1);
    for (Layer layer : Layer.values()) {
      List<String> fields = new ArrayList<>(layer.properties().stream().map(Property::name).toList());
      fields.add("id");
      assertThat(styledBy(live, layer)).hasSize(2).isSubsetOf(fields);
    }
    if (database.kind() != DatabaseKind.POSTGIS) {
      assertThat(farm.get("/ogc/project.qgs?source=postgis").statusCode()).isEqualTo(404);
      return;
    }
    Document views = project("?source=postgis");
    for (Layer layer : Layer.values()) {
      assertThat(texts(views, "//maplayer[id='jieshi_" + layer.id() + "']/datasource").get(0)).startsWith("service='jieshi' key='id'")
          .contains("\"" + layer.view() + "\" (geom)");
      assertThat(styledBy(views, layer)).hasSize(2).isSubsetOf(jdbc.sql(
          "select column_name from information_schema.columns where table_name = :view").param("view", layer.view())
          .query(String.class).list());
    }
  }

  @Test
  void aProjectIsRefusedForWhatItCannotPointAt() {
    assertThat(farm.get("/ogc/project.qgs?source=oracle").statusCode()).isEqualTo(400);
    assertThat(farm.get("/ogc/project.qgs?authcfg='x").statusCode()).isEqualTo(400);
  }

  private Document project(String query) throws Exception {
    HttpResponse<String> answer = farm.get("/ogc/project.qgs" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
  }

  private static List<String> styledBy(Document project, Layer layer) throws Exception {
    String of = "//maplayer[id='jieshi_" + layer.id() + "']";
    return texts(project, of + "/renderer-v2/@attr | " + of + "/labeling//@fieldName");
  }

  private static List<String> texts(Document document, String path) throws Exception {
    NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent()).toList();
  }
}
