package org.jieshi.coordination.patrol;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.Numbers;
import org.jieshi.coordination.due.DueSource;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans patrols, takes their tracks, ends them. */
@Service
class Patrols implements DueSource {

  static final Role[] FIELD = {Role.SURVEYOR, Role.REVIEWER, Role.MEDIATOR};

  private final PatrolStore store;
  private final Numbers numbers;
  private final SpatialUnits units;
  private final Users users;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  Patrols(PatrolStore store, Numbers numbers, SpatialUnits units, Users users, CurrentUser current, OfficeClock clock,
      AuditLog audit) {
    this.store = store;
    this.numbers = numbers;
    this.units = units;
    this.users = users;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /** @param corners of the area, degrees; empty where parcels are named instead */
  record Plan(String title, List<List<Double>> corners, List<String> parcels, int reach, LocalDate fromOn,
      LocalDate toOn, Collection<String> people) {
  }

  @Transactional
  Patrol plan(Plan plan) {
    String me = current.require(FIELD).username();
    if (plan.toOn().isBefore(plan.fromOn()) || plan.toOn().isBefore(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Give a last day that is not before the first, nor before today.",
          "结束日期不得早于开始日期和今日。").inField("toOn").asException();
    }
    plan.people().forEach(person -> users.find(person).filter(User::enabled).orElseThrow(() ->
        Problem.of(ProblemCode.INVALID_FIELD, "There is no account in use named %s.".formatted(person),
            "没有在用账户 %s。".formatted(person)).inField("people").asException()));
    String id = "X" + numbers.next("PATROL", clock.today().getYear());
    store.insert(id, plan.title(), area(plan), plan.reach(), plan.fromOn(), plan.toOn(), new TreeSet<>(plan.people()),
        me);
    audit.record("PATROL_PLANNED", "patrol", id,
        Map.of("from", plan.fromOn().toString(), "to", plan.toOn().toString()));
    return get(id);
  }

  private Geometry area(Plan plan) {
    if (plan.parcels().isEmpty() == plan.corners().isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Draw the area to be seen, or name the parcels, one of the two.",
          "请绘制巡查范围或填写宗地，两者择一。").inField("area").asException();
    }
    if (!plan.corners().isEmpty()) {
      return Positions.polygon(plan.corners(), "area");
    }
    return CascadedPolygonUnion.union(plan.parcels().stream().map(code -> units.get(UnitKind.PARCEL, code).degrees())
        .toList());
  }

  /** Takes a track as GPX; the same file again is refused. */
  @Transactional
  Patrol addTrack(String id, String fileName, byte[] file) {
    User me = current.require(FIELD);
    Patrol patrol = get(id);
    requirePlanned(patrol);
    Gpx gpx = Gpx.read(file);
    String sha256 = Sha256.hex(file);
    if (!store.addTrack(patrol, fileName, sha256, file, gpx, me.username())) {
      throw Problem.of(ProblemCode.DUPLICATE, "Patrol %s has this track already.".formatted(id),
          "巡查 %s 已有该轨迹。".formatted(patrol.number())).about(id).inField("file").asException();
    }
    store.cover(patrol);
    audit.record("PATROL_TRACK_ADDED", "patrol", id, Map.of("sha256", sha256, "points", gpx.points()));
    return get(id);
  }

  /** A patrol is done with a track, or with a word why there is none. */
  @Transactional
  Patrol end(String id, int revision, Patrol.Status how, String remark) {
    current.require(FIELD);
    Patrol patrol = get(id);
    if (patrol.revision() != revision) {
      throw ProblemException.stale(id);
    }
    requirePlanned(patrol);
    store.end(patrol, how, remark);
    audit.record("PATROL_" + how, "patrol", id, Map.of("remark", remark, "coverage", patrol.coverage()));
    return get(id);
  }

  Patrol get(String id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("patrol", "巡查", id));
  }

  Page<Patrol> page(Patrol.@Nullable Status status, int page, int size) {
    return store.page(status, page, Page.size(size));
  }

  private static void requirePlanned(Patrol patrol) {
    if (patrol.status() != Patrol.Status.PLANNED) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Patrol %s is ended; plan a new one.".formatted(patrol.id()),
          "巡查 %s 已结束，请另行安排。".formatted(patrol.number())).about(patrol.id()).asException();
    }
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.PATROL);
  }

  @Override
  public List<OpenItem> open(LocalDate today) {
    return store.planned().stream().map(patrol -> new OpenItem(WorkKind.PATROL, patrol.id(), patrol.number(),
        patrol.title(), patrol.fromOn().isAfter(today) ? Stage.NEW : Stage.HANDLING, new Bilingual("planned", "待巡查"),
        patrol.fromOn(), Arrays.stream(patrol.people().split(",")).filter(name -> !name.isEmpty()).toList(), null, null,
        "#/coordination/patrols/" + patrol.id(),
        List.of(new OpenItem.Deadline("DONE", new Bilingual("carried out", "完成巡查"), patrol.toOn())))).toList();
  }
}
