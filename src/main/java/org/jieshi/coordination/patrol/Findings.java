package org.jieshi.coordination.patrol;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictFilter;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.coordination.Numbers;
import org.jieshi.coordination.due.DueSource;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.TimeLimits;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.disputes.CaseIntake;
import org.jieshi.disputes.encroachment.EncroachmentFact;
import org.jieshi.disputes.encroachment.EncroachmentRegister;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes findings down and turns them into claims and cases. */
@Service
class Findings implements DueSource {

  /** RMSE of a phone's receiver in the open, m; what is taken when nobody says better. */
  static final double USUAL_ACCURACY = 5;

  private static final Role[] DESK = {Role.REVIEWER, Role.MEDIATOR};

  private final FindingStore store;
  private final Patrols patrols;
  private final Numbers numbers;
  private final SpatialUnits units;
  private final Conflicts conflicts;
  private final CaseIntake cases;
  private final EncroachmentRegister encroachments;
  private final TimeLimits limits;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  Findings(FindingStore store, Patrols patrols, Numbers numbers, SpatialUnits units, Conflicts conflicts,
      CaseIntake cases, EncroachmentRegister encroachments, TimeLimits limits, CurrentUser current, OfficeClock clock,
      AuditLog audit) { this.store = store;
    this.patrols = patrols;
    this.numbers = numbers;
    this.units = units;
    this.conflicts = conflicts;
    this.cases = cases;
    this.encroachments = encroachments;
    this.limits = limits;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /** @param corners of the outline, degrees; empty for a point only */
  record NewFinding(@Nullable String patrolId, LocalDate foundOn, double lon, double lat, List<List<Double>> corners,
      double accuracy, String occupier, EncroachmentFact.Way way, @Nullable LocalDate since, @Nullable String note) {
  }

  @Transactional
  Finding add(NewFinding finding) {
    User me = current.require(Patrols.FIELD);
    if (finding.foundOn().isAfter(clock.today()) || finding.since() != null && finding.since()
        .isAfter(finding.foundOn())) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "It was found today or before, and began before it was found.",
          "发现日期不得晚于今日，侵占起始不得晚于发现日期。").inField("foundOn").asException();
    }
    if (finding.patrolId() != null) {
      patrols.get(finding.patrolId());
    }
    Geometry position = Positions.point(finding.lon(), finding.lat(), "lon");
    Geometry outline = finding.corners().isEmpty() ? null : Positions.polygon(finding.corners(), "outline");
    String id = "F" + numbers.next("FINDING", clock.today().getYear());
    store.insert(id, finding, position, outline, parcelUnder(outline == null ? position : outline)
        .map(unit -> unit.ref().code()).orElse(null), me.username());
    audit.record("FINDING_ENTERED", "finding", id, Map.of("occupier", finding.occupier(), "way", finding.way().name()));
    return get(id);
  }

  /** Draws the outline of what was a point, or draws it better. */
  @Transactional
  Finding outline(String id, int revision, List<List<Double>> corners, double accuracy) {
    current.require(Patrols.FIELD);
    Finding finding = open(id, revision);
    Geometry outline = Positions.polygon(corners, "outline");
    store.outline(finding, outline, accuracy, parcelUnder(outline).map(unit -> unit.ref().code()).orElse(null));
    audit.record("FINDING_OUTLINED", "finding", id);
    return get(id);
  }

  @Transactional
  Finding addPhoto(String id, String name, byte[] content) {
    User me = current.require(Patrols.FIELD);
    get(id);
    String sha256 = Sha256.hex(content);
    if (store.addPhoto(id, name, Files.imageType(content), sha256, content, me.username())) {
      audit.record("FINDING_PHOTO_ADDED", "finding", id, Map.of("sha256", sha256));
    }
    return get(id);
  }

  /**
   * Enters the occupied land as a claim by occupation and in the register; its overlaps are judged in this transaction.
   */
  @Transactional
  Finding claim(String id, int revision) {
    current.require(DESK);
    enterClaim(open(id, revision));
    return get(id);
  }

  /** Enters the claim, if that was not done, and opens a case about its overlaps. */
  @Transactional
  Finding openCase(String id, int revision) {
    current.require(DESK);
    Finding finding = get(id);
    if (finding.revision() != revision) {
      throw ProblemException.stale(id);
    }
    if (finding.status() == Finding.Status.OPEN) {
      enterClaim(finding);
      finding = get(id);
    }
    if (finding.status() != Finding.Status.CLAIMED) {
      throw closed(finding);
    }
    List<Long> overlaps = overlaps(id).stream().filter(conflict -> conflict.status() == ConflictStatus.OPEN)
        .map(Conflict::id).toList();
    if (overlaps.isEmpty()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Finding %s overlaps no parcel any more, or its overlaps are in a case already.".formatted(id),
          "巡查发现 %s 已不与宗地重叠，或其重叠已在案件中。".formatted(finding.number())).about(id).asException();
    }
    String caseId = cases.open(overlaps, finding.occupier() + " · " + finding.number(),
        "巡查发现 %s，%s".formatted(finding.number(), finding.foundOn()));
    store.inCase(finding, caseId);
    audit.record("FINDING_BECAME_CASE", "finding", id, Map.of("case", caseId));
    return get(id);
  }

  private void enterClaim(Finding finding) {
    if (finding.outline() == null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Finding %s is a point: draw the outline of the occupied land first.".formatted(finding.id()),
          "巡查发现 %s 只有点位，请先绘制侵占范围。".formatted(finding.number())).about(finding.id()).inField("outline").asException();
    }
    UnitVersion parcel = parcelUnder(finding.outline()).orElseThrow(() -> Problem.of(ProblemCode.CONFLICTING_STATE,
        "Finding %s lies on no parcel of the register; dismiss it or draw its outline where it lies."
            .formatted(finding.id()),
        "巡查发现 %s 不在任何在册宗地上，请更正范围或予以排除。".formatted(finding.number())).about(finding.id()).asException());
    Geometry land = CoordinateSystems.transformAcceptingBallpark(finding.outline(), CoordinateSystems.CGCS2000_DEGREES,
        parcel.srid());
    UnitFacts facts = new UnitFacts(finding.occupier(), UnitFacts.OCCUPATION, null, finding.since(), null, null, null,
        null, null, null, null, Map.of("finding", finding.number(), "way", finding.way().name()));
    units.add(UnitKind.CLAIM, List.of(new UnitDraft(finding.id(), land, parcel.srid(), null, finding.accuracy(), facts,
        null, null)), new ChangeReason("PATROL", finding.id()));
    store.claimed(finding, parcel.ref().code());
    encroachments.enter(finding.id(), 0, new EncroachmentFact(finding.way(), EncroachmentFact.FoundBy.PATROL,
        finding.foundOn(), null, null, null, null, finding.note()));
    audit.record("FINDING_BECAME_CLAIM", "finding", finding.id(), Map.of("parcel", parcel.ref().code()));
  }

  @Transactional
  Finding dismiss(String id, int revision, String why) {
    current.require(DESK);
    Finding finding = open(id, revision);
    store.dismiss(finding, why);
    audit.record("FINDING_DISMISSED", "finding", id, Map.of("why", why));
    return get(id);
  }

  Finding get(String id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("finding", "巡查发现", id));
  }

  byte[] photo(String id, int seq) {
    return store.photo(id, seq);
  }

  Page<Finding> page(Finding.@Nullable Status status, @Nullable String patrol, int page, int size) {
    return store.page(status, patrol, page, Page.size(size));
  }

  /** The overlaps of its claim. */
  private List<Conflict> overlaps(String claim) {
    return conflicts.find(new ConflictFilter(null, null, null, claim, null, null, null), 0, Page.LARGEST).items()
        .stream()
        .filter(conflict -> conflict.right().code().equals(claim)).toList();
  }

  /** The parcel that has most of it. */
  private Optional<UnitVersion> parcelUnder(Geometry land) {
    return units.currentWithin(land.getEnvelopeInternal(), UnitKind.PARCEL).stream()
        .filter(unit -> unit.degrees().intersects(land))
        .max(Comparator.comparingDouble((UnitVersion unit) -> land.getDimension() == 0 ? 1
            : unit.degrees().intersection(land).getArea()).thenComparing(unit -> unit.ref().code()));
  }

  private Finding open(String id, int revision) {
    Finding finding = get(id);
    if (finding.revision() != revision) {
      throw ProblemException.stale(id);
    }
    if (finding.status() != Finding.Status.OPEN) {
      throw closed(finding);
    }
    return finding;
  }

  private static ProblemException closed(Finding finding) {
    return Problem.of(ProblemCode.CONFLICTING_STATE,
        "Finding %s is %s already.".formatted(finding.id(), switch (finding.status()) {
      case CLAIMED -> "entered as claim " + finding.claimCode();
      case IN_CASE -> "in case " + finding.caseId();
      case DISMISSED -> "dismissed";
      case OPEN -> "open";
    }), "巡查发现 %s 已处理（%s）。".formatted(finding.number(), finding.status())).about(finding.id()).asException();
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.FINDING);
  }

  @Override
  public List<OpenItem> open(LocalDate today) {
    TimeLimits.Book book = limits.book();
    return store.open().stream().map(finding -> new OpenItem(WorkKind.FINDING, finding.id(), finding.number(),
        finding.occupier(), finding.status() == Finding.Status.OPEN ? Stage.NEW : Stage.HANDLING,
        finding.status() == Finding.Status.OPEN ? new Bilingual("found", "待处理")
        : new Bilingual("entered as a claim", "已登记主张"),
        finding.foundOn(), List.of(), null, finding.parcel(), "#/coordination/findings/" + finding.id(),
        List.of(book.deadline("HANDLED", new Bilingual("claim, case or dismissal", "立案或排除"),
            TimeLimits.Kind.FINDING_HANDLED, finding.foundOn())))).toList();
  }
}
