package org.jieshi.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.Conservation;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.geometry.LandCut;
import org.jieshi.geometry.LandUnion;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Finds the new parcels of an order, and everything that speaks against it. */
@Component
class Planner {

  /** m²; what is smaller is no parcel (rule G6). */
  private static final double SMALLEST = 1;
  /** Metres; a gap between neighbours that is narrower is one boundary measured twice. */
  private static final double NARROW = 0.05;

  private final SpatialUnits units;
  private final Obstacles obstacles;

  Planner(SpatialUnits units, Obstacles obstacles) {
    this.units = units;
    this.obstacles = obstacles;
  }

  /** @param own the proposal that is judged again; null for a new one */
  Plan plan(Order order, @Nullable String own) {
    List<UnitVersion> parents = parents(order);
    List<Bilingual> against = new ArrayList<>(obstacles.of(order.kind(), parents, own));
    if (order.kind() == MutationKind.RETIRE) {
      return new Plan(order.kind(), parents, List.of(), null, against);
    }
    if (parents.stream().mapToInt(UnitVersion::srid).distinct().count() > 1) {
      against.add(new Bilingual("The parcels are in different coordinate systems; have them surveyed in one first.",
          "各宗地坐标系不同，须先统一坐标系。"));
      return new Plan(order.kind(), parents, List.of(), null, against);
    }
    List<Geometry> before = parents.stream().map(UnitVersion::boundary).toList();
    List<Geometry> shapes = shapes(order, before);
    against.addAll(shapeFaults(order.kind(), shapes));
    Conservation conserved = null;
    if (shapes.stream().allMatch(Geometry::isValid)) {
      conserved = Conservation.of(before, shapes);
      conserved.faults().forEach(fault -> against.add(new Bilingual("A2: " + fault.en() + place(fault.at()),
          "A2：" + fault.zh() + place(fault.at()))));
    }
    if (order.kind() == MutationKind.MERGE) {
      against.addAll(mergeFaults(before, shapes.get(0)));
    }
    return new Plan(order.kind(), parents, shapes, conserved, against);
  }

  private List<UnitVersion> parents(Order order) {
    Set<String> codes = new HashSet<>(order.parcels());
    boolean one = order.kind() == MutationKind.SPLIT || order.kind() == MutationKind.RETIRE;
    if (codes.size() != order.parcels().size() || one != (codes.size() == 1)) {
      throw Problem.of(ProblemCode.INVALID_FIELD, one ? "This is done with one parcel at a time."
              : "Name two parcels or more, each once.",
          one ? "每次只能办理一宗地。" : "请选择两宗或以上宗地，且不得重复。").inField("parcels").asException();
    }
    return order.parcels().stream().map(code -> units.get(UnitKind.PARCEL, code)).toList();
  }

  private static List<Geometry> shapes(Order order, List<Geometry> before) {
    try {
      return switch (order.kind()) {
        case MERGE -> List.of(LandUnion.of(before));
        case SPLIT -> order.shapes().isEmpty() ? List.copyOf(LandCut.pieces(before.get(0), order.lines()))
            : onKnownPoints(order.shapes(), before);
        case ADJUST -> onKnownPoints(order.shapes(), before);
        case RETIRE -> List.of();
      };
    } catch (GeometryRefusal refusal) {
      throw Problem.of(ProblemCode.GEOMETRY_INVALID, refusal.getMessage(), refusal.messageZh()).inField("shapes")
          .asException();
    }
  }

  /**
   * Shapes whose points lie within the tolerance of a boundary point of the old parcels are meant to have that very point;
   * on the way through degrees or a file its last digits were lost.
   */
  private static List<Geometry> onKnownPoints(List<Geometry> shapes, List<Geometry> before) {
    KdTree known = new KdTree();
    before.forEach(land -> Arrays.stream(land.getCoordinates()).forEach(known::insert));
    return shapes.stream().map(shape -> {
      Geometry moved = shape.copy();
      moved.apply(new ToKnown(known));
      return moved;
    }).toList();
  }

  private record ToKnown(KdTree known) implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence points, int i) {
      Coordinate point = points.getCoordinate(i);
      Envelope around = new Envelope(point);
      around.expandBy(Conservation.TOLERANCE);
      Coordinate nearest = null;
      for (Object each : known.query(around)) {
        Coordinate candidate = ((KdNode) each).getCoordinate();
        if (nearest == null || candidate.distance(point) < nearest.distance(point)) {
          nearest = candidate;
        }
      }
      Coordinate placed = nearest != null && nearest.distance(point) <= Conservation.TOLERANCE ? nearest
          : new Coordinate(Math.rint(point.x * 1000) / 1000, Math.rint(point.y * 1000) / 1000);
      points.setOrdinate(i, 0, placed.x);
      points.setOrdinate(i, 1, placed.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }

  private static List<Bilingual> shapeFaults(MutationKind kind, List<Geometry> shapes) {
    List<Bilingual> faults = new ArrayList<>();
    if (kind == MutationKind.SPLIT && shapes.size() < 2) {
      faults.add(new Bilingual("The line does not divide the parcel: let it begin and end outside of the boundary.",
          "分割线未能分割宗地：请使分割线两端均超出宗地界线。"));
    }
    if (kind == MutationKind.ADJUST && shapes.size() < 2) {
      faults.add(new Bilingual("An adjustment leaves two parcels or more; to make one of them is a merge.",
          "界线调整后至少应有两宗地；并为一宗的请办理合并。"));
    }
    for (int i = 0; i < shapes.size(); i++) {
      Geometry shape = shapes.get(i);
      if (!shape.isValid()) {
        faults.add(new Bilingual("New parcel %d is no valid polygon.".formatted(i + 1),
            "第 %d 新宗地不是有效的多边形。".formatted(i + 1)));
      } else if (Areas.planeAreaExact(shape) < SMALLEST) {
        faults.add(new Bilingual("New parcel %d has only %.2f m²; move the line.".formatted(i + 1,
            Areas.planeAreaExact(shape)), "第 %d 新宗地仅 %.2f m²，请移动分割线。".formatted(i + 1,
            Areas.planeAreaExact(shape))));
      }
    }
    return faults;
  }

  private static List<Bilingual> mergeFaults(List<Geometry> before, Geometry union) {
    List<Bilingual> faults = new ArrayList<>();
    int parts = before.stream().mapToInt(Geometry::getNumGeometries).sum();
    if (union.getNumGeometries() > parts - (before.size() - 1)) {
      faults.add(new Bilingual("The parcels do not share a boundary; only neighbours are merged.",
          "各宗地不相邻，只有相邻宗地方可合并。"));
    }
    for (int i = 0; i < union.getNumGeometries(); i++) {
      Polygon part = (Polygon) union.getGeometryN(i);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        Geometry gap = part.getFactory().createPolygon(part.getInteriorRingN(hole));
        if (gap.buffer(-NARROW / 2).isEmpty()) {
          faults.add(new Bilingual("The common boundary does not match%s: a gap narrower than 5 cm would remain. Adjust it first."
              .formatted(place(gap.getCoordinate())), "公共界线不吻合%s，将残留不足 5 cm 的缝隙，请先调整界线。"
              .formatted(place(gap.getCoordinate()))));
        }
      }
    }
    return faults;
  }

  private static String place(@Nullable Coordinate at) {
    return at == null ? "" : " (E %.3f, N %.3f)".formatted(at.x, at.y);
  }
}
