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
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;

/** Rules C6 and C7 over the parcels in force of a window. */
@Component
class Neighbours {

  /** More would be a map of the county, and minutes. */
  static final int MOST_PARCELS = 3_000;

  private static final GeometryFactory POINTS = new GeometryFactory();

  private final SpatialUnits units;
  private final GapNames names;

  Neighbours(SpatialUnits units, GapNames names) {
    this.units = units;
    this.names = names;
  }

  /** What was found, in order, and which parcels were looked at. */
  record Found<T>(List<T> findings, int compared, List<String> notCompared) {

    NeighbourList<T> page(int page, int size, String rule, double limit) {
      int from = (int) Math.min(findings.size(), (long) page * size);
      return new NeighbourList<>(findings.subList(from, Math.min(findings.size(), from + size)), findings.size(), page,
          size, rule, limit, compared, notCompared);
    }
  }

  /** @param degrees only gaps that reach into it; the parcels around it count too */
  Found<ParcelGap> gaps(Envelope degrees, double widest) {
    Found<ParcelGap> found = among(degrees, (parcels, shapes) -> Gaps.between(shapes, widest).stream()
        .map(gap -> view(gap, parcels)).filter(gap -> reaches(gap.geometry(), degrees)).toList());
    Envelope around = new Envelope();
    found.findings().forEach(gap -> around.expandToInclude(gap.geometry().getEnvelopeInternal()));
    List<GapName> named = around.isNull() ? List.of() : names.within(around);
    return new Found<>(found.findings().stream().map(gap -> gap.named(nameOf(gap.geometry(), named)))
        .sorted(Comparator.comparing(ParcelGap::area).reversed()).toList(), found.compared(), found.notCompared());
  }

  Found<BoundaryMismatch> mismatches(Envelope degrees, double tolerance) {
    return among(degrees, (parcels, shapes) -> SharedBoundaries.mismatches(shapes, tolerance).stream()
        .map(mismatch -> view(mismatch, parcels, shapes.get(0).getSRID()))
        .filter(mismatch -> degrees.contains(mismatch.at()[0], mismatch.at()[1])).toList());
  }

  private <T> Found<T> among(Envelope degrees, BiFunction<List<UnitVersion>, List<Geometry>, List<T>> search) {
    Map<Datum, List<UnitVersion>> byDatum = new EnumMap<>(Datum.class);
    int compared = 0;
    for (UnitVersion parcel : parcels(degrees)) {
      byDatum.computeIfAbsent(CoordinateSystems.datumOf(parcel.srid()), any -> new ArrayList<>()).add(parcel);
      compared++;
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
    return new Found<>(findings, compared, apart);
  }

  /** A gap may be enclosed by parcels that do not reach into the window: the neighbours' neighbours come along. */
  private List<UnitVersion> parcels(Envelope degrees) {
    Envelope around = new Envelope(degrees);
    units.currentWithin(degrees, UnitKind.PARCEL)
        .forEach(parcel -> around.expandToInclude(parcel.degrees().getEnvelopeInternal()));
    List<UnitVersion> found = units.currentWithin(around, UnitKind.PARCEL);
    if (found.size() > MOST_PARCELS) {
      throw Problem.of(ProblemCode.BAD_REQUEST,
          "There are more than %d parcels around that window: choose a smaller one.".formatted(MOST_PARCELS),
          "该范围内的宗地超过 %d 宗，请缩小范围。".formatted(MOST_PARCELS)).inField("bbox").asException();
    }
    return found;
  }

  private static ParcelGap view(Gap gap, List<UnitVersion> parcels) {
    Geometry degrees = degrees(gap.geometry());
    Coordinate inside = degrees(gap.geometry().getInteriorPoint()).getCoordinate();
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
    Geometry point = POINTS.createPoint(mismatch.at());
    point.setSRID(srid);
    Coordinate at = degrees(point).getCoordinate();
    return new BoundaryMismatch(parcels.get(mismatch.parcel()).ref().code(),
        parcels.get(mismatch.neighbour()).ref().code(), mismatch.kind(), written(mismatch.at()),
        written(mismatch.there()), millimetres(mismatch.distance()), "EPSG:" + srid, new double[] {at.x, at.y});
  }

  private static Geometry degrees(Geometry geometry) {
    return CoordinateSystems.transformAcceptingBallpark(geometry, geometry.getSRID(),
        CoordinateSystems.CGCS2000_DEGREES);
  }

  private static boolean reaches(Geometry geometry, Envelope degrees) {
    return geometry.getEnvelopeInternal().intersects(degrees);
  }

  private static BigDecimal[] written(Coordinate at) {
    return new BigDecimal[] {millimetres(at.x), millimetres(at.y)};
  }

  private static BigDecimal millimetres(double metres) {
    return BigDecimal.valueOf(metres).setScale(3, RoundingMode.HALF_UP);
  }
}
