package org.jieshi.parcels;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jieshi.identity.Districts;
import org.jieshi.store.StreamedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Any number of units, narrowed as lists are, by cursor: for whoever writes them all out. Several questions about one
 * selection agree only in one transaction, which the caller has to open.
 */
@Component
public class UnitSelection {

  private static final String FROM = " from spatial_unit u join spatial_unit_version v on v.unit_id = u.id where ";
  private static final String MARKS_FROM = " from spatial_unit u join spatial_unit_version v on v.unit_id = u.id"
      + " join boundary_mark m on m.unit_id = v.unit_id and m.version = v.version where ";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate cursor;
  private final Districts districts;

  UnitSelection(JdbcClient jdbc, JdbcTemplate template, Districts districts) {
    this.jdbc = jdbc;
    this.districts = districts;
    this.cursor = new NamedParameterJdbcTemplate(new StreamedRows(template));
  }

  /**
   * The plane systems in which the selected units were surveyed, EPSG codes in order.
   *
   * @param moment which versions; null: those in force now
   */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public List<Integer> systems(UnitKind kind, UnitFilter filter, @Nullable Instant moment) {
    UnitFilter.Sql sql = sql(kind, filter, moment);
    return jdbc.sql("select distinct v.srid" + FROM + sql.where() + " order by v.srid").params(sql.parameters())
        .query(Integer.class).list();
  }

  /** The names of all further attributes of the selected units, in order. */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public List<String> attributes(UnitKind kind, UnitFilter filter, @Nullable Instant moment) {
    UnitFilter.Sql sql = sql(kind, filter, moment);
    return jdbc.sql("select distinct jsonb_object_keys(v.attributes) as name" + FROM + sql.where() + " order by name")
        .params(sql.parameters()).query(String.class).list();
  }

  /** The selected units of one system, in order of code. */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public void forEach(
      UnitKind kind, UnitFilter filter, @Nullable Instant moment, int srid, Consumer<UnitVersion> action) {
    UnitFilter.Sql sql = sql(kind, filter, moment);
    sql.parameters().put("srid", srid);
    cursor.query(UnitRows.ANY_VERSION + "where " + sql.where() + " and v.srid = :srid order by u.code", sql.parameters(),
        row -> {
          action.accept(UnitRows.VERSION.mapRow(row, 0));
        });
  }

  /**
   * The boundary points or lines that came with the selected units of one system, each with its unit's code: in order of
   * code, then along the boundary.
   */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public void forEachMark(UnitKind kind, UnitFilter filter, @Nullable Instant moment, int srid, BoundaryMark.Kind marks,
      BiConsumer<String, BoundaryMark> action) {
    UnitFilter.Sql sql = sql(kind, filter, moment);
    sql.parameters().put("srid", srid);
    sql.parameters().put("marks", marks.name());
    cursor.query("select u.code, " + BoundaryMarks.COLUMNS + MARKS_FROM + sql.where()
        + " and v.srid = :srid and m.kind = :marks order by u.code, m.place nulls last, m.id", sql.parameters(),
        row -> {
          action.accept(row.getString("code"), BoundaryMarks.mark(row));
        });
  }

  private UnitFilter.Sql sql(UnitKind kind, UnitFilter filter, @Nullable Instant moment) {
    return filter.sql(kind, moment, districts.limit());
  }
}
