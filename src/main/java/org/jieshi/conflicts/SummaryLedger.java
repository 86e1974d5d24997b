package org.jieshi.conflicts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.geometry.kernel.NetCover;
import org.jieshi.shared.AreaUnits;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figures of the conflicts that are open or in a case, kept in memory and brought up to date by what the audit chain says
 * has changed: no row changes without being told there, whichever program changed it. Of each conflict it keeps how much of
 * its land lies under none with a smaller id, in all of them, in its class and on its track; a change concerns the conflict
 * itself and those with a greater id that it meets.
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
  private final NetCover cover = new NetCover();
  private final Map<Long, Entry> entries = new HashMap<>();
  private long upTo = -1;

  SummaryLedger(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    snapshot.setReadOnly(true);
  }

  /** A conflict with its land. @param bounds CGCS2000 degrees */
  private record Land(long id, OverlapClass overlapClass, Track track, BigDecimal area, Geometry overlap, FlatLand flat,
      Envelope bounds) {

    boolean isReal() {
      return overlapClass != OverlapClass.NOISE;
    }
  }

  /**
   * What is kept of a conflict.
   *
   * @param area m², rounded: totals add figures that are rounded already (domain.md §3)
   * @param net m² that lie under no real conflict before it
   * @param netOfClass under none of its class
   * @param netOfTrack under no real one of its track
   */
  private record Entry(OverlapClass overlapClass, Track track, BigDecimal area, double net, double netOfClass,
      double netOfTrack, Envelope bounds) {
  }

  /** One at a time: who asks meanwhile waits for figures that are nearly ready, instead of counting the same once more. */
  synchronized ConflictSummary now() {
    snapshot.executeWithoutResult(status -> catchUp());
    return added();
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
      entries.clear();
      List<Land> lands = jdbc.sql(COUNTED + " where " + OPEN).query(SummaryLedger::land).list();
      count(lands, lands);
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
    List<Envelope> places = new ArrayList<>(changed.stream().map(entries::remove).filter(Objects::nonNull)
        .map(Entry::bounds).toList());
    List<Land> standing = jdbc.sql(COUNTED + " where c.id = any(:ids) and " + OPEN)
        .param("ids", changed.toArray(Long[]::new)).query(SummaryLedger::land).list();
    standing.forEach(land -> places.add(land.bounds()));
    List<Land> concerned = meeting(places);
    count(concerned, meeting(concerned.stream().map(Land::bounds).toList()));
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
        FlatLand.of(overlap), Box.of(row.getBytes("bounds")).envelope());
  }

  /** @param near every conflict that may lie over one of the counted ones, themselves too */
  private void count(List<Land> counted, List<Land> near) {
    HPRtree tree = new HPRtree();
    near.forEach(land -> tree.insert(land.bounds(), land));
    for (Land land : counted) {
      List<Land> earlier = new ArrayList<>();
      for (Object found : tree.query(land.bounds())) {
        if (((Land) found).id() < land.id()) {
          earlier.add((Land) found);
        }
      }
      entries.put(land.id(), entry(land, earlier));
    }
  }

  /** Most land lies under others of its own class and track alone, or under none: then one figure is all three. */
  private Entry entry(Land land, List<Land> earlier) {
    List<Land> ofClass = earlier.stream().filter(other -> other.overlapClass() == land.overlapClass()).toList();
    double netOfClass = outside(land, ofClass);
    double net = 0;
    double netOfTrack = 0;
    if (land.isReal()) {
      List<Land> real = earlier.stream().filter(Land::isReal).toList();
      List<Land> ofTrack = real.stream().filter(other -> other.track() == land.track()).toList();
      net = real.equals(ofClass) ? netOfClass : outside(land, real);
      netOfTrack = ofTrack.equals(real) ? net : ofTrack.equals(ofClass) ? netOfClass : outside(land, ofTrack);
    }
    return new Entry(land.overlapClass(), land.track(), land.area(), net, netOfClass, netOfTrack, land.bounds());
  }

  private double outside(Land land, List<Land> earlier) {
    int plane = land.overlap().getSRID();
    List<FlatLand> others = earlier.stream().map(other -> other.overlap().getSRID() == plane ? other.flat()
        : FlatLand.of(CoordinateSystems.inPlane(other.overlap(), plane))).toList();
    return cover.of(land.flat(), others, null);
  }

  private ConflictSummary added() {
    Sum all = new Sum();
    Map<OverlapClass, Sum> classes = new EnumMap<>(OverlapClass.class);
    Map<Track, Sum> tracks = new EnumMap<>(Track.class);
    for (Entry entry : entries.values()) {
      classes.computeIfAbsent(entry.overlapClass(), key -> new Sum()).add(entry.area(), entry.netOfClass());
      if (entry.overlapClass() != OverlapClass.NOISE) {
        all.add(entry.area(), entry.net());
        tracks.computeIfAbsent(entry.track(), key -> new Sum()).add(entry.area(), entry.netOfTrack());
      }
    }
    ConflictSummary.Part real = all.part();
    return new ConflictSummary(real.count(), real.pairArea(), AreaUnits.hectares(real.pairArea()), real.netArea(),
        AreaUnits.hectares(real.netArea()), parts(classes, OverlapClass.class), parts(tracks, Track.class));
  }

  private static <K extends Enum<K>> Map<K, ConflictSummary.Part> parts(Map<K, Sum> sums, Class<K> keys) {
    Map<K, ConflictSummary.Part> parts = new EnumMap<>(keys);
    sums.forEach((key, sum) -> parts.put(key, sum.part()));
    return parts;
  }

  private static final class Sum {
    private int count;
    private BigDecimal area = BigDecimal.ZERO.setScale(2);
    private double net;

    void add(BigDecimal more, double moreNet) {
      count++;
      area = area.add(more);
      net += moreNet;
    }

    ConflictSummary.Part part() {
      return new ConflictSummary.Part(count, area, AreaUnits.squareMetres(net));
    }
  }
}
