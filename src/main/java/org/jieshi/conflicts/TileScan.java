package org.jieshi.conflicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jieshi.conflicts.rules.OverlapRule;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The overlaps of one tile of a country that was cut into tiles, without a database: what an engine with many machines runs
 * on each of its parts. Judged by the rule and the code of the register's own scan, so that both come to the same result.
 *
 * <p>A land belongs into every tile that its {@link #reach} touches. A pair is found in each tile that has both its sides,
 * and told in one: the tile with the south-western corner of what both reach. Tiles are closed in the west and south and
 * open in the east and north; they must cover every land and not each other, which {@link #owns} lets the caller prove.
 */
public final class TileScan {

  /** Degrees: PostgreSQL's own tolerance when boxes meet ({@link Box}). */
  private static final double TOLERANCE = 1e-6;

  private static final Comparator<Land> ORDER =
      Comparator.comparing(Land::register).thenComparing(land -> land.unit().id());

  private final Envelope tile;
  private final OverlapRule rule;

  /** @param tile CGCS2000 degrees */
  public TileScan(Envelope tile, OverlapRule rule) {
    this.tile = tile;
    this.rule = rule;
  }

  /**
   * A version in force.
   *
   * @param register which of several registers it is on
   * @param boundary plane coordinates, carrying their SRID
   * @param accuracy RMSE, m; null: not known
   * @param certified under a live certificate
   * @param bounds CGCS2000 degrees, as the register has them
   */
  public record Land(String register, UnitRef unit, Geometry boundary, @Nullable Double accuracy, UnitFacts facts,
      boolean certified, Box bounds) {

    private boolean isParcel() {
      return unit.kind() == UnitKind.PARCEL;
    }
  }

  /** A pair that overlaps. Of two parcels the left one comes first by register and id. */
  public record Overlapping(Land left, Land right, OverlapFigures figures) {
  }

  /** Where a land may meet another, CGCS2000 degrees. */
  public static Envelope reach(Box bounds) {
    Envelope reach = bounds.envelope();
    reach.expandBy(TOLERANCE);
    return reach;
  }

  /** Whether this is the one tile that answers for a land: the one with the south-western corner of its reach. */
  public boolean owns(Box bounds) {
    Envelope reach = reach(bounds);
    return has(reach.getMinX(), reach.getMinY());
  }

  private boolean has(double x, double y) {
    return x >= tile.getMinX() && x < tile.getMaxX() && y >= tile.getMinY() && y < tile.getMaxY();
  }

  /** @param lands every land whose reach touches the tile, in any order */
  public void run(Iterable<Land> lands, Consumer<Overlapping> found) {
    List<Land> compared = new ArrayList<>();
    HPRtree parcels = new HPRtree();
    for (Land land : lands) {
      if (Track.compares(land.unit().kind(), land.facts())) {
        compared.add(land);
        if (land.isParcel()) {
          parcels.insert(reach(land.bounds()), land);
        }
      }
    }
    parcels.build();
    for (Land land : compared) {
      parcels.query(reach(land.bounds()), met -> {
        Land parcel = (Land) met;
        if (land.isParcel() && ORDER.compare(land, parcel) >= 0) {
          return;
        }
        Land left = land.isParcel() ? land : parcel;
        Land right = land.isParcel() ? parcel : land;
        if (meet(left.bounds(), right.bounds()) && isTold(left.bounds(), right.bounds())) {
          judge(left, right).ifPresent(found);
        }
      });
    }
  }

  /** As {@code &&} of two boxes in PostgreSQL. */
  private static boolean meet(Box one, Box other) {
    return one.west() <= other.east() + TOLERANCE && other.west() <= one.east() + TOLERANCE
        && one.south() <= other.north() + TOLERANCE && other.south() <= one.north() + TOLERANCE;
  }

  private boolean isTold(Box one, Box other) {
    Envelope reach = reach(one);
    Envelope there = reach(other);
    return has(Math.max(reach.getMinX(), there.getMinX()), Math.max(reach.getMinY(), there.getMinY()));
  }

  private Optional<Overlapping> judge(Land left, Land right) {
    return OverlapJudge.judge(side(left), side(right), rule)
        .map(finding -> new Overlapping(left, right, OverlapFigures.of(finding)));
  }

  private static Side side(Land land) {
    return new Side(land.unit().kind(), land.unit().code(), land.boundary(), land.accuracy(), land.facts(),
        land.certified());
  }
}
