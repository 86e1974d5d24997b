package org.jieshi.parcels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jieshi.audit.AuditLog;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Parcels, claims and evidence, by version. Every change joins the caller's transaction, records itself in the audit
 * log and publishes {@link UnitsChanged} before it returns.
 */
@Component
public class SpatialUnits {

  private final UnitReader reader;
  private final UnitWriter writer;
  private final ImportUndo importUndo;
  private final AdministrativeUnits administrativeUnits;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  SpatialUnits(UnitReader reader, UnitWriter writer, ImportUndo importUndo, AdministrativeUnits administrativeUnits,
      AuditLog audit, ApplicationEventPublisher events) {
    this.reader = reader;
    this.writer = writer;
    this.importUndo = importUndo;
    this.administrativeUnits = administrativeUnits;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Puts units on the register, in sets. A code that is on it already gets a new version. Sub-farm, town and village
   * that a draft does not name are found from its boundary.
   *
   * @return one reference for each draft, in the order of the drafts
   * @throws ProblemException {@code DUPLICATE} for a code given twice, {@code GEOMETRY_INVALID}, {@code GEOMETRY_KIND},
   *     {@code CRS_NEEDS_PARAMETERS}; {@code CONFLICTING_STATE} for a certified parcel or a number that was retired
   */
  @Transactional
  public List<UnitRef> add(UnitKind kind, List<UnitDraft> drafts, ChangeReason why) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    Map<String, UnitHead> known = writer.lock(kind, drafts.stream().map(UnitDraft::code).toList());
    known.values().forEach(head -> requireReplaceable(kind, head));
    Locator locator = administrativeUnits.locator();
    List<NewVersion> versions = new ArrayList<>(drafts.size());
    for (UnitDraft draft : drafts) {
      MeasuredUnit measured = MeasuredUnit.of(draft.code(), draft.boundary(), draft.srid(), draft.accuracy());
      UnitFacts facts = draft.facts().locatedIn(locator.locate(measured.boundary(), measured.degrees()));
      versions.add(new NewVersion(draft, facts, measured));
    }
    List<UnitRef> refs = writer.write(kind, known, versions, why);
    audit.record("UNITS_ADDED", subjectKind(kind), refs.size() == 1 ? refs.get(0).code() : "*",
        detail(why, Map.of("count", refs.size())));
    events.publishEvent(new UnitsChanged(refs, List.of()));
    return refs;
  }

  /**
   * Gives a unit another boundary, in the coordinate system it has; everything else stays.
   *
   * @throws ProblemException {@code VERSION_STALE} if the version is not the one in force; otherwise as {@link #add}
   */
  @Transactional
  public UnitRef amend(UnitRef expected, Geometry newBoundary, ChangeReason why) {
    UnitVersion now = requireCurrent(expected);
    requireReplaceable(expected.kind(), UnitHead.of(now));
    MeasuredUnit measured = MeasuredUnit.of(expected.code(), newBoundary, now.srid(), now.accuracy());
    NewVersion version = new NewVersion(now.draftByHand(), now.facts(), measured);
    UnitRef ref = writer.write(expected.kind(), Map.of(expected.code(), UnitHead.of(now)), List.of(version), why).get(0);
    audit.record(expected.kind() + "_AMENDED", subjectKind(expected.kind()), expected.code(), detail(why,
        Map.of("version", ref.version(), "areaBefore", now.planeArea(), "areaAfter", measured.planeArea())));
    events.publishEvent(new UnitsChanged(List.of(ref), List.of()));
    return ref;
  }

  /**
   * Takes a unit off the map: a claim or evidence is withdrawn, a parcel retired. Its versions stay readable.
   *
   * @throws ProblemException {@code VERSION_STALE}; {@code CONFLICTING_STATE} for a certified parcel
   */
  @Transactional
  public void withdraw(UnitRef expected, ChangeReason why) {
    requireReplaceable(expected.kind(), UnitHead.of(requireCurrent(expected)));
    writer.end(expected.kind(), List.of(expected.id()), why);
    audit.record(expected.kind() + "_WITHDRAWN", subjectKind(expected.kind()), expected.code(), detail(why, Map.of()));
    events.publishEvent(new UnitsChanged(List.of(), List.of(expected)));
  }

  /**
   * Takes an import back: units that it brought disappear, units that it changed get their former boundary as a new
   * version.
   *
   * @return how many units were taken back
   * @throws ProblemException {@code IMPORT_IN_USE}, naming one of them, if a unit has moved on since or is in use
   */
  @Transactional
  public int undoImport(long importId) {
    UnitsChanged undone = importUndo.undo(importId);
    audit.record("UNITS_UNDONE", "import", importId,
        Map.of("withdrawn", undone.gone().size(), "restored", undone.changed().size()));
    events.publishEvent(undone);
    return undone.gone().size() + undone.changed().size();
  }

  /**
   * Moves a parcel along {@link UnitStatus}.
   *
   * @throws ProblemException {@code CONFLICTING_STATE} if the way does not lead there
   */
  @Transactional
  public void setParcelStatus(String code, UnitStatus status, ChangeReason why) {
    UnitHead head = writer.lock(UnitKind.PARCEL, List.of(code)).get(code);
    if (head == null) {
      throw ProblemException.notFound("parcel", "宗地", code);
    }
    if (head.status() == status) {
      return;
    }
    if (!head.status().leadsTo(status)) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Parcel %s is %s and cannot become %s.".formatted(code, head.status(), status),
          "宗地 %s 当前状态为 %s，不能变更为 %s。".formatted(code, head.status(), status)).about(code).asException();
    }
    writer.setStatus(head.id(), status);
    audit.record("PARCEL_" + status, "parcel", code, detail(why, Map.of("before", head.status())));
    if (head.status() == UnitStatus.CERTIFIED || status == UnitStatus.CERTIFIED) {
      events.publishEvent(new UnitsChanged(List.of(new UnitRef(head.id(), UnitKind.PARCEL, code, head.version())),
          List.of()));
    }
  }

  /** The newest version, in force or not. */
  public Optional<UnitVersion> find(long unitId) {
    return reader.newest(unitId);
  }

  /** As {@link #find(long)}; refused with {@code NOT_FOUND} if there is none. */
  public UnitVersion get(long unitId) {
    return find(unitId).orElseThrow(() -> ProblemException.notFound("spatial unit", "空间单元", unitId));
  }

  public UnitVersion getVersion(long unitId, int version) {
    return reader.version(unitId, version)
        .orElseThrow(() -> ProblemException.notFound("version", "版本", unitId + "/" + version));
  }

  /** The land that two versions share, in the plane system of the first; empty if there is none. */
  public Geometry sharedLand(long unit, int version, long otherUnit, int otherVersion) {
    Geometry here = getVersion(unit, version).boundary();
    Geometry there = CoordinateSystems.inPlane(getVersion(otherUnit, otherVersion).boundary(), here.getSRID());
    Geometry shared = Overlap.between(here, there).map(overlap -> overlap.geometry().copy())
        .orElseGet(() -> here.getFactory().createPolygon());
    shared.setSRID(here.getSRID());
    return shared;
  }

  /** The newest version of a code, in force or not. */
  public Optional<UnitVersion> find(UnitKind kind, String code) {
    return reader.newest(kind, code);
  }

  /**
   * Holds a parcel until the transaction ends: whoever decides on it, or opens a case on it, waits. What is read
   * afterwards is what others have left.
   */
  public void lockParcel(String code) {
    if (writer.lock(UnitKind.PARCEL, List.of(code)).isEmpty()) {
      throw ProblemException.notFound("parcel", "宗地", code);
    }
  }

  /** Whether any evidence of this basis is in force. */
  public boolean hasEvidence(String basis) {
    return reader.hasEvidence(basis);
  }

  /** The version that was in force at a moment, with the status it had then. */
  public Optional<UnitVersion> findAt(UnitKind kind, String code, Instant moment) {
    return reader.at(kind, code, moment);
  }

  /** As {@link #find}; refused with {@code NOT_FOUND} if there is none. */
  public UnitVersion get(UnitKind kind, String code) {
    return find(kind, code)
        .orElseThrow(() -> ProblemException.notFound(kind.title().en(), kind.title().zh(), code));
  }

  /** All versions of a unit, newest first. */
  public List<UnitVersion> versions(long unitId) {
    return reader.versions(unitId);
  }

  /** The versions in force of these units, in order of id; units without one are left out. */
  public List<UnitVersion> getAll(Collection<Long> unitIds) {
    return reader.current(unitIds);
  }

  /** Versions in force whose bounds meet a window in CGCS2000 degrees; none of {@code kinds} means all. */
  public List<UnitVersion> currentWithin(Envelope degrees, UnitKind... kinds) {
    return reader.currentWithin(degrees, kinds);
  }

  /** Every version in force, in order of id, without holding them all in memory. */
  @Transactional(readOnly = true)
  public void forEachCurrent(Consumer<UnitVersion> action, UnitKind... kinds) {
    reader.forEachCurrent(action, kinds);
  }

  private UnitVersion requireCurrent(UnitRef expected) {
    writer.lock(expected.kind(), List.of(expected.code()));
    return reader.version(expected.id(), expected.version()).filter(UnitVersion::current)
        .orElseThrow(() -> ProblemException.stale(expected.code()));
  }

  private static void requireReplaceable(UnitKind kind, UnitHead head) {
    if (head.status() == UnitStatus.CERTIFIED) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Parcel %s is certified; its boundary changes only after its certificate is cancelled.".formatted(head.code()),
          "宗地 %s 已颁发证书，须先注销证书方可变更界线。".formatted(head.code())).about(head.code()).asException();
    }
    boolean ended = head.status() == UnitStatus.RETIRED || head.status() == UnitStatus.WITHDRAWN;
    if (ended && !ChangeReason.UNDO.equals(head.endedReason())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "The number %s was withdrawn and is not used again: give the %s a new one."
              .formatted(head.code(), kind.title().en()),
          "编号 %s 已注销，不得重复使用，请为该%s另编新号。".formatted(head.code(), kind.title().zh()))
          .about(head.code()).asException();
    }
  }

  private static String subjectKind(UnitKind kind) {
    return kind.name().toLowerCase();
  }

  private static Map<String, ?> detail(ChangeReason why, Map<String, ?> facts) {
    Map<String, Object> detail = new LinkedHashMap<>(facts);
    detail.put("reason", why.reason());
    if (why.subject() != null) {
      detail.put("subject", why.subject());
    }
    return detail;
  }
}
