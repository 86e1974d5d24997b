package org.jieshi.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jieshi.audit.AuditLog;
import org.jieshi.geometry.Areas;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.mutation.Mutation.Child;
import org.jieshi.mutation.Mutation.Parent;
import org.jieshi.mutation.Mutation.Status;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of parcels: planned, proposed, executed or withdrawn. */
@Service
public class Mutations {

  private final Planner planner;
  private final MutationStore store;
  private final Execution execution;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  Mutations(Planner planner, MutationStore store, Execution execution, CurrentUser current, OfficeClock clock,
      AuditLog audit) {
    this.planner = planner;
    this.store = store;
    this.execution = execution;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /** What a change would bring and what stands in its way. Changes nothing. */
  @Transactional(readOnly = true)
  Plan preview(Order order) {
    current.require(Role.SURVEYOR, Role.REVIEWER, Role.APPROVER);
    return planner.plan(order, null);
  }

  /**
   * Keeps a change for an approver to decide on.
   *
   * @param document the approval or agreement it rests on
   * @throws ProblemException {@code FORBIDDEN}; {@code GATE_UNMET} with every obstacle
   */
  @Transactional
  Mutation propose(Order order, String reason, String document) {
    User person = current.require(Role.SURVEYOR, Role.REVIEWER);
    Plan plan = planner.plan(order, null);
    requireFree(plan);
    String number = store.nextNumber(clock.today().getYear());
    List<Parent> parents = plan.parents().stream().map(parent -> new Parent(parent.ref().id(), parent.ref().version(),
        parent.ref().code(), parent.planeArea())).toList();
    List<Child> children = IntStream.range(0, plan.shapes().size()).mapToObj(i -> {
      Geometry shape = plan.shapes().get(i);
      return new Child(i + 1, shape, Areas.planeArea(shape), null, null);
    }).toList();
    Mutation mutation = new Mutation("M" + number, "变" + number, order.kind(), Status.PROPOSED, reason, document,
        MutationStore.sum(parents.stream().map(Parent::area).toList()),
        MutationStore.sum(children.stream().map(Child::area).toList()), person.username(), clock.now(), null, null, 1,
        parents, children);
    store.insert(mutation);
    audit.record("MUTATION_PROPOSED", "mutation", mutation.id(), Map.of("kind", order.kind(), "parcels",
        String.join(",", parents.stream().map(Parent::code).toList()), "document", document));
    return mutation;
  }

  /**
   * Carries a proposal out: everything in one transaction, or nothing.
   *
   * @param revision the one the person has seen
   * @throws ProblemException {@code FORBIDDEN} for whoever proposed it, {@code VERSION_STALE} if a parcel has changed since,
   *     {@code GATE_UNMET} with every obstacle
   */
  @Transactional
  public Mutation execute(String id, int revision) {
    User approver = current.require(Role.APPROVER);
    Mutation mutation = get(id);
    requireOpen(mutation);
    if (mutation.proposedBy().equals(approver.username())) {
      throw Problem.of(ProblemCode.FORBIDDEN, "Who proposed a change does not decide on it.", "提出变更的人不得审批。")
          .about(mutation.id()).asException();
    }
    execution.lock(mutation);
    Plan plan = planner.plan(orderOf(mutation), mutation.id());
    execution.requireUnchanged(mutation, plan);
    requireFree(plan);
    decide(mutation, revision, Status.EXECUTED, approver);
    execution.carryOut(mutation, plan);
    audit.record("MUTATION_EXECUTED", "mutation", mutation.id(), Map.of("kind", mutation.kind(),
        "areaBefore", mutation.areaBefore(), "areaAfter", mutation.areaAfter()));
    return get(mutation.id());
  }

  @Transactional
  public Mutation withdraw(String id, int revision) {
    User person = current.require(Role.SURVEYOR, Role.REVIEWER, Role.APPROVER);
    Mutation mutation = get(id);
    requireOpen(mutation);
    decide(mutation, revision, Status.WITHDRAWN, person);
    audit.record("MUTATION_WITHDRAWN", "mutation", mutation.id(), Map.of());
    return get(mutation.id());
  }

  /** By id or printed number. */
  @Transactional(readOnly = true)
  public Mutation get(String id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("change", "变更", id));
  }

  @Transactional(readOnly = true)
  public Page<Mutation> page(@Nullable Status status, @Nullable String parcel, int page, int size) {
    return store.page(status, parcel, page, size);
  }

  /** What stands in the way of a proposal now; none once it is decided on. */
  @Transactional(readOnly = true)
  List<Bilingual> obstacles(Mutation mutation) {
    if (mutation.status() != Status.PROPOSED) {
      return List.of();
    }
    Plan plan = planner.plan(orderOf(mutation), mutation.id());
    List<Bilingual> found = new ArrayList<>(plan.obstacles());
    execution.movedOn(mutation, plan).ifPresent(code -> found.add(new Bilingual(
        "Parcel %s has changed since the proposal; withdraw it and propose anew.",
        "宗地 %s 自提出变更后已有变动，请撤回后重新提出。").formatted(code)));
    return found;
  }

  private void decide(Mutation mutation, int revision, Status status, User person) {
    if (mutation.revision() != revision
        || !store.decide(mutation.id(), revision, status, person.username(), clock.now())) {
      throw ProblemException.stale(mutation.number());
    }
  }

  private static Order orderOf(Mutation mutation) {
    return new Order(mutation.kind(), mutation.parents().stream().map(Parent::code).toList(), List.of(),
        mutation.children().stream().map(Child::boundary).toList());
  }

  private static void requireOpen(Mutation mutation) {
    if (mutation.status() != Status.PROPOSED) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Change %s is %s already.".formatted(mutation.number(),
          mutation.status()), "变更 %s 已%s。".formatted(mutation.number(),
          mutation.status() == Status.EXECUTED ? "办结" : "撤回")).about(mutation.id()).asException();
    }
  }

  private static void requireFree(Plan plan) {
    if (!plan.free()) {
      List<UnmetGate> unmet = plan.obstacles().stream().map(each -> new UnmetGate(gate(each), each)).toList();
      throw Problem.unmet(new Bilingual("This change is not possible: " + plan.obstacles().get(0).en(),
          "不能办理该变更：" + plan.obstacles().get(0).zh()), unmet).asException();
    }
  }

  private static String gate(Bilingual obstacle) {
    return obstacle.en().startsWith("A2") ? "A2" : "M";
  }
}
