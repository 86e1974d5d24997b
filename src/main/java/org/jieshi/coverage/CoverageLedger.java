package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jieshi.coverage.LedgerEntry.Place;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The figures of now as a ledger: what every plot is counted as, by group and band, and the sums of that. The database notes
 * which plots a change makes stale (V22__coverage_ledger.sql); these, and the plots they contest, are counted again in the
 * transaction of the change ({@link LedgerUpkeep}). Stale plots that are left are counted in memory whenever the ledger is
 * read, so that the figures never depend on whether somebody remembered to bring it up to date.
 */
@Component
class CoverageLedger {

  /** Everything is stale: districts changed, or the ledger is new. */
  private static final long ALL = 0;
  /** Lock under which the ledger is written: two changes side by side must see each other. */
  private static final long LOCK = 0x6a69_6573_6869_03L;
  private static final int BATCH = 1_000;
  /** How often one change reports a plot stale, at most as a rule: its version, its conflicts, its certificate. */
  private static final int ROWS_OF_A_PLOT = 10;

  private static final String SUMS = "select grouping, group_key, band, sum(area) as area from coverage_piece";
  private static final String BY_FIGURE = " group by grouping, group_key, band";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final RegisterReader reader;
  private final LedgerCount count;

  CoverageLedger(JdbcClient jdbc, NamedParameterJdbcTemplate batches, RegisterReader reader, LedgerCount count) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.reader = reader;
    this.count = count;
  }

  /** The figures of now: what is on the ledger, and what is stale counted again. */
  Figures read(Grouping by) {
    Districts districts = reader.districts();
    Set<Long> stale = affected(staleUnits());
    Map<String, Map<Band, BigDecimal>> counted = new TreeMap<>();
    jdbc.sql("""
        select group_key, band, sum(area) as area from (
          select group_key, band, area from coverage_figure where grouping = :by
          union all
          select group_key, band, -area from coverage_piece where grouping = :by and unit_id = any(:stale)) written
         group by group_key, band having sum(area) <> 0
        """).param("by", by.name()).param("stale", stale.toArray(Long[]::new))
        .query(row -> {
          Figures.add(counted, row.getString("group_key"), Band.valueOf(row.getString("band")),
              row.getBigDecimal("area"));
        });
    for (LedgerEntry entry : count.of(stale, districts)) {
      if (entry.place().by() == by) {
        Figures.add(counted, entry.place().key(), entry.place().band(), entry.area());
      }
    }
    return new Figures(districts.landDue(), districts.due(by), counted);
  }

  /**
   * What each plot brings to a figure of now; plots that bring nothing are left out.
   *
   * @param key of the group; null: all groups
   * @param page of the plots in order of their codes
   */
  Plots plots(Grouping by, @Nullable String key, Collection<Band> bands, int page, int size) {
    List<Long> stale = List.copyOf(affected(staleUnits()));
    List<LedgerEntry> counted = count.of(stale, reader.districts()).stream().filter(entry -> entry.place().by() == by
        && bands.contains(entry.place().band()) && (key == null || key.equals(entry.place().key()))).toList();
    JdbcClient.StatementSpec of = jdbc.sql("""
        with bringing as (
          select unit_id, sum(area) as area from (
            select unit_id, area from coverage_piece
             where grouping = :by and (cast(:key as text) is null or group_key = cast(:key as text)) and band = any(:bands)
               and not unit_id = any(:stale)
            union all
            select * from unnest(cast(:units as bigint[]), cast(:areas as numeric[]))) piece
           group by unit_id having sum(area) <> 0),
        shown as (
          select b.unit_id, b.area, u.code from bringing b join spatial_unit u on u.id = b.unit_id
           order by u.code limit :size offset :offset)
        select t.plots, t.area as total, shown.unit_id, shown.area
          from (select count(*) as plots, coalesce(sum(area), 0) as area from bringing) t left join shown on true
         order by shown.code
        """).param("by", by.name()).param("key", key).param("bands", bands.stream().map(Band::name).toArray(String[]::new))
        .param("stale", stale.toArray(Long[]::new))
        .param("units", counted.stream().map(entry -> entry.place().unitId()).toArray(Long[]::new))
        .param("areas", counted.stream().map(LedgerEntry::area).toArray(BigDecimal[]::new))
        .param("size", size).param("offset", Page.offset(page, size));
    Map<Long, BigDecimal> shown = new LinkedHashMap<>();
    Plots[] all = new Plots[1];
    of.query(row -> {
      if (row.getObject("unit_id") != null) {
        shown.put(row.getLong("unit_id"), row.getBigDecimal("area"));
      }
      all[0] = new Plots(row.getInt("plots"), row.getBigDecimal("total").setScale(2), shown);
    });
    return all[0];
  }

  /**
   * @param number of all plots that bring something
   * @param area m², 2 decimals, of all of them
   * @param shown those of the page, by unit, in order of their codes
   */
  record Plots(int number, BigDecimal area, Map<Long, BigDecimal> shown) {
  }

  /** How many plots are stale at the moment, neighbours included. */
  int stale() {
    return affected(staleUnits()).size();
  }

  /**
   * Counts what is stale and writes it down, in the caller's transaction; other writers wait until it ends.
   *
   * @param most if more is stale it stays so
   * @return whether everything is up to date now
   */
  boolean settle(int most) {
    lock();
    List<Long> seen = jdbc.sql("select id from coverage_stale limit :enough").param("enough", ROWS_OF_A_PLOT * most + 1)
        .query(Long.class).list();
    if (seen.size() > ROWS_OF_A_PLOT * most) {
      return false;
    }
    Set<Long> stale = affected(staleUnits());
    if (stale.size() > most) {
      return false;
    }
    write(stale);
    jdbc.sql("delete from coverage_stale where id = any(:ids)").param("ids", seen.toArray(Long[]::new)).update();
    return true;
  }

  /**
   * Counts some of what is stale and writes it down: for work in the background, a part in each transaction, so that
   * nobody waits long.
   *
   * @return whether there may be more
   */
  boolean settleSome(int plots) {
    lock();
    jdbc.sql("""
        with all_of_them as (delete from coverage_stale where unit_id = :all returning id)
        insert into coverage_stale (unit_id)
        select v.unit_id from spatial_unit_version v join spatial_unit u on u.id = v.unit_id and u.kind = 'PARCEL'
         where v.current and exists (select 1 from all_of_them)
        union select unit_id from certificate where status = 'LIVE' and exists (select 1 from all_of_them)
        union select unit_id from coverage_piece where exists (select 1 from all_of_them)
        """).param("all", ALL).update();
    List<Long> units = jdbc.sql("select distinct unit_id from coverage_stale order by unit_id limit :plots")
        .param("plots", plots).query(Long.class).list();
    if (units.isEmpty()) {
      return false;
    }
    List<Long> seen = jdbc.sql("select id from coverage_stale where unit_id = any(:units)")
        .param("units", units.toArray(Long[]::new)).query(Long.class).list();
    write(affected(units));
    jdbc.sql("delete from coverage_stale where id = any(:ids)").param("ids", seen.toArray(Long[]::new)).update();
    return true;
  }

  /** Whatever the ledger says is to be counted again. */
  void distrust() {
    lock();
    jdbc.sql("delete from coverage_figure").update();
    jdbc.sql("insert into coverage_figure (grouping, group_key, band, area) " + SUMS + BY_FIGURE).update();
    jdbc.sql("insert into coverage_stale (unit_id) values (:all)").param("all", ALL).update();
  }

  private void lock() {
    jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) locked").param("lock", LOCK).query(Integer.class)
        .single();
  }

  /** Where the ledger, as it is written, differs from the land counted anew; stale plots are left out. */
  List<LedgerDifference> differences() {
    Set<Long> all = plots();
    Set<Long> stale = affected(staleUnits());
    Map<Place, BigDecimal> written = new LinkedHashMap<>();
    jdbc.sql("select * from coverage_piece order by unit_id, grouping, group_key, band").query(row -> {
      written.put(new Place(row.getLong("unit_id"), Grouping.valueOf(row.getString("grouping")),
          row.getString("group_key"), Band.valueOf(row.getString("band"))), row.getBigDecimal("area"));
    });
    all.addAll(written.keySet().stream().map(Place::unitId).toList());
    Map<Place, BigDecimal> counted = new LinkedHashMap<>();
    count.of(all, reader.districts()).forEach(entry -> counted.put(entry.place(), entry.area()));
    Set<Place> places = new HashSet<>(written.keySet());
    places.addAll(counted.keySet());
    List<LedgerDifference> differences = new ArrayList<>(wrongSums());
    for (Place place : places) {
      BigDecimal ledger = written.getOrDefault(place, BigDecimal.ZERO);
      BigDecimal recomputed = counted.getOrDefault(place, BigDecimal.ZERO);
      if (ledger.compareTo(recomputed) != 0 && !stale.contains(place.unitId())) {
        differences.add(new LedgerDifference(place.unitId(), place.by(), place.key(), place.band().name(), ledger,
            recomputed));
      }
    }
    return differences;
  }

  /** Figures that are not the sum of their pieces, of whatever plots. */
  private List<LedgerDifference> wrongSums() {
    return jdbc.sql("""
        select grouping, group_key, band, coalesce(f.area, 0) as written, coalesce(p.area, 0) as summed
          from coverage_figure f full join (%s%s) p using (grouping, group_key, band)
         where coalesce(f.area, 0) <> coalesce(p.area, 0) order by grouping, group_key, band
        """.formatted(SUMS, BY_FIGURE))
        .query((row, number) -> new LedgerDifference(ALL, Grouping.valueOf(row.getString("grouping")),
            row.getString("group_key"), row.getString("band"), row.getBigDecimal("written"), row.getBigDecimal("summed")))
        .list();
  }

  /** @param sign by which the pieces of these plots go into the figures: 1 or −1 */
  private void addToFigures(Long[] units, int sign) {
    jdbc.sql("""
        insert into coverage_figure (grouping, group_key, band, area)
        select grouping, group_key, band, :sign * area from (%s where unit_id = any(:units)%s) pieces
        on conflict (grouping, group_key, band) do update set area = coverage_figure.area + excluded.area
        """.formatted(SUMS, BY_FIGURE)).param("sign", sign).param("units", units).update();
  }

  private void write(Collection<Long> unitIds) {
    Long[] ids = unitIds.toArray(Long[]::new);
    addToFigures(ids, -1);
    jdbc.sql("delete from coverage_piece where unit_id = any(:ids)").param("ids", ids).update();
    List<MapSqlParameterSource> rows = count.of(unitIds, reader.districts()).stream()
        .map(entry -> new MapSqlParameterSource("unit", entry.place().unitId())
            .addValue("by", entry.place().by().name()).addValue("key", entry.place().key())
            .addValue("band", entry.place().band().name()).addValue("area", entry.area())).toList();
    for (int from = 0; from < rows.size(); from += BATCH) {
      batches.batchUpdate("""
          insert into coverage_piece (unit_id, grouping, group_key, band, area) values (:unit, :by, :key, :band, :area)
          """, rows.subList(from, Math.min(rows.size(), from + BATCH)).toArray(MapSqlParameterSource[]::new));
    }
    addToFigures(ids, 1);
  }

  private List<Long> staleUnits() {
    return jdbc.sql("select distinct unit_id from coverage_stale").query(Long.class).list();
  }

  /** The stale plots and those that contest their land: of them counts what the stale ones leave. */
  private Set<Long> affected(List<Long> stale) {
    if (stale.isEmpty()) {
      return Set.of();
    }
    if (stale.contains(ALL)) {
      Set<Long> all = plots();
      all.addAll(jdbc.sql("select distinct unit_id from coverage_piece").query(Long.class).list());
      return all;
    }
    return new TreeSet<>(jdbc.sql("""
        select u.id from spatial_unit u where u.kind = 'PARCEL' and u.id = any(:ids)
        union
        select c.right_unit from conflict c join spatial_unit r on r.id = c.right_unit and r.kind = 'PARCEL'
         where c.left_unit = any(:ids) and c.status <> 'GONE'
        union
        select c.left_unit from conflict c join spatial_unit r on r.id = c.right_unit and r.kind = 'PARCEL'
         where c.right_unit = any(:ids) and c.status <> 'GONE'
        """).param("ids", stale.toArray(Long[]::new)).query(Long.class).list());
  }

  /** Parcels in force, and what is under a live certificate. */
  private Set<Long> plots() {
    return new TreeSet<>(jdbc.sql("""
        select v.unit_id from spatial_unit_version v join spatial_unit u on u.id = v.unit_id and u.kind = 'PARCEL'
         where v.current
        union select unit_id from certificate where status = 'LIVE'
        """).query(Long.class).list());
  }
}
