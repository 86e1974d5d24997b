package org.jieshi.ingest.transformation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets of local parameters: administrators enter and retire them, everybody signed in reads them. */
@Component
public class TransformationSets {

  private static final String SELECT = "select t.*, " + Box.SIDES + " from transformation t";

  private final JdbcClient jdbc;
  private final CurrentUser currentUser;
  private final AuditLog audit;
  private final OfficeClock clock;

  TransformationSets(JdbcClient jdbc, CurrentUser currentUser, AuditLog audit, OfficeClock clock) {
    this.jdbc = jdbc;
    this.currentUser = currentUser;
    this.audit = audit;
    this.clock = clock;
  }

  /** Newest first, those in use before the retired ones. */
  public List<TransformationSet> all() {
    currentUser.require();
    return jdbc.sql(SELECT + " order by retired_at is not null, id desc").query(this::read).list();
  }

  public Optional<TransformationSet> find(long id) {
    return jdbc.sql(SELECT + " where id = :id").param("id", id).query(this::read).optional();
  }

  /** @throws ProblemException {@code NOT_FOUND} */
  public TransformationSet get(long id) {
    return find(id).orElseThrow(() -> ProblemException.notFound("transformation", "转换参数", id));
  }

  /**
   * Enters a set.
   *
   * @throws ProblemException {@code FORBIDDEN}; {@code INVALID_FIELD} naming the figure that can't be
   */
  @Transactional
  public TransformationSet add(NewTransformation given) {
    String user = currentUser.require(Role.ADMINISTRATOR).username();
    NewSetRules.Systems systems = NewSetRules.check(given);
    Box bounds = new Box(given.bounds().get(0), given.bounds().get(1), given.bounds().get(2), given.bounds().get(3));
    long id = jdbc.sql("""
        insert into transformation (name, method, from_srid, to_srid, dx, dy, dz, rx, ry, rz, scale_ppm, rmse,
          source_document, area, bounds, valid_from, created_by, created_at)
        values (:name, :method, :from, :to, :dx, :dy, :dz, :rx, :ry, :rz, :scale, :rmse, :document, :area,
          cast(:bounds as box), :validFrom, :by, :now)
        returning id
        """)
        .param("name", given.name().strip()).param("method", given.method().name())
        .param("from", systems.from()).param("to", systems.to())
        .param("dx", given.dx()).param("dy", given.dy()).param("dz", orZero(given.dz()))
        .param("rx", orZero(given.rx())).param("ry", orZero(given.ry())).param("rz", given.rz())
        .param("scale", given.scalePpm()).param("rmse", given.rmse())
        .param("document", given.sourceDocument().strip()).param("area", given.area().strip())
        .param("bounds", bounds.literal()).param("validFrom", Date.valueOf(given.validFrom()))
        .param("by", user).param("now", Timestamp.from(clock.now()))
        .query(Long.class).single();
    audit.record("TRANSFORMATION_ADDED", "transformation", id, Map.of("name", given.name(), "method", given.method(),
        "rmse", given.rmse(), "sourceDocument", given.sourceDocument()));
    return get(id);
  }

  /**
   * Takes a set out of use; what it has carried stays as it is.
   *
   * @throws ProblemException {@code FORBIDDEN}, {@code NOT_FOUND}, {@code VERSION_STALE}, {@code CONFLICTING_STATE}
   */
  @Transactional
  public TransformationSet retire(long id, int revision, String reason) {
    String user = currentUser.require(Role.ADMINISTRATOR).username();
    TransformationSet present = get(id);
    if (present.retiredAt() != null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Transformation %s is retired already.".formatted(id),
          "转换参数 %s 已停用。".formatted(id)).about(String.valueOf(id)).asException();
    }
    int changed = jdbc.sql("""
        update transformation set retired_by = :by, retired_at = :now, retired_reason = :reason, revision = revision + 1
         where id = :id and revision = :revision
        """).param("by", user).param("now", Timestamp.from(clock.now())).param("reason", reason.strip())
        .param("id", id).param("revision", revision).update();
    if (changed == 0) {
      throw ProblemException.stale("transformation " + id);
    }
    audit.record("TRANSFORMATION_RETIRED", "transformation", id, Map.of("reason", reason));
    return get(id);
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private TransformationSet read(ResultSet row, int number) throws SQLException {
    Timestamp retired = row.getTimestamp("retired_at");
    Box box = Box.of(row);
    return new TransformationSet(row.getLong("id"), row.getString("name"), Method.valueOf(row.getString("method")),
        "EPSG:" + row.getInt("from_srid"), "EPSG:" + row.getInt("to_srid"), row.getDouble("dx"), row.getDouble("dy"),
        row.getDouble("dz"), row.getDouble("rx"), row.getDouble("ry"), row.getDouble("rz"), row.getDouble("scale_ppm"),
        row.getDouble("rmse"), row.getString("source_document"), row.getString("area"),
        List.of(box.west(), box.south(), box.east(), box.north()),
        row.getDate("valid_from").toLocalDate(), row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(), row.getString("retired_by"),
        retired == null ? null : retired.toInstant(), row.getString("retired_reason"), row.getInt("revision"));
  }
}
