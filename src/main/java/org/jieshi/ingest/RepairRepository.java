package org.jieshi.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jieshi.shared.Page;
import org.jieshi.store.GeometryCodec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code import_repair}. */
@Repository
class RepairRepository {

  private static final String SELECT = """
      select record, cast(drawn as bytea) as drawn, cast(repaired as bytea) as repaired, area_drawn, area_repaired,
             accepted_by, accepted_at from import_repair
      """;

  private final JdbcClient jdbc;

  RepairRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(long importId, List<Repair> repairs) {
    repairs.forEach(repair -> jdbc.sql("""
        insert into import_repair (import_id, record, rule, drawn, repaired, area_drawn, area_repaired)
        values (:id, :record, 'G1', cast(:drawn as geometry), cast(:repaired as geometry), :areaDrawn, :areaRepaired)
        """).param("id", importId).param("record", repair.record())
        .param("drawn", GeometryCodec.write(repair.drawn())).param("repaired", GeometryCodec.write(repair.repaired()))
        .param("areaDrawn", repair.areaDrawn()).param("areaRepaired", repair.areaRepaired()).update());
  }

  Page<Repair> page(long importId, int page, int size) {
    List<Repair> items = jdbc.sql(SELECT + " where import_id = :id order by record limit :size offset :offset")
        .param("id", importId).param("size", size).param("offset", Page.offset(page, size)).query(this::read).list();
    long total = jdbc.sql("select count(*) from import_repair where import_id = :id").param("id", importId)
        .query(Long.class).single();
    return new Page<>(items, total, page, size);
  }

  Optional<Repair> find(long importId, int record) {
    return jdbc.sql(SELECT + " where import_id = :id and record = :record").param("id", importId)
        .param("record", record).query(this::read).optional();
  }

  void accept(long importId, int record, String username, Instant now) {
    jdbc.sql("""
        update import_repair set accepted_by = :by, accepted_at = :now where import_id = :id and record = :record
        """).param("by", username).param("now", Timestamp.from(now)).param("id", importId).param("record", record)
        .update();
  }

  private Repair read(ResultSet row, int number) throws SQLException {
    Timestamp at = row.getTimestamp("accepted_at");
    return new Repair(row.getInt("record"), GeometryCodec.read(row.getBytes("drawn")),
        GeometryCodec.read(row.getBytes("repaired")), row.getBigDecimal("area_drawn"),
        row.getBigDecimal("area_repaired"), row.getString("accepted_by"), at == null ? null : at.toInstant());
  }
}
