package org.jieshi.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jieshi.conflicts.ConflictTally.Land;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Transactions;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figures of the conflicts that are open or in a case, kept in memory and brought up to date by what the audit chain says
 * has changed: no row changes without being told there, whichever program changed it. {@link ConflictTally} counts them.
 */
@Component
final class SummaryLedger {

  /** More changes than this, and everything is counted anew. */
  private static final int ONE_BY_ONE = 2_000;

  private static final String COUNTED = """
      select c.id, c.overlap_class, c.track, c.area, cast(c.overlap as bytea) as overlap, box_send(c.bounds) as bounds
        from conflict c
      """;
  private static final String OPEN = "c.status in ('OPEN', 'IN_CASE')";

  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;
  private final ConflictTally tally = new ConflictTally();
  private long upTo = -1;

  SummaryLedger(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    snapshot = Transactions.snapshotApart(transactions);
  }

  /** One at a time: who asks meanwhile waits for figures that are nearly ready, instead of counting the same once more. */
  synchronized ConflictSummary now() {
    snapshot.executeWithoutResult(status -> catchUp());
    return tally.summary();
  }

  private void catchUp() {
    long newest = jdbc.sql("select seq from audit_head").query(Long.class).single();
    if (newest == upTo) {
      return;
    }
    List<Long> changed = upTo < 0 ? List.of() : changed(newest);
    boolean all = upTo < 0 || changed.size() > ONE_BY_ONE;
    upTo = -1; // if it is broken off
    if (all) {
      tally.forgetAll();
      List<Land> lands = jdbc.sql(COUNTED + " where " + OPEN).query(SummaryLedger::land).list();
      tally.count(lands, lands);
    } else if (!changed.isEmpty()) {
      recount(changed);
    }
    upTo = newest;
  }

  private List<Long> changed(long newest) {
    return jdbc.sql("""
        select distinct cast(split_part(c.row_key, ',', 1) as bigint)
          from audit_entry e
          cross join lateral (select * from audit_change c where c.change_set = e.change_set and c.table_name = 'conflict' offset 0) c
         where e.seq > :after and e.seq <= :upTo limit :limit
        """).param("after", upTo).param("upTo", newest).param("limit", ONE_BY_ONE + 1).query(Long.class).list();
  }

  private void recount(List<Long> changed) {
    List<Envelope> places = new ArrayList<>(changed.stream().map(tally::forget).flatMap(Optional::stream).toList());
    List<Land> standing = jdbc.sql(COUNTED + " where c.id = any(:ids) and " + OPEN)
        .param("ids", changed.toArray(Long[]::new)).query(SummaryLedger::land).list();
    standing.forEach(land -> places.add(land.bounds()));
    List<Land> concerned = meeting(places);
    tally.count(concerned, meeting(concerned.stream().map(Land::bounds).toList()));
  }

  private List<Land> meeting(Collection<Envelope> places) {
    return jdbc.sql(COUNTED + """
         where %s and c.status <> 'GONE' and c.id in
           (select near.id from unnest(cast(:places as text[])) as place (box)
              join conflict near on near.bounds && cast(place.box as box) and near.status <> 'GONE')
        """.formatted(OPEN)).param("places", places.stream().map(place -> Box.of(place).literal()).toArray(String[]::new))
        .query(SummaryLedger::land).list();
  }

  private static Land land(ResultSet row, int number) throws SQLException {
    Geometry overlap = GeometryCodec.read(row.getBytes("overlap"));
    return new Land(row.getLong("id"), OverlapClass.valueOf(row.getString("overlap_class")),
        Track.valueOf(row.getString("track")), AreaUnits.squareMetres(row.getDouble("area")), overlap,
        Box.of(row.getBytes("bounds")).envelope());
  }
}
