package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jieshi.audit.AuditLog;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one person changes is told to the others. */
@EachDatabase
@AutoConfigureMockMvc
class LiveChangesIT {

  @Autowired MockMvc http;
  @Autowired SpatialUnits units;
  @Autowired AuditLog audit;
  @Autowired RegisterChanges changes;
  @Autowired Tiles tiles;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void whoListensIsToldWhatChangedAndNotWhoDidIt() throws Exception {
    MockHttpServletResponse stream = http.perform(get("/api/changes/live").with(user("admin")))
        .andExpect(request().asyncStarted()).andReturn().getResponse();
    // the first look only learns where the register stands: changes go on until one is told
    Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(700)).until(() -> {
      add("450721001003GN%05d".formatted(++parcels));
      return stream.getContentAsString().contains("event:changed");
    });

    assertThat(stream.getContentType()).startsWith("text/event-stream");
    assertThat(stream.getContentAsString()).contains("\"many\":false").contains("\"kind\":\"PARCEL\"")
        .contains("450721001003GN").doesNotContain("UNITS_ADDED").doesNotContain("system");
  }

  @Test
  void recordsAreNamedOnceAndThoseOfOtherTablesNotAtAll() throws Exception {
    long before = tiles.version();
    add("450721001003GN10001");
    add("450721001003GN10002");

    RegisterChanges.Records records = changes.records(before, changes.newest());

    assertThat(records.many()).isFalse();
    assertThat(records.records()).contains(new RegisterChanges.Record("PARCEL", "450721001003GN10001"),
        new RegisterChanges.Record("PARCEL", "450721001003GN10002")).doesNotHaveDuplicates();
    assertThat(tiles.changedAfter(before)).isNotEmpty().allSatisfy(area -> assertThat(area.east() - area.west()).isLessThan(0.01));
    assertThat(changes.records(records.version(), records.version()).records()).isEmpty();
  }

  @Test
  void whatEntriesAreAboutIsNamedWhereEverybodyMaySeeIt() {
    long before = tiles.version();
    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      audit.record("LETTER_SENT", "letter", "L2013-0007");
      audit.record("VILLAGE_STATEMENT_ANSWERED", "village-statement", "S2013-0001");
      audit.record("PASSWORD_CHANGED", "user", "surveyor");
    });

    RegisterChanges.Records records = changes.records(before, changes.newest());
    assertThat(records.records()).containsExactlyInAnyOrder(
        new RegisterChanges.Record("LETTER", "L2013-0007"), new RegisterChanges.Record("VILLAGE_STATEMENT", "S2013-0001"));
    assertThat(tiles.changedAfter(before)).as("nothing on the map").isEmpty();
  }

  @Test
  void nobodyListensWithoutASignIn() throws Exception {
    http.perform(get("/api/changes/live")).andExpect(status().isUnauthorized());
  }

  private static int parcels;

  private void add(String code) throws Exception {
    int north = 2_482_000 + 150 * ++added;
    Geometry square = new WKTReader().read("POLYGON ((36634000 %1$d, 36634000 %2$d, 36634100 %2$d, 36634100 %1$d, 36634000 %1$d))"
        .formatted(north, north + 100));
    square.setSRID(4524);
    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      units.add(UnitKind.PARCEL, List.of(new UnitDraft(code, square, 4524, null, 0.05, UnitFacts.NONE, null, null)),
          new ChangeReason("IMPORT", "test"));
      audit.record("UNITS_ADDED", "test", code);
    });
  }

  private static int added;
}
