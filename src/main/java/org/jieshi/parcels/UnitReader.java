package org.jieshi.parcels;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jieshi.store.Box;
import org.jieshi.store.StreamedRows;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reading units by id, code and window. */
@Component
class UnitReader {


  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  UnitReader(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  Optional<UnitVersion> newest(long unitId) {
    return jdbc.sql(UnitRows.ANY_VERSION + "where u.id = :id and v.version = u.version").param("id", unitId)
        .query(UnitRows.VERSION).optional();
  }

  Optional<UnitVersion> newest(UnitKind kind, String code) {
    return jdbc.sql(UnitRows.ANY_VERSION + "where u.kind = :kind and u.code = :code and v.version = u.version")
        .param("kind", kind.name()).param("code", code).query(UnitRows.VERSION).optional();
  }

  /** The version that was in force at a moment, with the status of then. */
  Optional<UnitVersion> at(UnitKind kind, String code, Instant moment) {
    return jdbc.sql(UnitRows.at(kind) + "where u.kind = :kind and u.code = :code and " + UnitRows.IN_FORCE_AT
            + " order by v.version desc limit 1")
        .param("kind", kind.name()).param("code", code).param("moment", moment.atOffset(ZoneOffset.UTC))
        .query(UnitRows.VERSION).optional();
  }

  Optional<UnitVersion> version(long unitId, int version) {
    return jdbc.sql(UnitRows.ANY_VERSION + "where u.id = :id and v.version = :version")
        .param("id", unitId).param("version", version).query(UnitRows.VERSION).optional();
  }

  List<UnitVersion> versions(long unitId) {
    return jdbc.sql(UnitRows.ANY_VERSION + "where u.id = :id order by v.version desc").param("id", unitId)
        .query(UnitRows.VERSION).list();
  }

  List<UnitVersion> current(Collection<Long> unitIds) {
    return jdbc.sql(UnitRows.CURRENT + "where u.id = any(:ids) order by u.id").param("ids", unitIds.toArray(Long[]::new))
        .query(UnitRows.VERSION).list();
  }

  List<UnitVersion> currentWithin(Envelope degrees, UnitKind... kinds) {
    if (degrees.isNull()) {
      return List.of();
    }
    return jdbc.sql(UnitRows.CURRENT + """
        where v.bounds && cast(:window as box) and u.kind = any(:kinds) order by u.id
        """)
        .param("window", Box.of(degrees).literal()).param("kinds", names(kinds)).query(UnitRows.VERSION).list();
  }

  boolean hasEvidence(String basis) {
    return jdbc.sql("select exists (" + UnitRows.CURRENT + "where u.kind = 'EVIDENCE' and v.basis = :basis)")
        .param("basis", basis).query(Boolean.class).single();
  }

  /** Versions in force that an import brought. */
  List<UnitVersion> currentOfImport(long importId) {
    return jdbc.sql(UnitRows.CURRENT + "where v.import_id = :import order by u.id").param("import", importId)
        .query(UnitRows.VERSION).list();
  }

  /** A unit that this import brought or changed and that is no longer as it left it; empty when all are. */
  Optional<String> findMovedOn(long importId) {
    return jdbc.sql("""
        select u.code from spatial_unit u
         where exists (select 1 from spatial_unit_version v where v.unit_id = u.id and v.import_id = :import)
           and (u.status not in ('SURVEYED', 'ACTIVE') or not exists (
             select 1 from spatial_unit_version v where v.unit_id = u.id and v.current and v.import_id = :import))
         order by u.code limit 1
        """).param("import", importId).query(String.class).optional();
  }

  /** Streams by cursor, which PostgreSQL keeps within the transaction. */
  void forEachCurrent(Consumer<UnitVersion> action, UnitKind... kinds) {
    new StreamedRows(template).query(UnitRows.CURRENT + "where u.kind = any(?) order by u.id",
        row -> {
          action.accept(UnitRows.VERSION.mapRow(row, 0));
        }, (Object) names(kinds));
  }

  private static String[] names(UnitKind... kinds) {
    UnitKind[] wanted = kinds.length == 0 ? UnitKind.values() : kinds;
    return Arrays.stream(wanted).map(Enum::name).toArray(String[]::new);
  }
}
