package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jieshi.ingest.source.FileProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that name addresses: whatever they say, reading them asks nobody. */
class OutwardFilesTest {

  private static final String SQUARE =
      "POLYGON ((36632000 2480000, 36632000 2480100, 36632100 2480100, 36632100 2480000, 36632000 2480000))";

  @TempDir Path directory;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer canary;

  @BeforeEach
  void start() throws IOException {
    canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    canary.createContext("/", exchange -> {
      asked.add(exchange.getRequestURI().toString());
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
    });
    canary.start();
  }

  @AfterEach
  void stop() {
    canary.stop(0);
  }

  @Test
  void askNobody() throws IOException {
    String address = "http://127.0.0.1:" + canary.getAddress().getPort() + "/";
    Map<String, byte[]> files = files(address);
    int read = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      try {
        ReadFile.of(directory, file.getKey().substring(file.getKey().indexOf(' ') + 1), file.getValue(),
            file.getKey().endsWith(".zip") ? null : "EPSG:4524");
        read++;
      } catch (FileProblem refused) {
        assertThat(refused.sentence().zh()).as(file.getKey()).isNotBlank();
      }
      assertThat(asked).as(file.getKey()).isEmpty();
    }
    assertThat(read).as("files that are read in spite of the addresses in them").isEqualTo(7);
  }

  private static Map<String, byte[]> files(String address) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String polygon = "<Placemark><name>1</name><Polygon><outerBoundaryIs><LinearRing><coordinates>109.2,22.4 109.2,22.41 "
        + "109.21,22.41 109.2,22.4</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>";
    String kml = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>%s" + polygon + "</Document></kml>";
    String doctype = "<?xml version=\"1.0\"?><!DOCTYPE kml ";
    kml(files, "external-subset", doctype + "SYSTEM \"" + address + "a.dtd\">" + kml.formatted(""));
    kml(files, "public-subset", doctype + "PUBLIC \"-//x\" \"" + address + "b.dtd\">" + kml.formatted(""));
    kml(files, "entity", doctype + "[<!ENTITY x SYSTEM \"" + address + "c\">]>" + kml.formatted("<name>&x;</name>"));
    kml(files, "parameter-entity", doctype + "[<!ENTITY % x SYSTEM \"" + address + "d\"> %x;]>" + kml.formatted(""));
    kml(files, "entity-of-a-file", doctype + "[<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        + kml.formatted("<name>&x;</name>"));
    kml(files, "schema-location", kml.formatted("").replace("<kml ", "<kml xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xsi:schemaLocation=\"http://www.opengis.net/kml/2.2 " + address + "e.xsd\" "));
    kml(files, "include", kml.formatted("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + address + "f\"/>"));
    kml(files, "network-link", kml.formatted("<NetworkLink><Link><href>" + address + "g</href></Link></NetworkLink>"));
    kml(files, "icon", kml.formatted("<Style><IconStyle><Icon><href>" + address + "h.png</href></Icon></IconStyle></Style>"));
    kml(files, "stylesheet", "<?xml version=\"1.0\"?><?xml-stylesheet href=\"" + address + "i.xsl\" type=\"text/xsl\"?>"
        + kml.formatted(""));
    files.put("linked-crs a.geojson", ("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":\""
        + address + "j\",\"type\":\"proj4\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{\"ZDDM\":\"1\"},\"geometry\":"
        + "{\"type\":\"Polygon\",\"coordinates\":[[[109.2,22.4],[109.21,22.4],[109.21,22.41],[109.2,22.4]]]}}]}")
        .getBytes(StandardCharsets.UTF_8));
    SurveyFile land = SurveyFile.named("宗地").text("ZDDM", 60).record(SQUARE, address + "k");
    files.put("address-as-code a.zip", land.zip());
    files.put("address-as-prj b.zip", land.replace("prj", (address + "l").getBytes(StandardCharsets.UTF_8)).zip());
    return files;
  }

  private static void kml(Map<String, byte[]> files, String name, String content) {
    files.put(name + " a.kml", content.getBytes(StandardCharsets.UTF_8));
  }
}
