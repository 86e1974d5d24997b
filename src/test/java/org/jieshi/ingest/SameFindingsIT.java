package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows are compared from memory while they are few, and read back from the database when they are many. */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import(ImportDesk.class)
class SameFindingsIT {

  @Autowired ImportDesk desk;
  @Autowired JdbcClient jdbc;

  @Test
  void areFoundInRowsThatWereHeldAndInThoseReadBack() {
    Import staged = desk.stage(
        ImportRequest.of(Layer.PARCELS).withAccuracy(0.05), "grid.geojson", FaultyGrid.geoJson(1500, 1));
    List<String> held = findings(staged.id());
    assertThat(rules(staged.id())).contains("A1", "C1", "C6", "C7", "C9", "F3", "G1", "G8", "L1");

    jdbc.sql("update import set status = 'CHECKING' where id = :id").param("id", staged.id()).update();
    Import checked = desk.check(staged.id());

    assertThat(findings(staged.id())).isEqualTo(held);
    assertThat(checked.counts()).isEqualTo(staged.counts());
  }

  private List<String> findings(long id) {
    return jdbc.sql("""
        select concat_ws('|', rule, severity, record, message, message_zh, x, y, lon, lat, of_register, tolerance) as line
          from import_finding where import_id = :id order by 1
        """).param("id", id).query(String.class).list();
  }

  private List<String> rules(long id) {
    return jdbc.sql("select distinct rule from import_finding where import_id = :id").param("id", id)
        .query(String.class).list();
  }
}
