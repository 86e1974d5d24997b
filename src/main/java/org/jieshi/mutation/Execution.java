package org.jieshi.mutation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jieshi.certificates.Certificate;
import org.jieshi.certificates.Successions;
import org.jieshi.mutation.Mutation.Parent;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.ParcelCode;
import org.jieshi.parcels.ParcelNumbers;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Retires the old parcels, enters the new ones, and hands the rights over; inside the caller's transaction. */
@Component
class Execution {

  private static final String REASON = "MUTATION";

  /** What a surveyor's file said of the old parcel and is not true of the new one: numbers, areas, four sides, sheet. */
  private static final Set<String> NO_LONGER_TRUE = Set.of("BSM", "ZDDM", "BDCDYH", "DJH", "ZDMJ", "JZMD", "ZDSZD",
      "ZDSZN", "ZDSZX", "ZDSZB", "TFH", "JZD", "JZX");

  private final SpatialUnits units;
  private final ParcelNumbers numbers;
  private final Successions successions;
  private final MutationStore store;

  Execution(SpatialUnits units, ParcelNumbers numbers, Successions successions, MutationStore store) {
    this.units = units;
    this.numbers = numbers;
    this.successions = successions;
    this.store = store;
  }

  /** The register first and then the parcels by number, as whoever issues a certificate does. */
  void lock(Mutation mutation) {
    successions.lockRegister();
    mutation.parents().stream().map(Parent::code).sorted().forEach(units::lockParcel);
  }

  /** A proposal was made for the parcels as they stood; if one has moved on, it is to be made anew. */
  void requireUnchanged(Mutation mutation, Plan plan) {
    movedOn(mutation, plan).ifPresent(code -> {
      throw ProblemException.stale(code);
    });
  }

  /** A parcel that is not in the version any more that the proposal was made for. */
  Optional<String> movedOn(Mutation mutation, Plan plan) {
    return mutation.parents().stream().filter(parent -> plan.parents().stream().map(UnitVersion::ref)
        .noneMatch(ref -> ref.id() == parent.unitId() && ref.version() == parent.version()))
        .map(Parent::code).findFirst();
  }

  void carryOut(Mutation mutation, Plan plan) {
    ChangeReason why = new ChangeReason(REASON, mutation.id());
    List<Certificate> before = successions.supersede(plan.parents().stream().map(each -> each.ref().code()).toList(),
        mutation.id(), mutation.kind().title().zh() + "：" + mutation.reason(), mutation.document());
    plan.parents().forEach(parent -> units.withdraw(parent.ref(), why));
    if (plan.shapes().isEmpty()) {
      return;
    }
    List<UnitRef> parcels = units.add(UnitKind.PARCEL, drafts(plan), why);
    for (int i = 0; i < parcels.size(); i++) {
      store.became(mutation.id(), mutation.children().get(i).seq(), parcels.get(i));
    }
    if (!before.isEmpty()) {
      Certificate main = mainOf(before, plan.parents());
      parcels.forEach(parcel -> successions.succeed(main, units.get(parcel.id()), mutation.id()));
    }
  }

  private List<UnitDraft> drafts(Plan plan) {
    UnitVersion main = largest(plan.parents());
    List<ParcelCode> codes = numbers.next(ParcelCode.of(main.ref().code()), plan.shapes().size());
    Double accuracy = worst(plan.parents());
    UnitFacts facts = facts(main.facts());
    List<UnitDraft> drafts = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      drafts.add(new UnitDraft(codes.get(i).toString(), plan.shapes().get(i), main.srid(), null, accuracy, facts, null,
          null));
    }
    return drafts;
  }

  /** Sub-farm, town and village are found anew from the new boundary. */
  private static UnitFacts facts(UnitFacts main) {
    Map<String, String> attributes = new HashMap<>(main.attributes());
    attributes.keySet().removeIf(name -> NO_LONGER_TRUE.contains(name.toUpperCase()));
    return new UnitFacts(main.party(), main.basis(), main.document(), main.since(), null, null, null,
        main.landUseScheme(), main.landUseCode(), main.location(), main.rightNature(), attributes);
  }

  private static UnitVersion largest(List<UnitVersion> parents) {
    return parents.stream().max(Comparator.comparing(UnitVersion::planeArea)).orElseThrow();
  }

  private static Certificate mainOf(List<Certificate> certificates, List<UnitVersion> parents) {
    long main = largest(parents).ref().id();
    return certificates.stream().filter(each -> each.unitId() == main).findFirst().orElseThrow();
  }

  /** Land of several surveys is as good as the worst of them; of one that is not known nothing is known. */
  private static @Nullable Double worst(List<UnitVersion> parents) {
    double worst = 0;
    for (UnitVersion parent : parents) {
      if (parent.accuracy() == null) {
        return null;
      }
      worst = Math.max(worst, parent.accuracy());
    }
    return worst;
  }
}
