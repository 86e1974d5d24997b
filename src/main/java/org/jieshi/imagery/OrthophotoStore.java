package org.jieshi.imagery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jieshi.store.Box;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of orthophotos. */
@Repository
class OrthophotoStore {

  private static final String SELECT = "select *, " + Box.SIDES + " from orthophoto where retired_at is null ";

  private final JdbcClient jdbc;

  OrthophotoStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty if the same file is registered already. */
  Optional<Orthophoto> insert(Orthophoto photo) {
    return jdbc.sql("""
        insert into orthophoto (name, sha256, srid, width, height, pixel, flown_on, bounds, added_by, added_at)
        values (:name, :sha256, :srid, :width, :height, :pixel, :flownOn, cast(:bounds as box), :by, :at)
        on conflict do nothing returning id
        """).param("name", photo.name()).param("sha256", photo.sha256()).param("srid", photo.srid())
        .param("width", photo.width()).param("height", photo.height()).param("pixel", photo.pixel())
        .param("flownOn", photo.flownOn()).param("bounds", Box.of(photo.degrees()).literal())
        .param("by", photo.addedBy()).param("at", photo.addedAt().atOffset(ZoneOffset.UTC)).query(Long.class).optional()
        .map(id -> new Orthophoto(id, photo.name(), photo.sha256(), photo.srid(), photo.width(), photo.height(),
            photo.pixel(), photo.flownOn(), photo.addedBy(), photo.addedAt(), photo.degrees()));
  }

  boolean retire(long id, Instant at) {
    return jdbc.sql("update orthophoto set retired_at = :at where id = :id and retired_at is null")
        .param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).update() == 1;
  }

  List<Orthophoto> all() {
    return jdbc.sql(SELECT + "order by id desc").query((row, n) -> photo(row)).list();
  }

  /** The oldest first, so that the newest is drawn last. */
  List<Orthophoto> within(Envelope degrees) {
    return jdbc.sql(SELECT + "and bounds && cast(:window as box) order by coalesce(flown_on, date '0001-01-01'), id")
        .param("window", Box.of(degrees).literal()).query((row, n) -> photo(row)).list();
  }

  private static Orthophoto photo(ResultSet row) throws SQLException {
    return new Orthophoto(row.getLong("id"), row.getString("name"), row.getString("sha256"), row.getInt("srid"),
        row.getInt("width"), row.getInt("height"), row.getDouble("pixel"), row.getObject("flown_on", LocalDate.class),
        row.getString("added_by"), row.getObject("added_at", OffsetDateTime.class).toInstant(),
        Box.of(row).envelope());
  }
}
