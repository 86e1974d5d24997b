package org.jieshi.conflicts.neighbours;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Datum;
import org.jieshi.geometry.Gap;
import org.jieshi.geometry.Gaps;
import org.jieshi.geometry.SharedBoundaries;
import org.jieshi.geometry.VertexMismatch;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Parcels side by side, judged by rules C6 and C7 in one datum at a time, each in the plane system of its first parcel.
 *
 * @param parcels in force, in any state towards each other
 */
record AdjoiningParcels(List<UnitVersion> parcels) {

  private static final GeometryFactory POINTS = new GeometryFactory();

  /** Rule C6, the largest first: the gaps that reach into a window of degrees. */
  Findings<ParcelGap> gaps(Envelope degrees, double widest) {
    Findings<ParcelGap> found = among((group, shapes) -> Gaps.between(shapes, widest).stream()
        .map(gap -> view(gap, group)).filter(gap -> gap.geometry().getEnvelopeInternal().intersects(degrees)).toList());
    return found.with(found.items().stream().sorted(Comparator.comparing(ParcelGap::area).reversed()).toList());
  }

  /** Rule C7: the vertices in a window of degrees that a neighbour lacks or has elsewhere. */
  Findings<BoundaryMismatch> mismatches(Envelope degrees, double tolerance) {
    return among((group, shapes) -> SharedBoundaries.mismatches(shapes, tolerance).stream()
        .map(mismatch -> view(mismatch, group, shapes.get(0).getSRID()))
        .filter(mismatch -> degrees.contains(mismatch.at()[0], mismatch.at()[1])).toList());
  }

  /** Each gap with the first name whose place lies in it: a name stays with its place. */
  static Findings<ParcelGap> named(Findings<ParcelGap> gaps, List<GapName> names) {
    return gaps.with(gaps.items().stream().map(gap -> gap.named(nameOf(gap.geometry(), names))).toList());
  }

  private <T> Findings<T> among(BiFunction<List<UnitVersion>, List<Geometry>, List<T>> search) {
    Map<Datum, List<UnitVersion>> byDatum = new EnumMap<>(Datum.class);
    for (UnitVersion parcel : parcels) {
      byDatum.computeIfAbsent(CoordinateSystems.datumOf(parcel.srid()), any -> new ArrayList<>()).add(parcel);
    }
    int most = byDatum.values().stream().mapToInt(List::size).max().orElse(0);
    List<T> findings = new ArrayList<>();
    List<String> apart = new ArrayList<>();
    for (List<UnitVersion> group : byDatum.values()) {
      int plane = group.get(0).srid();
      findings.addAll(search.apply(group,
          group.stream().map(parcel -> CoordinateSystems.inPlane(parcel.boundary(), plane)).toList()));
      if (group.size() < most) {
        group.forEach(parcel -> apart.add(parcel.ref().code()));
      }
    }
    return new Findings<>(findings, parcels.size(), apart);
  }

  private static ParcelGap view(Gap gap, List<UnitVersion> parcels) {
    int srid = gap.geometry().getSRID();
    Geometry degrees = degrees(gap.geometry(), srid);
    Coordinate inside = degrees(gap.geometry().getInteriorPoint(), srid).getCoordinate();
    return new ParcelGap(AreaUnits.squareMetres(gap.area()), millimetres(gap.meanWidth()),
        millimetres(gap.maxWidth()), gap.enclosedBy().stream().map(i -> parcels.get(i).ref().code()).toList(),
        new double[] {inside.x, inside.y}, null, degrees);
  }

  private static @Nullable GapName nameOf(Geometry gap, List<GapName> names) {
    return names.stream().filter(name ->
            gap.covers(POINTS.createPoint(new Coordinate(name.longitude(), name.latitude()))))
        .findFirst().orElse(null);
  }

  private static BoundaryMismatch view(VertexMismatch mismatch, List<UnitVersion> parcels, int srid) {
    Coordinate at = degrees(POINTS.createPoint(mismatch.at()), srid).getCoordinate();
    return new BoundaryMismatch(parcels.get(mismatch.parcel()).ref().code(),
        parcels.get(mismatch.neighbour()).ref().code(), mismatch.kind(), written(mismatch.at()),
        written(mismatch.there()), millimetres(mismatch.distance()), "EPSG:" + srid, new double[] {at.x, at.y});
  }

  private static Geometry degrees(Geometry geometry, int srid) {
    return CoordinateSystems.transformAcceptingBallpark(geometry, srid, CoordinateSystems.CGCS2000_DEGREES);
  }

  private static BigDecimal[] written(Coordinate at) {
    return new BigDecimal[] {millimetres(at.x), millimetres(at.y)};
  }

  private static BigDecimal millimetres(double metres) {
    return BigDecimal.valueOf(metres).setScale(3, RoundingMode.HALF_UP);
  }
}
