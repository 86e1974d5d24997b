package org.jieshi.disputes.encroachment;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.geometry.Areas;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every occupation, present and past, with what is known of it. */
@Service
public class EncroachmentRegister {

  private final JdbcClient jdbc;
  private final EncroachmentLedger ledger;
  private final SpatialUnits units;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;

  EncroachmentRegister(JdbcClient jdbc, EncroachmentLedger ledger, SpatialUnits units, CurrentUser current,
      AuditLog audit, OfficeClock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.units = units;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where an occupation stands. */
  enum Stage { FOUND, IN_CASE, RECOVERED, CEDED }

  /**
   * @param area m², plane, of this occupation alone
   * @param fact what an officer entered; null while nobody has
   * @param revision of the fact, for changing it; 0 while there is none
   * @param recoveredOn with {@code recoveredArea} where it was given back
   */
  record Line(String claim, @Nullable String occupier, String parcel, LocalDate since, BigDecimal area, Stage stage,
      @Nullable String caseNumber, @Nullable EncroachmentFact fact, int revision, @Nullable LocalDate recoveredOn,
      @Nullable BigDecimal recoveredArea, @Nullable String document) {
  }

  private record Entered(EncroachmentFact fact, int revision) {
  }

  @Transactional(readOnly = true)
  List<Line> all() {
    current.require();
    return ledger.all().stream().map(this::line).toList();
  }

  private Line line(OccupiedLand land) {
    Optional<Entered> entered = entered(land.claimUnit());
    BigDecimal area = AreaUnits.squareMetres(Areas.planeAreaExact(land.land()));
    boolean recovered = land.how() == OccupiedLand.End.RECOVERED;
    Stage stage = land.how() != null ? recovered ? Stage.RECOVERED : Stage.CEDED
        : land.caseNumber() != null ? Stage.IN_CASE : Stage.FOUND;
    return new Line(land.claim(), land.occupier(), land.parcel(), land.since(), area, stage, land.caseNumber(),
        entered.map(Entered::fact).orElse(null), entered.map(Entered::revision).orElse(0),
        recovered ? land.endedOn() : null, recovered ? area : null, land.document());
  }

  /** @param revision of the fact that the person has seen; 0 for none */
  @Transactional
  public void enter(String claimCode, int revision, EncroachmentFact fact) {
    User person = current.require(Role.SURVEYOR, Role.REVIEWER, Role.MEDIATOR);
    UnitVersion claim = units.get(UnitKind.CLAIM, claimCode);
    if (fact.foundOn().isAfter(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "It cannot have been found on %s already.".formatted(fact.foundOn()),
          "发现日期 %s 尚未到来。".formatted(fact.foundOn())).about(claimCode).inField("foundOn").asException();
    }
    if ((fact.landUseScheme() == null) != (fact.landUseCode() == null)) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "A land-use code needs the edition of its classification.",
          "地类编码须注明分类标准。").about(claimCode).inField("landUseScheme").asException();
    }
    int changed = jdbc.sql(revision == 0 ? """
        insert into encroachment_fact (claim_unit, way, found_by, found_on, land_use_scheme, land_use_code, document,
          amount, note, entered_by, entered_at)
        values (:unit, :way, :foundBy, :foundOn, :scheme, :code, :document, :amount, :note, :by, :at)
        on conflict do nothing
        """ : """
        update encroachment_fact set way = :way, found_by = :foundBy, found_on = :foundOn, land_use_scheme = :scheme,
          land_use_code = :code, document = :document, amount = :amount, note = :note, entered_by = :by,
          entered_at = :at, revision = revision + 1
        where claim_unit = :unit and revision = :revision
        """).param("unit", claim.ref().id()).param("way", fact.way().name()).param("foundBy", fact.foundBy().name())
        .param("foundOn", fact.foundOn()).param("scheme", fact.landUseScheme()).param("code", fact.landUseCode())
        .param("document", fact.document()).param("amount", fact.amount(), Types.NUMERIC).param("note", fact.note())
        .param("by", person.username()).param("at", Timestamp.from(clock.now())).param("revision", revision).update();
    if (changed != 1) {
      throw ProblemException.stale(claimCode);
    }
    audit.record("ENCROACHMENT_ENTERED", "claim", claimCode, Map.of("way", fact.way(), "foundBy", fact.foundBy()));
  }

  private Optional<Entered> entered(long unit) {
    return jdbc.sql("select * from encroachment_fact where claim_unit = :unit").param("unit", unit)
        .query((row, number) -> new Entered(new EncroachmentFact(EncroachmentFact.Way.valueOf(row.getString("way")),
            EncroachmentFact.FoundBy.valueOf(row.getString("found_by")), row.getObject("found_on", LocalDate.class),
            row.getString("land_use_scheme"), row.getString("land_use_code"), row.getString("document"),
            row.getBigDecimal("amount"), row.getString("note")), row.getInt("revision"))).optional();
  }
}
