package org.jieshi.coordination.patrol;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jieshi.geometry.Areas;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the patrols and their tracks. */
@Repository
class PatrolStore {

  private static final String SELECT = """
      select p.*, cast(p.area as bytea) as ewkb, (select count(*) from finding f where f.patrol_id = p.id) as findings
      from patrol p
      """;

  private final JdbcClient jdbc;
  private final OfficeClock clock;

  PatrolStore(JdbcClient jdbc, OfficeClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void insert(String id, String title, Geometry area, int reach, LocalDate from, LocalDate to,
      Collection<String> people, String by) {
    jdbc.sql("""
        insert into patrol (id, number, title, area, reach, from_on, to_on, status, planned_by, planned_on)
        values (:id, :number, :title, cast(:area as geometry), :reach, :from, :to, 'PLANNED', :by, :today)
        """).param("id", id).param("number", "巡" + id.substring(1)).param("title", title)
        .param("area", GeometryCodec.write(area)).param("reach", reach).param("from", from).param("to", to)
        .param("by", by).param("today", clock.today()).update();
    people.forEach(person -> jdbc.sql("insert into patrol_person (patrol_id, username) values (:id, :person)")
        .param("id", id).param("person", person).update());
  }

  boolean addTrack(Patrol patrol, String fileName, String sha256, byte[] file, Gpx gpx, String by) {
    return jdbc.sql("""
        insert into patrol_track (patrol_id, seq, file_name, sha256, gpx, line, points, length, started_at, ended_at,
          uploaded_by, uploaded_at)
        select :id, coalesce(max(seq), 0) + 1, :name, :sha256, :gpx, cast(:line as geometry), :points, :length,
          :started, :ended, :by, :at from patrol_track where patrol_id = :id
        on conflict (patrol_id, sha256) do nothing
        """).param("id", patrol.id()).param("name", fileName).param("sha256", sha256).param("gpx", file)
        .param("line", GeometryCodec.write(Positions.lines(gpx))).param("points", gpx.points())
        .param("length", BigDecimal.valueOf(gpx.length())).param("started", stamp(gpx.startedAt()))
        .param("ended", stamp(gpx.endedAt())).param("by", by).param("at", Timestamp.from(clock.now())).update() == 1;
  }

  /** Over all tracks it has now. */
  void cover(Patrol patrol) {
    List<Geometry> lines = jdbc.sql("select cast(line as bytea) as ewkb from patrol_track where patrol_id = :id")
        .param("id", patrol.id()).query((row, number) -> GeometryCodec.read(row.getBytes("ewkb"))).list();
    requireOne(patrol, jdbc.sql("""
        update patrol set coverage = :coverage, revision = revision + 1 where id = :id and revision = :revision
        """).param("coverage", Positions.coverage(patrol.area(), lines, patrol.reach())).param("id", patrol.id())
        .param("revision", patrol.revision()).update());
  }

  void end(Patrol patrol, Patrol.Status how, String remark) {
    requireOne(patrol, jdbc.sql("""
        update patrol set status = :status, ended_on = :today, remark = :remark, revision = revision + 1
        where id = :id and revision = :revision
        """).param("status", how.name()).param("today", clock.today()).param("remark", remark)
        .param("id", patrol.id()).param("revision", patrol.revision()).update());
  }

  Optional<Patrol> find(String id) {
    return jdbc.sql(SELECT + "where p.id = :id").param("id", id).query((row, number) -> read(row, true)).optional();
  }

  /** Planned ones first; without the lines of their tracks. */
  Page<Patrol> page(Patrol.@Nullable Status status, int page, int size) {
    String where = "where (cast(:status as text) is null or p.status = :status) ";
    String wanted = status == null ? null : status.name();
    List<Patrol> items = jdbc.sql(SELECT + where
            + "order by p.status <> 'PLANNED', p.to_on desc, p.id desc limit :size offset :offset")
            .param("status", wanted)
        .param("size", size).param("offset", Page.offset(page, size)).query((row, number) -> read(row, false)).list();
    long total = jdbc.sql("select count(*) from patrol p " + where).param("status", wanted).query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  record Planned(String id, String number, String title, LocalDate fromOn, LocalDate toOn, String people) {
  }

  List<Planned> planned() {
    return jdbc.sql("""
        select p.id, p.number, p.title, p.from_on, p.to_on, coalesce(string_agg(x.username, ',' order by x.username),
          '')
          as people
        from patrol p left join patrol_person x on x.patrol_id = p.id where p.status = 'PLANNED'
        group by p.id order by p.to_on, p.id
        """).query(Planned.class).list();
  }

  private static void requireOne(Patrol patrol, int changed) {
    if (changed != 1) {
      throw ProblemException.stale(patrol.id());
    }
  }

  private static @Nullable Timestamp stamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private Patrol read(ResultSet row, boolean lines) throws SQLException {
    String id = row.getString("id");
    Geometry area = GeometryCodec.read(row.getBytes("ewkb"));
    List<Patrol.Track> tracks = jdbc.sql("""
        select seq, file_name, sha256, case when :lines then cast(line as bytea) end as ewkb, points, length,
          started_at, ended_at, uploaded_by
        from patrol_track where patrol_id = :id order by seq
        """).param("id", id).param("lines", lines).query((track, n) -> new Patrol.Track(track.getInt("seq"),
            track.getString("file_name"), track.getString("sha256"), lines ? line(track.getBytes("ewkb")) : null,
            track.getInt("points"), track.getBigDecimal("length"), instant(track, "started_at"),
            instant(track, "ended_at"), track.getString("uploaded_by"))).list();
    BigDecimal coverage = row.getBigDecimal("coverage");
    Patrol.Status status = Patrol.Status.valueOf(row.getString("status"));
    LocalDate to = row.getObject("to_on", LocalDate.class);
    return new Patrol(id, row.getString("number"), row.getString("title"), area,
        AreaUnits.hectares(Areas.ellipsoidArea(area)), row.getInt("reach"), row.getObject("from_on", LocalDate.class),
        to, status == Patrol.Status.PLANNED && to.isBefore(clock.today()), status,
        row.getObject("ended_on", LocalDate.class), row.getString("remark"), jdbc.sql("""
            select p.username,
              u.display_name as name from patrol_person p join user_account u on u.username = p.username
            where p.patrol_id = :id order by p.username
            """).param("id", id).query(Patrol.Person.class).list(), tracks,
        coverage == null ? BigDecimal.ZERO.setScale(4) : coverage,
        tracks.stream().map(Patrol.Track::length).reduce(BigDecimal.ZERO, BigDecimal::add), row.getInt("findings"),
        row.getString("planned_by"), row.getInt("revision"));
  }

  private static Patrol.Line line(byte[] ewkb) {
    Geometry lines = GeometryCodec.read(ewkb);
    List<List<double[]>> coordinates = new ArrayList<>();
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      coordinates.add(Arrays.stream(lines.getGeometryN(i).getCoordinates()).map(c -> new double[] {c.x, c.y}).toList());
    }
    return new Patrol.Line("MultiLineString", coordinates);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
