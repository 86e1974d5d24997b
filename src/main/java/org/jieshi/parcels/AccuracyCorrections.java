package org.jieshi.parcels;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects the accuracy of a source: of one unit, or of everything that an import brought and that is still in force. What
 * follows from it is judged again in the same transaction; certificates keep the accuracy they were issued with.
 */
@Component
class AccuracyCorrections {

  private final JdbcClient jdbc;
  private final SpatialUnits units;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final ApplicationEventPublisher events;

  AccuracyCorrections(JdbcClient jdbc, SpatialUnits units, CurrentUser current, AuditLog audit, OfficeClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.units = units;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** @param ifMatch the revision of the unit that was seen */
  @Transactional
  List<AccuracyCorrection> correct(UnitKind kind, String code, Correction correction, @Nullable String ifMatch) {
    current.require(Role.REVIEWER);
    UnitVersion unit = units.find(kind, code).filter(UnitVersion::current)
        .orElseThrow(() -> ProblemException.notFound(kind.title().en(), kind.title().zh(), code));
    Revision.require(ifMatch, unit.revision(), code);
    return enter(List.of(unit.ref().id()), code, correction);
  }

  @Transactional
  List<AccuracyCorrection> correctImport(long importId, Correction correction) {
    current.require(Role.REVIEWER);
    List<Long> brought = jdbc.sql("""
        select unit_id from spatial_unit_version where import_id = :import and current order by unit_id
        """).param("import", importId).query(Long.class).list();
    if (brought.isEmpty()) {
      throw ProblemException.notFound("unit in force of import", "在册图形，成果批次", importId);
    }
    return enter(brought, "import " + importId, correction);
  }

  /** Of a unit, the newest first. */
  List<AccuracyCorrection> of(UnitKind kind, String code) {
    return read("u.kind = :kind and u.code = :code", Map.of("kind", kind.name(), "code", code));
  }

  private List<AccuracyCorrection> enter(List<Long> unitIds, String subject, Correction correction) {
    String user = current.require().username();
    OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
    jdbc.sql("select id from spatial_unit where id = any(:ids) order by id for update")
        .param("ids", unitIds.toArray(Long[]::new)).query(Long.class).list();
    List<Long> entered = jdbc.sql("""
        insert into accuracy_correction (unit_id, unit_version, before, after, reason, document, entered_by, entered_at)
        select unit_id, version, accuracy, :after, :reason, :document, :user, :now from spatial_unit_version
         where unit_id = any(:ids) and current and accuracy is distinct from :after order by unit_id
        returning id
        """).param("after", correction.accuracy()).param("reason", correction.reason().strip())
        .param("document", correction.document()).param("user", user).param("now", now)
        .param("ids", unitIds.toArray(Long[]::new)).query(Long.class).list();
    if (entered.isEmpty()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "%s already has an accuracy of %s m.".formatted(subject, correction.accuracy()),
          "%s 的测量精度已是 %s 米。".formatted(subject, correction.accuracy())).about(subject).asException();
    }
    List<AccuracyCorrection> corrections = read("c.id = any(:ids)", Map.of("ids", entered.toArray(Long[]::new)));
    List<Long> changed = jdbc.sql("""
        update spatial_unit_version v set accuracy = c.after from accuracy_correction c
         where c.id = any(:ids) and v.unit_id = c.unit_id and v.version = c.unit_version returning v.unit_id
        """).param("ids", entered.toArray(Long[]::new)).query(Long.class).list();
    jdbc.sql("update spatial_unit set revision = revision + 1 where id = any(:ids)")
        .param("ids", changed.toArray(Long[]::new)).update();
    Map<String, Object> detail = new LinkedHashMap<>(Map.of("accuracy", correction.accuracy(), "count",
        changed.size(), "reason", correction.reason().strip()));
    if (correction.document() != null) {
      detail.put("document", correction.document());
    }
    audit.record("ACCURACY_CORRECTED", "accuracy", subject, detail);
    events.publishEvent(new AccuracyCorrected(changed));
    return corrections;
  }

  private List<AccuracyCorrection> read(String where, Map<String, ?> parameters) {
    return jdbc.sql("""
        select c.*, u.kind, u.code from accuracy_correction c join spatial_unit u on u.id = c.unit_id where\s"""
            + where + " order by c.id desc").params(parameters)
        .query((row, number) -> new AccuracyCorrection(row.getLong("id"), UnitKind.valueOf(row.getString("kind")),
            row.getString("code"), row.getInt("unit_version"), row.getObject("before", Double.class),
            row.getDouble("after"), row.getString("reason"), row.getString("document"), row.getString("entered_by"),
            row.getObject("entered_at", OffsetDateTime.class).toInstant())).list();
  }

  /** @param accuracy RMSE, m */
  record Correction(double accuracy, String reason, @Nullable String document) {
  }
}
