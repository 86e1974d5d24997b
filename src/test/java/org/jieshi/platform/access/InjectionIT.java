package org.jieshi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jieshi.ingest.SurveyFile;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses that leave their place, text that tries to become a header, names of files that are paths: byte for byte. */
@EachDatabase(webEnvironment = WebEnvironment.RANDOM_PORT)
class InjectionIT {

  private static final String ADMIN =
      "Authorization: Basic " + Base64.getEncoder().encodeToString("admin:long enough".getBytes(StandardCharsets.US_ASCII)) + "\r\n";
  private static final List<Integer> REFUSED = List.of(400, 401, 403, 404);

  @LocalServerPort int port;
  @TempDir Path outside;

  @ParameterizedTest
  @ValueSource(strings = {"/../application.yml", "/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
      "/%252e%252e/application.yml", "/lib/../application.yml", "/lib/..%2fapplication.yml", "/lib/..%2f..%2f..%2fetc/passwd",
      "/lib/%5c..%5capplication.yml", "/lib/..\\application.yml", "/lib/....//application.yml", "/lib/..;/application.yml",
      "/app/..;/api/users", "/app/%2e%2e/api/users", "/app/..%2fapi/users", "/index.html/../api/users", "/api/about/../users",
      "/api/about;/../users", "/api//users", "//api/users", "/api/users;jsessionid=1", "/api;/users", "/api/users%00",
      "/api/users/", "/api/%75sers", "/API/users", "/api/users.json", "/api/users%2f", "/api/users%0d%0a", "/api/./users",
      "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/BOOT-INF/classes/application.yml", "/application.yml",
      "/webjars/../application.yml", "/webjars/..%2f..%2fapplication.yml", "/features/../db/migration/V1__audit.sql",
      "/locales/%2e%2e%5capplication.yml", "/openapi.json/../api/users", "/actuator/..;/api/users", "/actuator/env",
      "/actuator/health/../env", "/tiles/parcels/10/1/..%2f..%2fusers.mvt", "/verify/..%2f..%2fapi%2fusers"})
  void anAddressThatLeavesItsPlaceLeadsNowhere(String path) throws Exception {
    Answer nobody = ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    assertThat(nobody.status()).as(nobody.head()).isIn(REFUSED);
    assertThat(nobody.text()).doesNotContain("root:", "datasource", "username", "create table");
    Answer administrator = ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + ADMIN);
    assertThat(administrator.status()).as(administrator.head()).isLessThan(500);
    assertThat(administrator.text()).doesNotContain("root:", "datasource:", "create table");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/parcels?q=a%0d%0aX-Canary:%201", "/api/parcels?q=a%0aX-Canary:%201", "/api/parcels?bbox=%0d%0aX-Canary:%201",
      "/api/parcels/%0d%0aX-Canary:%201", "/api/parcels/a%E5%98%8A%E5%98%8DX-Canary:%201", "/api/certificates/%0d%0aX-Canary:1/print.pdf",
      "/api/applications/%0d%0aX-Canary:1/documents/1", "/verify/%0d%0aX-Canary:%201", "/api/session/oidc?after=%0d%0aX-Canary:%201",
      "/api/session/oidc/callback?state=%0d%0aX-Canary:%201&code=%0d%0aX-Canary:%201", "/api/export/parcels.csv%0d%0aX-Canary:%201",
      "/api/audit?subject=%0d%0aX-Canary:%201", "/tiles/parcels%0d%0aX-Canary:1/10/1/1.mvt", "/ogc/collections/parcels/items?f=%0d%0aX-Canary:%201"})
  void noTextBecomesAHeader(String path) throws Exception {
    Answer answer = ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + ADMIN + "If-None-Match: \"a\\r\\nX-Canary: 1\"\r\n");

    assertThat(answer.status()).as(answer.head()).isLessThan(500);
    assertThat(answer.head().lines()).noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("x-canary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ogc", "/ogc/collections", "/tiles/index.json", "/api/about", "/", "/api/audit/key"})
  void nobodySaysForTheProgramWhereItIs(String path) throws Exception {
    Answer answer = ask("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + ADMIN
        + "X-Forwarded-Host: elsewhere.example\r\nX-Forwarded-Prefix: /elsewhere\r\nForwarded: host=elsewhere.example\r\n"
        + "X-Original-URL: /api/elsewhere\r\nX-Rewrite-URL: /api/elsewhere\r\n");

    assertThat(answer.head() + answer.text()).doesNotContain("elsewhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../../../../../../%s/canary.zip", "..\\..\\%s\\canary.zip", "%s/canary.zip", "a\"; filename=\"%s/canary.zip",
      "canary.zip\u0000.exe", "\u202Epiz.yranac", "CON", "a%%0d%%0aX-Canary: 1.zip"})
  void theNameOfAFileIsNoPath(String name) throws Exception {
    byte[] survey = SurveyFile.named("parcels").text("ZDDM", 19).prj(SurveyFile.ZONE_36)
        .record("POLYGON ((36600000 2430000, 36600000 2430050, 36600050 2430050, 36600050 2430000, 36600000 2430000))",
            "450721001001GN%05d".formatted(Math.floorMod(name.hashCode(), 99_999) + 1)).zip();
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"layer\"\r\n\r\nparcels\r\n"
        + "--edge\r\nContent-Disposition: form-data; name=\"accuracy\"\r\n\r\n0.05\r\n"
        + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.formatted(outside) + "\"\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(survey);
    form.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII));

    Answer answer = ask("POST /api/imports HTTP/1.1\r\nHost: localhost\r\n" + ADMIN
        + "Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: " + form.size() + "\r\n", form.toByteArray());

    assertThat(answer.status()).as(answer.text()).isIn(202, 400, 415, 422);
    assertThat(answer.text()).doesNotContain(outside.toString(), "\\\\", "/canary");
    assertThat(answer.head().lines()).noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("x-canary"));
    try (var files = Files.list(outside)) {
      assertThat(files).isEmpty();
    }
  }

  /** An answer as it came: its head, and what followed. */
  private record Answer(String head, String text) {

    int status() {
      return Integer.parseInt(head.split(" ")[1]);
    }
  }

  private Answer ask(String head) throws IOException {
    return ask(head, new byte[0]);
  }

  private Answer ask(String head, byte[] body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      return new Answer(all.substring(0, end), all.substring(end));
    }
  }
}
