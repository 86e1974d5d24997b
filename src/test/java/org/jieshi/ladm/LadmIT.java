package org.jieshi.ladm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.certificates.Certificates;
import org.jieshi.disputes.DisputedLand;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.UnitKind;
import org.jieshi.registration.Office;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The register in the tables of ISO 19152: everything, once, with what is past, for whom it may be seen. */
@EachDatabase
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Office.class)
class LadmIT {

  private static final String CARD = "45072119800101123X";
  private static final int HEADER = 40;

  @Autowired MockMvc http;
  @Autowired Office office;
  @Autowired DisputedLand land;
  @Autowired Certificates certificates;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired AuditLog audit;
  @Autowired TransactionTemplate transactions;
  @TempDir Path directory;

  @BeforeEach
  void aRegisterWithAPast() throws Exception {
    if (users.find("ladm-elsewhere").isPresent()) {
      return;
    }
    users.add("ladm-elsewhere", "外镇", Role.MANAGER, "450721117", "long enough for any rule");
    users.add("ladm-here", "本镇", Role.MANAGER, "450721009", "long enough for any rule");
    land.people();
    DisputedLand.Plot plot = land.newPlot();
    land.certifiedParcel("450721009001GN00001", plot.at("POLYGON ((0 0, 500 0, 500 300, 0 300, 0 0), "
        + "(10 10, 10 20, 20 20, 20 10, 10 10))"));
    land.claim("C1", "石塘村委", "OCCUPATION", LocalDate.of(2009, 3, 1),
        plot.at("POLYGON ((-20 0, 20 0, 20 50, -20 50, -20 0))"));
    long conflict = land.onlyConflict("450721009001GN00001").id();
    http.perform(post("/api/disputes").with(user("mediator")).with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content("{\"conflicts\": [%d], \"title\": \"侵占\"}".formatted(conflict)));
    transactions.executeWithoutResult(tx -> {
      jdbc.sql("update dispute set ordered_on = '2013-06-01', restitution_by = '2013-07-01'").update();
      audit.record("FOR_TEST", "case", "1");
    });
    land.amend(UnitKind.CLAIM, "C1", plot.at("POLYGON ((-20 0, 15 0, 15 50, -20 50, -20 0))"));
    office.open();
    certified(List.of(holder("黄某", Holder.Type.PERSON, CARD, null)), null);
    certified(List.of(holder("大岭村", Holder.Type.COLLECTIVE, null, 1L),
        holder("黄某", Holder.Type.PERSON, CARD, 2L)), true);
    certified(List.of(holder("黄某", Holder.Type.PERSON, "450721197505053214", null),
        holder("李某", Holder.Type.PERSON, null, null)), null);
  }

  private void certified(List<Holder> holders, @Nullable Boolean separately) {
    String application = office.registered(office.parcel(), holders, separately);
    office.as(Office.APPROVER, () -> certificates.issue(application));
  }

  private static Holder holder(String name, Holder.Type type, @Nullable String identity, @Nullable Long share) {
    return new Holder(name, type, identity, null, null, null, share, share == null ? null : 3L);
  }

  @Test
  void everythingOnTheRegisterIsThereOnceAndGdalReadsIt() throws Exception {
    Path file = exported(Office.APPROVER);
    List<Map.Entry<String, String>> counts = List.of(
        Map.entry("la_baunit", "select count(*) from spatial_unit"),
        Map.entry("la_spatialunit", "select count(*) from spatial_unit_version"),
        Map.entry("la_boundaryfacestring_4524", "select count(*) from spatial_unit_version"),
        Map.entry("la_point_4524", "select count(*) from boundary_mark"),
        Map.entry("la_restriction", "select count(*) from dispute_hold"),
        Map.entry("la_responsibility", "select count(*) from dispute_party where side = 'RESPONDENT'"),
        Map.entry("la_administrativesource", "select (select count(*) from certificate_paper) + (select count(*) from"
            + " application_document) + (select count(*) from bureau_decision) + (select count(*) from dispute)"
            + " + (select count(*) from dispute_settlement) + (select count(*) from spatial_unit_version v join spatial_unit u"
            + " on u.id = v.unit_id where u.kind <> 'PARCEL' and v.document is not null)"),
        Map.entry("la_right", "select (select count(*) from certificate where holders is null or holders -> 0 -> 'share' is null"
            + " or jsonb_typeof(holders -> 0 -> 'share') = 'null') + 2 + (select count(*) from spatial_unit_version v"
            + " join spatial_unit u on u.id = v.unit_id where u.kind <> 'PARCEL')"));
    String seen = said("ogrinfo", "-ro", "-so", "-al", file.toString());
    for (Map.Entry<String, String> count : counts) {
      String layer = seen.substring(seen.indexOf("Layer name: " + count.getKey() + "\n"));
      assertThat(layer.substring(layer.indexOf("Feature Count: ") + 15).lines().findFirst()).as(count.getKey())
          .contains(jdbc.sql(count.getValue()).query(String.class).single());
    }
    assertThat(seen).contains("la_party", "la_level", "la_spatialsource", "codelist").doesNotContain("Warning", "ERROR");
  }

  @Test
  void rightsHaveTheirHoldersSharesAndPapers() throws Exception {
    Path file = exported(Office.APPROVER);
    assertThat(rows(file, "select p.name, r.share_numerator, r.share_denominator from la_right r join la_party p on p.pid = r.pid"
        + " where ext_certified and share_denominator = 3 order by 2")).containsExactly("大岭村 1 3", "黄某 2 3");
    assertThat(rows(file, "select p.name, m.group_id = r.group_id from la_right r join la_partymember m on m.group_id = r.group_id"
        + " join la_party p on p.pid = m.pid where r.pid is null order by 1")).containsExactly("李某 1", "黄某 1");
    assertThat(rows(file, "select count(distinct pid), count(*) from la_party where name = '黄某'"))
        .as("two people of one name").containsExactly("2 2");
    assertThat(rows(file, "select count(*) from la_right r where ext_certified and not exists (select 1 from"
        + " la_rrr_administrativesource s join la_administrativesource a on a.sid = s.sid where s.rid = r.rid and a.type = 'title'"
        + " and a.ext_number = r.description)")).as("every certified right rests on its paper")
        .containsExactly("0");
    for (String key : List.of("la_party pid", "la_right rid", "la_baunit uid", "la_spatialunit suid", "la_administrativesource sid")) {
      String[] each = key.split(" ");
      assertThat(rows(file, "select count(*) - count(distinct %s) from %s".formatted(each[1], each[0]))).as(key).containsExactly("0");
    }
    assertThat(rows(file, "select type, uid, description is not null from la_restriction order by type"))
        .containsExactly("LAND_USE_CHANGE 450721009001GN00001 1", "LOGGING 450721009001GN00001 1");
    assertThat(rows(file, "select p.name, begin_lifespan_version, ext_due_on from la_responsibility r join la_party p on p.pid = r.pid"))
        .containsExactly("石塘村委 2013-06-01 2013-07-01");
  }

  @Test
  void whatIsPastHasItsEndAndBoundariesAreAsSurveyed() throws Exception {
    Path file = exported(Office.APPROVER);
    assertThat(rows(file, "select suid, end_lifespan_version is null, ext_end_reason is null from la_spatialunit"
        + " where uid = 'claim:C1' order by version")).containsExactly("claim:C1/1 0 0", "claim:C1/2 1 1");
    assertThat(rows(file, "select a.end_lifespan_version = b.begin_lifespan_version from la_right a join la_right b"
        + " on a.rid = 'claim:C1/1' and b.rid = 'claim:C1/2'")).containsExactly("1");
    Geometry surveyed = land.unit(UnitKind.PARCEL, "450721009001GN00001").boundary();
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = sqlite.createStatement();
        ResultSet row = statement.executeQuery("select geom from la_boundaryfacestring_4524 where suid = '450721009001GN00001/1'")) {
      row.next();
      byte[] blob = row.getBytes(1);
      assertThat(new WKBReader().read(Arrays.copyOfRange(blob, HEADER, blob.length)).norm()).isEqualTo(surveyed.getBoundary().norm());
    }
  }

  @Test
  void personsNumbersAreMaskedForEverybody() throws Exception {
    Path masked = exported(Office.APPROVER);
    assertThat(rows(masked, "select ext_pid from la_party where ext_pid is not null order by 1"))
        .containsExactly("450**************4", "450**************X");
    assertThat(new String(Files.readAllBytes(masked), StandardCharsets.ISO_8859_1)).doesNotContain(CARD);
    assertThat(rows(masked, "select pid from la_party order by 1")).as("identifiers are the same for everybody")
        .isEqualTo(rows(exported(Office.MANAGER), "select pid from la_party order by 1"));
  }

  @Test
  void whoIsLimitedToADistrictGetsWhatLiesInItAndEveryExportIsOnRecord() throws Exception {
    Path elsewhere = exported("ladm-elsewhere");
    for (String table : List.of("la_party", "la_right", "la_baunit", "la_spatialunit", "la_restriction", "la_administrativesource")) {
      assertThat(rows(elsewhere, "select count(*) from " + table)).as(table).containsExactly("0");
    }
    Path here = exported("ladm-here");
    assertThat(rows(here, "select uid from la_baunit")).containsExactly("450721009001GN00001");
    assertThat(rows(here, "select suid from la_boundaryfacestring_4524")).containsExactly("450721009001GN00001/1");
    assertThat(rows(here, "select name from la_party")).containsExactlyInAnyOrder("华山农场", "石塘村委");
    assertThat(rows(here, "select distinct uid from la_restriction")).containsExactly("450721009001GN00001");
    assertThat(jdbc.sql("select count(*) from audit_entry where action = 'EXPORTED' and subject_id = 'ladm' and actor = 'ladm-elsewhere'")
        .query(Integer.class).single()).isEqualTo(1);
  }

  private Path exported(String person) throws Exception {
    MockHttpServletResponse answer = http.perform(get("/api/export/ladm.gpkg").with(user(person))).andReturn().getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    assertThat(answer.getContentType()).isEqualTo("application/geopackage+sqlite3");
    Path file = Files.createTempFile(directory, "ladm", ".gpkg");
    return Files.write(file, answer.getContentAsByteArray());
  }

  /** Cells with a blank between them. */
  private static List<String> rows(Path file, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = sqlite.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(row.getString(i));
        }
        rows.add(String.join(" ", cells));
      }
    }
    return rows;
  }

  private static String said(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
