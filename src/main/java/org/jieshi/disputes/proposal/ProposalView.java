package org.jieshi.disputes.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.disputes.CaseBook;
import org.jieshi.disputes.line.Transfer;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * A proposal over HTTP. Areas are m² in the legal plane system of each unit, with 亩 beside.
 *
 * @param crs the plane system of {@code points}
 * @param line GeoJSON, degrees; null for an exchange
 * @param points of the line, plane, metres: number, east, north
 * @param current whether all units still are in the versions it was computed for
 */
record ProposalView(int number, Proposal.Kind kind, String title, @Nullable String party, Proposal.Method method,
    String crs, @Nullable Line line, List<LinePoint> points, List<Piece> pieces, List<Effect> effects,
    List<Side> sides, @Nullable BigDecimal compensation, @Nullable String payer, @Nullable String note,
    boolean dropSlivers, boolean chosen, boolean current, String enteredBy, Instant enteredAt) {

  record Line(String type, List<double[]> coordinates) {
  }

  record LinePoint(String number, BigDecimal east, BigDecimal north) {
  }

  /** @param geometry degrees; @param conflict the overlap it is a piece of; null: land of {@code from} alone */
  record Piece(String from, String to, BigDecimal area, BigDecimal areaMu, @Nullable Long conflict, Geometry geometry) {
  }

  record Effect(UnitKind kind, String code, int version, String party, BigDecimal areaBefore, BigDecimal areaAfter,
      BigDecimal difference, BigDecimal areaBeforeMu, BigDecimal areaAfterMu) {
  }

  /** Of one party: what it gets of the disputed land, and what it gives and gets altogether. */
  record Side(String party, BigDecimal gets, BigDecimal getsMu, BigDecimal gives, BigDecimal givesMu) {
  }

  static ProposalView of(Proposal proposal, CaseBook.Entry entry, boolean current) {
    List<Piece> pieces = new ArrayList<>();
    Map<String, BigDecimal[]> sides = new LinkedHashMap<>();
    entry.parties().forEach(party -> sides.put(party, new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO}));
    for (Transfer transfer : proposal.transfers()) {
      BigDecimal area = Areas.planeArea(transfer.land());
      pieces.add(new Piece(transfer.from().code(), transfer.to().code(), area, AreaUnits.mu(area), transfer.conflict(),
          degrees(transfer.land())));
      add(sides, entry.partyOf(transfer.to().code()), 0, area);
      add(sides, entry.partyOf(transfer.from().code()), 1, area);
    }
    return new ProposalView(proposal.number(), proposal.kind(), proposal.title(), proposal.party(), proposal.method(),
        "EPSG:" + proposal.srid(), proposal.line() == null ? null : line(proposal.line()), points(proposal.line()),
        pieces, proposal.effects().stream().map(ProposalView::effect).toList(),
        sides.entrySet().stream().map(side -> new Side(side.getKey(), side.getValue()[0],
            AreaUnits.mu(side.getValue()[0]), side.getValue()[1], AreaUnits.mu(side.getValue()[1]))).toList(),
        proposal.compensation(), proposal.payer(), proposal.note(), proposal.dropSlivers(), proposal.chosen(), current,
        proposal.enteredBy(), proposal.enteredAt());
  }

  private static void add(Map<String, BigDecimal[]> sides, String party, int which, BigDecimal area) {
    BigDecimal[] sums = sides.computeIfAbsent(party, name -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
    sums[which] = sums[which].add(area);
  }

  private static Effect effect(Proposal.Effect effect) {
    return new Effect(effect.unit().kind(), effect.unit().code(), effect.unit().version(), effect.party(),
        effect.before(), effect.after(), effect.after().subtract(effect.before()), AreaUnits.mu(effect.before()),
        AreaUnits.mu(effect.after()));
  }

  static List<LinePoint> points(@Nullable LineString line) {
    List<LinePoint> points = new ArrayList<>();
    if (line != null) {
      for (Coordinate point : line.getCoordinates()) {
        points.add(new LinePoint("L" + (points.size() + 1), decimal(point.x), decimal(point.y)));
      }
    }
    return points;
  }

  private static Line line(LineString line) {
    List<double[]> coordinates = new ArrayList<>();
    for (Coordinate point : degrees(line).getCoordinates()) {
      coordinates.add(new double[] {point.x, point.y});
    }
    return new Line("LineString", coordinates);
  }

  private static Geometry degrees(Geometry plane) {
    return CoordinateSystems.transformAcceptingBallpark(plane, plane.getSRID(), CoordinateSystems.CGCS2000_DEGREES);
  }

  private static BigDecimal decimal(double metres) {
    return BigDecimal.valueOf(metres).setScale(3, java.math.RoundingMode.HALF_UP);
  }
}
