package org.jieshi.mutation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.certificates.Certificate;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Areas;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A change, or what one would bring, as HTTP answers it. Areas m²; geometry CGCS2000 degrees.
 *
 * @param id null for a dry run
 * @param obstacles what stands in the way; an open proposal is judged anew each time it is asked for
 */
record MutationView(@Nullable String id, @Nullable String number, MutationKind kind, Mutation.@Nullable Status status,
    @Nullable String reason, @Nullable String document, BigDecimal areaBefore, BigDecimal areaAfter,
    List<ParentView> parents, List<ChildView> children, List<Obstacle> obstacles, @Nullable String proposedBy,
    @Nullable Instant proposedAt, @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable Integer revision) {

  record ParentView(String code, int version, BigDecimal area, @Nullable Geometry geometry) {
  }

  /** @param code once executed; new numbers are given out only then */
  record ChildView(int seq, @Nullable String code, BigDecimal area, BigDecimal areaHm2, String crs, Geometry geometry,
      @Nullable String certificate) {
  }

  record Obstacle(String fact, String factZh) {

    static Obstacle of(Bilingual sentence) {
      return new Obstacle(sentence.en(), sentence.zh());
    }
  }

  static MutationView of(Plan plan) {
    List<ParentView> parents = plan.parents().stream().map(parent -> new ParentView(parent.ref().code(),
        parent.ref().version(), parent.planeArea(), parent.degrees())).toList();
    List<ChildView> children = new ArrayList<>();
    for (int i = 0; i < plan.shapes().size(); i++) {
      Geometry shape = plan.shapes().get(i);
      children.add(child(i + 1, null, shape.isValid() ? Areas.planeArea(shape) : BigDecimal.ZERO, shape, null));
    }
    return new MutationView(null, null, plan.kind(), null, null, null,
        MutationStore.sum(parents.stream().map(ParentView::area).toList()),
        MutationStore.sum(children.stream().map(ChildView::area).toList()), parents, children,
        plan.obstacles().stream().map(Obstacle::of).toList(), null, null, null, null, null);
  }

  static MutationView of(Mutation mutation, List<Geometry> parentLand, List<Certificate> successors,
      List<Bilingual> obstacles) {
    List<ParentView> parents = new ArrayList<>();
    for (int i = 0; i < mutation.parents().size(); i++) {
      Mutation.Parent parent = mutation.parents().get(i);
      parents.add(new ParentView(parent.code(), parent.version(), parent.area(), parentLand.get(i)));
    }
    List<ChildView> children = mutation.children().stream().map(child -> child(child.seq(), child.code(), child.area(),
        child.boundary(), successors.stream().filter(each -> each.parcel().equals(child.code()))
            .map(Certificate::number).findFirst().orElse(null))).toList();
    return new MutationView(mutation.id(), mutation.number(), mutation.kind(), mutation.status(), mutation.reason(),
        mutation.document(), mutation.areaBefore(), mutation.areaAfter(), parents, children,
        obstacles.stream().map(Obstacle::of).toList(), mutation.proposedBy(), mutation.proposedAt(),
        mutation.decidedBy(), mutation.decidedAt(), mutation.revision());
  }

  private static ChildView child(int seq, @Nullable String code, BigDecimal area, Geometry shape,
      @Nullable String certificate) {
    return new ChildView(seq, code, area, AreaUnits.hectares(area), "EPSG:" + shape.getSRID(),
        CoordinateSystems.transformAcceptingBallpark(shape, shape.getSRID(), CoordinateSystems.CGCS2000_DEGREES),
        certificate);
  }
}
