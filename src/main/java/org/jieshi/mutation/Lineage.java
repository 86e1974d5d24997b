package org.jieshi.mutation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jieshi.certificates.Certificate;
import org.jieshi.certificates.CertificateStatus;
import org.jieshi.certificates.Certificates;
import org.jieshi.mutation.Mutation.Child;
import org.jieshi.mutation.Mutation.Parent;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a parcel came from and what became of it, over every change. */
@Component
public class Lineage {

  private final MutationStore store;
  private final SpatialUnits units;
  private final Certificates certificates;

  Lineage(MutationStore store, SpatialUnits units, Certificates certificates) {
    this.store = store;
    this.units = units;
    this.certificates = certificates;
  }

  /** @param steps the oldest first; none for a parcel that no change has touched */
  public record Tree(String parcel, List<Step> steps, List<Node> parcels) {
  }

  public record Step(String mutation, String number, MutationKind kind, Instant at, List<String> parents,
      List<String> children) {
  }

  /** @param area plane, m², of its newest version */
  public record Node(String code, UnitStatus status, BigDecimal area, List<Paper> certificates) {
  }

  public record Paper(String number, CertificateStatus status) {
  }

  /** Every parcel that shares an ancestor or a descendant with this one, and the changes between them. */
  @Transactional(readOnly = true)
  public Tree of(String code) {
    units.get(UnitKind.PARCEL, code);
    Set<String> parcels = new LinkedHashSet<>();
    TreeMap<String, Mutation> steps = new TreeMap<>();
    ArrayDeque<String> open = new ArrayDeque<>(List.of(code));
    while (!open.isEmpty()) {
      String next = open.poll();
      if (!parcels.add(next)) {
        continue;
      }
      for (String id : store.executedOn(next)) {
        Mutation step = steps.computeIfAbsent(id, key -> store.find(key).orElseThrow());
        step.parents().forEach(parent -> open.add(parent.code()));
        step.children().stream().map(Child::code).filter(Objects::nonNull).forEach(open::add);
      }
    }
    return new Tree(code, steps.values().stream().sorted(Comparator.comparing(Mutation::decidedAt)).map(Lineage::step)
        .toList(), parcels.stream().sorted().map(this::node).toList());
  }

  private static Step step(Mutation mutation) {
    return new Step(mutation.id(), mutation.number(), mutation.kind(), Objects.requireNonNull(mutation.decidedAt()),
        mutation.parents().stream().map(Parent::code).toList(),
        mutation.children().stream().map(Child::code).filter(Objects::nonNull).toList());
  }

  private Node node(String code) {
    UnitVersion newest = units.get(UnitKind.PARCEL, code);
    List<Paper> papers = new ArrayList<>();
    for (Certificate each : certificates.history(code)) {
      each.numbers().forEach(number -> papers.add(new Paper(number, each.status())));
    }
    return new Node(code, newest.status(), newest.planeArea(), papers);
  }
}
