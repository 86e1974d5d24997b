package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Rule A2: land that is divided or joined stays the same land. Before and after cover the same ground to 0.01 m, their areas
 * sum to the same within 0.1 %, and no two of the new parcels overlap by more than 0.01 m.
 *
 * @param areaBefore sum of the parcels' plane areas, m², unrounded
 * @param areaAfter the same afterwards
 * @param faults none if the rule holds
 */
public record Conservation(double areaBefore, double areaAfter, List<Fault> faults) {

  /** Metres. */
  public static final double TOLERANCE = 0.01;
  /** Share of the area. */
  public static final double AREA_TOLERANCE = 0.001;

  /** @param at where, in the plane system of the land; null where it has no place */
  public record Fault(Kind kind, String en, String zh, @Nullable Coordinate at) {
  }

  public enum Kind { AREA, LOST, GAINED, OVERLAP }

  /**
   * @param before valid polygonal geometries of one plane system
   * @param after the same
   * @throws GeometryRefusal {@code SYSTEMS_DIFFER} (rule A3: one system per sum), {@code NOT_POLYGONAL}
   */
  public static Conservation of(List<? extends Geometry> before, List<? extends Geometry> after) {
    double areaBefore = sum(before);
    double areaAfter = sum(after);
    List<Fault> faults = new ArrayList<>();
    if (Math.abs(areaAfter - areaBefore) > AREA_TOLERANCE * areaBefore) {
      faults.add(new Fault(Kind.AREA, "The areas sum to %.2f m² before and %.2f m² after, which is more than 0.1 %% apart."
          .formatted(areaBefore, areaAfter), "变更前面积合计 %.2f m²，变更后 %.2f m²，相差超过 0.1%%。"
          .formatted(areaBefore, areaAfter), null));
    }
    overlaps(after, faults);
    Geometry was = LandUnion.of(before);
    Geometry is = LandUnion.of(after);
    compare(was, is, Kind.LOST, "Land of the old parcels is in none of the new ones, or the outline moved by more than 0.01 m.",
        "原宗地的部分土地未划入新宗地，或外界线移动超过 0.01 m。", faults);
    compare(is, was, Kind.GAINED, "The new parcels reach beyond the old ones by more than 0.01 m.",
        "新宗地超出原宗地范围 0.01 m 以上。", faults);
    return new Conservation(areaBefore, areaAfter, List.copyOf(faults));
  }

  public boolean holds() {
    return faults.isEmpty();
  }

  private static double sum(List<? extends Geometry> lands) {
    return lands.stream().mapToDouble(Areas::planeAreaExact).sum();
  }

  private static void overlaps(List<? extends Geometry> after, List<Fault> faults) {
    for (int i = 0; i < after.size(); i++) {
      for (int j = 0; j < i; j++) {
        int left = j + 1;
        int right = i + 1;
        Overlap.between(after.get(j), after.get(i)).filter(overlap -> overlap.maxWidth() > TOLERANCE)
            .ifPresent(overlap -> faults.add(new Fault(Kind.OVERLAP,
                "New parcels %d and %d overlap by %.2f m², up to %.3f m wide.".formatted(left, right, overlap.area(),
                    overlap.maxWidth()), "第 %d 与第 %d 新宗地重叠 %.2f m²，最宽 %.3f m。".formatted(left, right,
                    overlap.area(), overlap.maxWidth()), overlap.geometry().getInteriorPoint().getCoordinate())));
      }
    }
  }

  /** Ground of {@code one} that {@code other} does not cover, by a width that counts; and corners that moved away. */
  private static void compare(Geometry one, Geometry other, Kind kind, String en, String zh, List<Fault> faults) {
    Envelope around = one.getEnvelopeInternal();
    LocalFrame frame = LocalFrame.around(around);
    Geometry here = frame.local(one);
    Geometry there = frame.local(other);
    Geometry rest = OverlayNGRobust.overlay(here, there, OverlayNG.DIFFERENCE);
    Geometry wide = rest.isEmpty() ? rest : rest.buffer(-TOLERANCE / 2);
    Coordinate place = wide.isEmpty() ? cornerApart(here, there) : wide.getInteriorPoint().getCoordinate();
    if (place != null) {
      faults.add(new Fault(kind, en, zh, new Coordinate(place.x + frame.east(), place.y + frame.north())));
    }
  }

  /** A boundary point that lies outside the other land by more than the tolerance: a needle has width nowhere. */
  private static @Nullable Coordinate cornerApart(Geometry here, Geometry there) {
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(there);
    IndexedFacetDistance distance = new IndexedFacetDistance(there);
    for (Coordinate corner : here.getCoordinates()) {
      if (inside.locate(corner) == Location.EXTERIOR
          && distance.distance(here.getFactory().createPoint(corner)) > TOLERANCE) {
        return corner;
      }
    }
    return null;
  }
}
