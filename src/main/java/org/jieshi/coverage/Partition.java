package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jieshi.conflicts.PlaneSets;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.parcels.AdministrativeUnit;
import org.jieshi.shared.AreaUnits;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Divides land, and the figure that stands for it, among administrative units of one kind that do not overlap. */
final class Partition {

  /** The key of land that lies in no unit. */
  static final String NOWHERE = "";

  private final List<AdministrativeUnit> units;
  private final Map<Integer, HPRtree> trees = new ConcurrentHashMap<>();

  Partition(List<AdministrativeUnit> units) {
    this.units = units;
  }

  /**
   * The parts of a figure by the codes of the units the land lies in; they add up to the figure. Each part is rounded to
   * 0.01 m², the largest takes what rounding leaves.
   *
   * @param ignored width in metres up to which land outside of all units is taken for survey error and left with the
   *     largest part
   */
  Map<String, BigDecimal> split(Geometry land, BigDecimal figure, double ignored) {
    List<Cell> cells = cellsAt(land);
    for (Cell cell : cells) {
      if (cell.prepared().covers(land)) {
        return Map.of(cell.code(), figure);
      }
    }
    Map<String, Double> exact = new LinkedHashMap<>();
    double inside = 0;
    for (Cell cell : cells) {
      Optional<Overlap> overlap = Overlap.between(land, cell.boundary());
      if (overlap.isPresent()) {
        exact.merge(cell.code(), overlap.get().area(), Double::sum);
        inside += overlap.get().area();
      }
    }
    double outside = Areas.planeAreaExact(land) - inside;
    if (outside >= 0.005) {
      exact.put(NOWHERE, exact.isEmpty() ? outside : wideOutside(land, cells, ignored));
    }
    return rounded(exact, figure);
  }

  /** What of the land lies in no unit, in pieces wider than {@code ignored} metres; in the land's plane. */
  private static double wideOutside(Geometry land, List<Cell> cells, double ignored) {
    Geometry rest = land;
    for (Cell cell : cells) {
      rest = PlaneSets.difference(rest, cell.boundary());
    }
    double area = 0;
    for (int i = 0; i < rest.getNumGeometries(); i++) {
      Geometry piece = rest.getGeometryN(i);
      if (!piece.isEmpty() && 2 * piece.getArea() / piece.getLength() > ignored) {
        area += Areas.planeAreaExact(piece);
      }
    }
    return area;
  }

  private static Map<String, BigDecimal> rounded(Map<String, Double> exact, BigDecimal figure) {
    String largest = exact.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
        .orElse(NOWHERE);
    Map<String, BigDecimal> parts = new LinkedHashMap<>();
    BigDecimal left = figure;
    for (Map.Entry<String, Double> part : exact.entrySet()) {
      BigDecimal rounded = AreaUnits.squareMetres(part.getValue());
      if (!part.getKey().equals(largest) && rounded.signum() > 0) {
        parts.put(part.getKey(), rounded);
        left = left.subtract(rounded);
      }
    }
    parts.put(largest, left);
    return parts;
  }

  @SuppressWarnings("unchecked")
  private List<Cell> cellsAt(Geometry land) {
    return trees.computeIfAbsent(land.getSRID(), this::tree).query(land.getEnvelopeInternal());
  }

  private HPRtree tree(int srid) {
    HPRtree tree = new HPRtree();
    for (AdministrativeUnit unit : units) {
      Geometry boundary = CoordinateSystems.inPlane(unit.boundary(), srid);
      tree.insert(boundary.getEnvelopeInternal(),
          new Cell(unit.code(), boundary, PreparedGeometryFactory.prepare(boundary)));
    }
    tree.build();
    return tree;
  }

  private record Cell(String code, Geometry boundary, PreparedGeometry prepared) {
  }
}
