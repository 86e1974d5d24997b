package org.jieshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.ingest.SurveyFile;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.platform.demo.DemoClocks;
import org.jieshi.registration.Office;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A change whose audit entry cannot be written does not happen, whichever module makes it. */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@AutoConfigureMockMvc
@Import(Office.class)
class AuditFaultIT {

  private static final Path SOURCES = Path.of("src/main/java/org/jieshi");
  private static final Pattern WRITES = Pattern.compile("(?i)\\b(insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from)\\s");

  /** Why a table is not under audit. */
  private static final Map<String, String> NOT_TRACKED = Map.ofEntries(
      Map.entry("audit_change", "the chain itself"), Map.entry("audit_change_set", "the chain itself"),
      Map.entry("audit_entry", "the chain itself"), Map.entry("audit_head", "the chain itself"),
      Map.entry("audit_tracked", "the list of what is tracked"),
      Map.entry("column_memory", "what a form proposes"),
      Map.entry("conflict_scan", "progress of background work"), Map.entry("job", "progress of background work"),
      Map.entry("registration_batch_item", "progress of background work; each step is in the chain"),
      Map.entry("county_register", "a row to lock while a number is given"),
      Map.entry("meeting_calendar", "a row to lock while a room is booked"),
      Map.entry("coverage_piece", "derived from the register"), Map.entry("drawn_unit", "derived from the register"),
      Map.entry("coverage_stale", "derived from the register"), Map.entry("coverage_figure", "derived from the register"),
      Map.entry("dispute_file", "bytes whose SHA-256 is in a tracked row"),
      Map.entry("document_content", "bytes whose SHA-256 is in a tracked row"),
      Map.entry("import", "staged, not on the register"), Map.entry("import_chunk", "staged, not on the register"),
      Map.entry("import_finding", "staged, not on the register"), Map.entry("import_mark", "staged, not on the register"),
      Map.entry("import_repair", "staged, not on the register"), Map.entry("import_row", "staged, not on the register"),
      Map.entry("land_use_class", "a national standard, by migration only"),
      Map.entry("public_brake", "counts of tries"), Map.entry("sign_in_try", "counts of tries"),
      Map.entry("village_attempt", "counts of tries"),
      Map.entry("second_factor_use", "which code counted last"),
      Map.entry("reminder_search", "when reminders were last looked for"),
      Map.entry("reminder_seen", "what a person has read"), Map.entry("village_link_use", "when a link was used"), Map.entry("web_session", "who is signed in"));

  private interface Change {
    void make() throws Exception;
  }

  @Autowired MockMvc http;
  @Autowired Office office;
  @Autowired Users users;
  @Autowired SpatialUnits units;
  @Autowired Conflicts conflicts;
  @Autowired DemoClocks demoClocks;
  @Autowired AuditVerifier verifier;
  @Autowired JdbcClient jdbc;

  @TempDir Path folder;

  @BeforeEach
  void peopleAtWork() {
    office.open();
  }

  @Test
  void everyTableIsUnderAuditOrSaysWhyNot() {
    Set<String> tables = new TreeSet<>(RegisterContent.tables(jdbc));
    tables.removeAll(jdbc.sql("select table_name from audit_tracked").query(String.class).list());
    assertThat(tables).isEqualTo(new TreeSet<>(NOT_TRACKED.keySet()));
  }

  @Test
  void noModuleChangesAnythingWithoutItsAuditEntry() throws Exception {
    Map<String, Change> changes = changes();
    assertThat(changes.keySet()).as("modules that write").isEqualTo(writingModules());
    for (Map.Entry<String, Change> each : changes.entrySet()) {
      String before = RegisterContent.of(jdbc);
      auditBroken(each);
      assertThat(RegisterContent.of(jdbc)).as("after a failed change of %s", each.getKey()).isEqualTo(before);

      each.getValue().make();
      assertThat(RegisterContent.of(jdbc)).as("after a change of %s", each.getKey()).isNotEqualTo(before);
    }
    assertThat(verifier.verify().faults()).isEmpty();
  }

  private void auditBroken(Map.Entry<String, Change> change) {
    jdbc.sql("""
        create function audit_broken() returns trigger language plpgsql as
          $$ begin raise exception 'the audit cannot be written'; end $$
        """).update();
    jdbc.sql("create trigger broken before insert on audit_entry for each row execute function audit_broken()").update();
    try {
      change.getValue().make();
      throw new AssertionError(change.getKey() + " changed something without an audit entry");
    } catch (Exception refused) {
      assertThat(refused).as(change.getKey()).hasMessageContaining("the change did not happen");
    } finally {
      jdbc.sql("drop trigger broken on audit_entry").update();
      jdbc.sql("drop function audit_broken()").update();
    }
  }

  /** By the statements in their sources. {@code audit} writes the entry itself. */
  private static Set<String> writingModules() throws IOException {
    Set<String> modules = new TreeSet<>();
    try (var files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (WRITES.matcher(Files.readString(file)).find()) {
          modules.add(SOURCES.relativize(file).getName(0).toString());
        }
      }
    }
    modules.remove("audit");
    return modules;
  }

  /** One for each module that writes. */
  private Map<String, Change> changes() throws Exception {
    String registered = office.registered(office.parcel());
    String amended = office.parcel();
    String retired = office.parcel();
    String applied = office.parcel();
    String disputed = office.parcel();
    units.add(UnitKind.CLAIM, java.util.List.of(Land.claim("C-FAULT",
        units.get(UnitKind.PARCEL, disputed).boundary(), null)), new ChangeReason("IMPORT", "test"));
    long conflict = conflicts.ofParcel(disputed).get(0).id();

    Map<String, Change> changes = new java.util.TreeMap<>();
    changes.put("certificates", ask(Role.APPROVER, post("/api/certificates"), "{\"application\": \"%s\"}"
        .formatted(registered)));
    changes.put("conflicts", ask(Role.ADMINISTRATOR, post("/api/overlap-rules").header("If-Match", "\"1\""), """
        {"allowFactor": 2.5, "boundaryFactor": 3, "containedShare": 0.99, "writtenTo": 0.001, "validFrom": "2012-01-01",
         "source": "桂国土测[2012]3号", "reason": "试点"}"""));
    changes.put("coordination", ask(Role.REVIEWER, post("/api/letters"), """
        {"department": "AGRICULTURE", "subjectKind": "ENCROACHMENT", "subjectId": "E-2012-3",
         "question": "请核实该地块承包合同情况。"}"""));
    changes.put("coverage", ask(Role.ADMINISTRATOR, post("/api/coverage/ledger/rebuild"), "{}"));
    changes.put("disputes", ask(Role.REVIEWER, post("/api/disputes"), "{\"conflicts\": [%d]}".formatted(conflict)));
    changes.put("fees", ask(Role.ADMINISTRATOR, post("/api/fees/tariffs"), """
        {"code": "TEST-2041", "validFrom": "2041-01-01", "status": "in force", "statusZh": "执行", "source": "测价字[2041]1号",
         "rates": [{"landClass": "AGRICULTURAL", "basis": "PER_SQUARE_METRE", "rate": 0.05, "cap": 400.00}]}"""));
    changes.put("identity", ask(Role.ADMINISTRATOR, post("/api/users"), """
        {"username": "new.t", "displayName": "张三", "role": "MANAGER", "password": "long enough"}"""));
    changes.put("imagery", () -> send(Role.ADMINISTRATOR, multipart("/api/orthophotos").file(picture())
        .param("name", "县正射影像")));
    changes.put("ingest", () -> send(Role.SURVEYOR, multipart("/api/imports").file(survey()).param("layer", "parcels")
        .param("accuracy", "0.05")));
    changes.put("mutation", ask(Role.SURVEYOR, post("/api/parcels/" + retired + "/retire"), """
        {"reason": "重复登记", "document": "灵政函〔2012〕3号"}"""));
    changes.put("parcels", ask(Role.REVIEWER, post("/api/accuracy-corrections").header("If-Match", "\"1\""), """
        {"kind": "PARCEL", "code": "%s", "accuracy": 0.1, "reason": "复测"}""".formatted(amended)));
    changes.put("platform", () -> {
      try {
        demoClocks.move(LocalDate.of(2012, 3, 5), LocalDate.of(2012, 3, 6));
      } catch (RuntimeException refused) {
        throw new IllegalStateException("the change did not happen", refused);
      }
    });
    changes.put("registration", ask(Role.SURVEYOR, post("/api/applications"), "{\"parcel\": \"%s\"}".formatted(applied)));
    changes.put("shared", ask(Role.ADMINISTRATOR, put("/api/settings/calendars/2041"), """
        {"source": "国办发明电[2040]1号", "exceptions": [{"day": "2041-01-01", "working": false}]}"""));
    changes.put("store", ask(Role.SURVEYOR, post("/api/conflicts/scan"), "{}"));
    return new LinkedHashMap<>(changes);
  }

  private Change ask(Role role, MockHttpServletRequestBuilder request, String body) {
    return () -> send(role, request.contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private void send(Role role, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    var answer = http.perform(request.with(csrf()).with(user(name(role)).roles(role.name()))).andReturn().getResponse();
    if (answer.getStatus() == 500) {
      assertThat(answer.getContentAsString()).contains("\"INTERNAL\"");
      throw new IllegalStateException("the change did not happen");
    }
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isBetween(200, 299);
  }

  private static String name(Role role) {
    return switch (role) {
      case SURVEYOR -> Office.SURVEYOR;
      case REVIEWER -> Office.REVIEWER;
      case MEDIATOR -> Office.MEDIATOR;
      case APPROVER -> Office.APPROVER;
      case MANAGER -> Office.MANAGER;
      case ADMINISTRATOR -> Office.ADMINISTRATOR;
    };
  }

  private static MockMultipartFile survey() {
    return new MockMultipartFile("file", "parcels.zip", "application/zip", SurveyFile.named("parcels").text("ZDDM", 19)
        .record("POLYGON ((36640000 2480000, 36640000 2480100, 36640100 2480100, 36640100 2480000, 36640000 2480000))",
            "450721001009GN00001").zip());
  }

  private MockMultipartFile picture() throws Exception {
    ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("land.png").toFile());
    assertThat(new ProcessBuilder("gdal_translate", "-q", "-a_srs", "EPSG:4524", "-a_ullr", "36632000", "2481000",
        "36632600", "2480400", "land.png", "land.tif").directory(folder.toFile()).inheritIO().start().waitFor()).isZero();
    return new MockMultipartFile("file", "land.tif", "image/tiff", Files.readAllBytes(folder.resolve("land.tif")));
  }
}
