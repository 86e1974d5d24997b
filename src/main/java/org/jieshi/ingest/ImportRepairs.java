package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.User;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.JobQueue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repairs of boundaries: shown beside what was drawn, used when the surveyor accepts them, recorded with both. */
@Component
public class ImportRepairs {

  /** Under this name a record says that its boundary isn't the drawn one. */
  private static final String REPAIR = "REPAIR";
  /** What is said of a boundary by itself, and has to be found anew when it changes. */
  private static final List<String> OF_THE_BOUNDARY = List.of("G1", "G2", "G3", "G4", "G5", "G6", "G7", "A1", "C8");

  private final Imports imports;
  private final ImportRepository repository;
  private final RepairRepository repairs;
  private final StagingRepository staging;
  private final AdministrativeUnits administrativeUnits;
  private final JobQueue jobs;
  private final CurrentUser currentUser;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final Rules rules;

  ImportRepairs(Imports imports, ImportRepository repository, RepairRepository repairs, StagingRepository staging,
      AdministrativeUnits administrativeUnits, JobQueue jobs, CurrentUser currentUser, AuditLog audit,
      OfficeClock clock, Rules rules) {
    this.imports = imports;
    this.repository = repository;
    this.repairs = repairs;
    this.staging = staging;
    this.administrativeUnits = administrativeUnits;
    this.jobs = jobs;
    this.currentUser = currentUser;
    this.audit = audit;
    this.clock = clock;
    this.rules = rules;
  }

  /** In the order of the file, accepted or not. */
  public Page<ShownRepair> page(long importId, int page, int size) {
    currentUser.require();
    Page<Repair> found = repairs.page(importId, Math.max(0, page), Page.size(size));
    return new Page<>(found.items().stream().map(ImportRepairs::shown).toList(), found.total(), found.page(),
        found.size());
  }

  /**
   * Takes the repaired boundary of a record in place of the drawn one, and has the import checked anew.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code FORBIDDEN}, {@code CONFLICTING_STATE}
   */
  @Transactional
  public Import accept(long importId, int record) {
    User user = imports.requireOwn(importId, ImportStatus.STAGED);
    Repair repair = repairs.find(importId, record)
        .orElseThrow(() -> ProblemException.notFound("repair of record", "记录的修复", record));
    if (repair.acceptedBy() != null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "The repair of record %s was accepted already.".formatted(record),
          "第 %s 条记录的修复已被接受。".formatted(record)).about(String.valueOf(record)).asException();
    }
    exchange(importId, repair, user.username());
    repairs.accept(importId, record, user.username(), clock.now());
    repository.advance(importId, ImportStatus.CHECKING, ImportStatus.STAGED);
    jobs.enqueue(ImportChecking.JOB, String.valueOf(importId));
    audit.record("IMPORT_REPAIR_ACCEPTED", "import", importId, Map.of("record", record, "areaDrawn",
        repair.areaDrawn(), "areaRepaired", repair.areaRepaired()));
    return imports.get(importId);
  }

  private void exchange(long importId, Repair repair, String username) {
    Layer layer = repository.request(importId).layer();
    StagedRow drawn = staging.row(importId, repair.record());
    Geometry degrees = CoordinateSystems.transformAcceptingBallpark(
        repair.repaired(), repair.repaired().getSRID(), CoordinateSystems.CGCS2000_DEGREES);
    List<Finding> findings = new ArrayList<>();
    findings.add(told(repair, username));
    new RecordChecks(layer, rules).checkBoundary(repair.record(), repair.repaired(), drawn.fields(), findings);
    StagedFields fields = layer.unitKind() == null ? drawn.fields() : new PlaceChecks(administrativeUnits)
        .locate(layer, repair.record(), repair.repaired(), degrees, drawn.fields(), findings);
    String note = "G1, %s m² → %s m², %s".formatted(repair.areaDrawn(), repair.areaRepaired(), username);
    staging.replace(importId, drawn.with(repair.repaired(), degrees, fields, Map.of(REPAIR, note)));
    staging.forgetFindings(importId, repair.record(), OF_THE_BOUNDARY);
    staging.insertFindings(importId, findings,
        new SystemChecks(CoordinateSystems.bySrid(repair.repaired().getSRID()), Optional.empty()));
  }

  /** Rule G2: a repair that changes more than a trifle of the land stays a warning for whoever commits it. */
  private Finding told(Repair repair, String username) {
    boolean trifle = repair.share().doubleValue() < rules.repairAreaChange();
    return Finding.ofRecord("G2", trifle ? Severity.INFO : Severity.WARN, repair.record(), new Bilingual(
        "The boundary of record %s was repaired (accepted by %s): %s m² as drawn, %s m² as repaired, a difference of %s m².",
        "第 %s 条记录的界线已修复（由 %s 确认）：原绘 %s 平方米，修复后 %s 平方米，相差 %s 平方米。")
        .formatted(repair.record(), username, repair.areaDrawn(), repair.areaRepaired(), repair.difference()));
  }

  private static ShownRepair shown(Repair repair) {
    return new ShownRepair(repair.record(), "G1", repair.areaDrawn(), repair.areaRepaired(), repair.difference(),
        repair.share(), onMap(repair.drawn()), onMap(repair.repaired()), repair.acceptedBy(), repair.acceptedAt());
  }

  private static @Nullable Geometry onMap(Geometry geometry) {
    try {
      return CoordinateSystems.transformAcceptingBallpark(
          geometry, geometry.getSRID(), CoordinateSystems.CGCS2000_DEGREES);
    } catch (GeometryRefusal elsewhere) {
      return null;
    }
  }
}
