package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jieshi.conflicts.PlaneSets;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Cuts a plot into the pieces it is counted as. Of a plot that overlaps earlier ones only the rest counts; what of it lies
 * outside of the farm is set apart, and what is contested is separated from what is not.
 *
 * <p>The pieces follow from the plot, its contests, the boundaries of the earlier plots it contests, and the sub-farms,
 * from nothing else: this is what makes the ledger's increments sound.
 */
final class PlotCutter {

  /** Rule C7: vertices on a shared boundary that are nearer than this are the same, m. */
  private static final double SAME_BOUNDARY = 0.05;

  private final Districts districts;

  PlotCutter(Districts districts) {
    this.districts = districts;
  }

  /**
   * @param contests of the plot
   * @param earlier boundary of another plot by its unit, if it is taken before this one; null otherwise
   */
  Map<Band, Piece> cut(Plot plot, List<Contest> contests, LongFunction<@Nullable Geometry> earlier) {
    Map<Band, Piece> pieces = new EnumMap<>(Band.class);
    Piece own = own(plot, contests, earlier);
    if (own.area().signum() <= 0) {
      return pieces;
    }
    Piece inside = inside(plot, own, pieces);
    List<Geometry> open = contests.stream().filter(Contest::open).map(Contest::overlap).toList();
    if (plot.certified()) {
      add(pieces, Band.CERTIFIED, inside);
      add(pieces, Band.DISPUTED_ON_CERTIFIED, inside.under(open));
      add(pieces, Band.ENCROACHED,
          own.under(contests.stream().filter(Contest::trespass).map(Contest::overlap).toList()));
      return pieces;
    }
    Piece disputed = inside.under(open);
    add(pieces, Band.DISPUTED, disputed);
    add(pieces, Band.PENDING, inside.without(disputed));
    return pieces;
  }

  /** The figure of what of the plot lies under nobody else's, inside of the farm: what all its bands but the double ones have. */
  BigDecimal surveyed(Plot plot, List<Contest> contests, LongFunction<@Nullable Geometry> earlier) {
    Piece own = own(plot, contests, earlier);
    return own.area().signum() <= 0 ? BigDecimal.ZERO : inside(plot, own, new EnumMap<>(Band.class)).area();
  }

  /** The plot without what earlier plots have covered already; overlaps of survey noise keep both figures. */
  private static Piece own(Plot plot, List<Contest> contests, LongFunction<@Nullable Geometry> earlier) {
    Piece own = new Piece(plot.boundary(), plot.area());
    List<Geometry> taken = contests.stream().filter(Contest::parcels)
        .map(contest -> earlier.apply(contest.left() == plot.unitId() ? contest.right() : contest.left()))
        .filter(Objects::nonNull).toList();
    return taken.isEmpty() ? own : own.without(own.under(taken));
  }

  private Piece inside(Plot plot, Piece own, Map<Band, Piece> pieces) {
    double ignored = Math.max(SAME_BOUNDARY, plot.accuracy() == null ? 0 : 2 * plot.accuracy());
    BigDecimal outside = districts.farm().split(own.land(), own.area(), ignored)
        .getOrDefault(Partition.NOWHERE, BigDecimal.ZERO);
    if (outside.signum() <= 0) {
      return own;
    }
    if (plot.certified()) {
      pieces.put(Band.CERTIFIED_OUTSIDE, new Piece(own.land(), outside));
    }
    if (districts.subFarms().isEmpty()) {
      return Piece.none(own.land());
    }
    return new Piece(PlaneSets.intersection(own.land(), districts.farmIn(own.land().getSRID())),
        own.area().subtract(outside));
  }

  private static void add(Map<Band, Piece> pieces, Band band, Piece piece) {
    if (piece.area().signum() > 0 && !piece.land().isEmpty()) {
      pieces.put(band, piece);
    }
  }
}
