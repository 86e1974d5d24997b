package org.jieshi.map;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.store.Box;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the map has changed, as the audit chain knows it: the chain is in the order of the commits, and no row changes
 * without being told there. Its rows are looked up entry by entry ({@code offset 0} keeps the planner to it): for a range of
 * unknown length it would read the whole chain.
 */
@Component
class RegisterChanges {

  /** More changed rows than this are not looked at one by one. */
  private static final int LOOKED_AT = 2_000;

  /** More records than this are not told one by one. */
  private static final int NAMED = 200;

  /** What entries are about that everybody signed in may see. */
  private static final String[] SUBJECTS = {"dispute", "application", "certificate", "notice", "objection", "letter",
      "meeting", "task", "patrol", "finding", "complaint", "import", "mutation", "batch", "village-statement"};

  private final JdbcClient jdbc;

  RegisterChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of the newest audit entry: every change of the register has one. */
  long newest() {
    return jdbc.sql("select seq from audit_head").query(Long.class).single();
  }

  /**
   * @param after number of an audit entry
   * @param upTo a later one
   * @return where something changed between them: where it lies and where it lay
   */
  Changed between(long after, long upTo) {
    List<ChangedRow> rows = jdbc.sql("""
        select distinct c.table_name, c.row_key, c.operation = 'D' as gone
          from audit_entry e
          cross join lateral (
            select * from audit_change c where c.change_set = e.change_set and c.table_name in
              ('spatial_unit', 'spatial_unit_version', 'conflict', 'certificate', 'administrative_unit') offset 0) c
         where e.seq > :after and e.seq <= :upTo
         limit :limit
        """).param("after", after).param("upTo", upTo).param("limit", LOOKED_AT + 1).query(ChangedRow.class).list();
    if (rows.size() > LOOKED_AT || rows.stream().anyMatch(ChangedRow::gone)) {
      return new Changed(upTo, true, List.of());
    }
    List<ChangedArea> areas = new ArrayList<>();
    areas.addAll(areas(rows, "spatial_unit", """
        select case u.kind when 'EVIDENCE' then u.kind else u.kind || 'S' end as layer, v.bounds
          from spatial_unit u join spatial_unit_version v on v.unit_id = u.id where u.id = any(:ids)
        """));
    areas.addAll(areas(rows, "conflict", """
        select 'CONFLICTS' as layer, v.bounds
          from conflict c join spatial_unit_version v on v.unit_id in (c.left_unit, c.right_unit) where c.id = any(:ids)
        """));
    areas.addAll(areas(rows, "certificate",
        "select 'CERTIFICATES' as layer, v.bounds from certificate v where v.id = any(:ids)"));
    areas.addAll(areas(rows, "administrative_unit",
        "select 'UNITS' as layer, v.bounds from administrative_unit v where v.id = any(:ids)"));
    return new Changed(upTo, false, areas);
  }

  /**
   * Which records changed, by the names under which everybody signed in may see them; who changed them is the audit's.
   *
   * @param after number of an audit entry
   * @param upTo a later one
   */
  Records records(long after, long upTo) {
    List<Record> found = jdbc.sql("""
        with changed as (
          select distinct c.table_name, c.row_key
            from audit_entry e
            cross join lateral (
              select * from audit_change c where c.change_set = e.change_set
                 and c.table_name in ('spatial_unit', 'conflict', 'dispute', 'application') offset 0) c
           where e.seq > :after and e.seq <= :upTo
           limit :limit)
        select u.kind as kind, u.code as name from changed join spatial_unit u on u.id = cast(row_key as bigint)
         where table_name = 'spatial_unit'
        union select 'CONFLICT', row_key from changed where table_name = 'conflict'
        union select upper(table_name), row_key from changed where table_name in ('dispute', 'application')
        union select upper(replace(subject_kind, '-', '_')), subject_id from audit_entry
         where seq > :after and seq <= :upTo and subject_kind = any(:subjects)
         limit :limit
        """).param("after", after).param("upTo", upTo).param("limit", NAMED + 1).param("subjects", SUBJECTS)
        .query(Record.class).list();
    return new Records(upTo, found.size() > NAMED, found.size() > NAMED ? List.of() : found);
  }

  /** A version's key begins with its unit's. */
  private List<ChangedArea> areas(List<ChangedRow> rows, String table, String sql) {
    Long[] ids = rows.stream().filter(row -> row.tableName().startsWith(table))
        .map(row -> Long.valueOf(row.rowKey().split(",", 2)[0])).distinct().toArray(Long[]::new);
    return ids.length == 0 ? List.of()
        : jdbc.sql("select distinct layer, " + Box.SIDES + " from (" + sql + ") land").param("ids", ids)
            .query((row, n) -> new ChangedArea(TileLayer.valueOf(row.getString("layer")), Box.of(row))).list();
  }

  /** @param gone taken off the table, so that nobody knows any more where it lay */
  private record ChangedRow(String tableName, String rowKey, boolean gone) {
  }

  /**
   * @param upTo number of the newest audit entry that was looked at
   * @param everywhere too much changed to say where
   */
  record Changed(long upTo, boolean everywhere, List<ChangedArea> areas) {

    boolean touches(TileAddress tile) {
      return everywhere || areas.stream().anyMatch(area -> area.layer() == tile.layer() && tile.meets(area.bounds()));
    }
  }

  /** @param bounds CGCS2000 degrees */
  record ChangedArea(TileLayer layer, Box bounds) {
  }

  /**
   * @param version of the register: the newest audit entry that was looked at
   * @param many too many to name: whatever is shown may have changed
   */
  record Records(long version, boolean many, List<Record> records) {
  }

  /**
   * @param kind {@code PARCEL}, {@code CLAIM}, {@code EVIDENCE} or {@code CONFLICT}, else the subject of an audit entry:
   *     {@code DISPUTE}, {@code APPLICATION}, {@code CERTIFICATE}, {@code LETTER}, ...
   * @param name code of a unit, else the id under which it is asked for
   */
  record Record(String kind, String name) {
  }
}
