package org.jieshi.geometry.kernel;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the boundaries of many lands hang together: which edges two of them share, and which pairs can be told apart without
 * looking at them one by one. A survey of parcels is mostly neighbours that share their edges to the last digit; every
 * edge is looked at here once, where pair by pair it would be looked at for each neighbour.
 *
 * <p>Two lands of one piece each are apart, whatever holes they have, if
 *
 * <ul>
 * <li>no edge of one comes within {@link #NEAR} of an edge of the other but in a vertex that both have ({@link
 * EdgeContacts}),
 * <li>wherever they have a vertex in common, the wedges of land on either side of it have no direction in common, and
 * <li>the bounds of neither hold those of the other.
 * </ul>
 *
 * For the outer rings then cross nowhere, and neither begins to run inside the other at any vertex: none has a point
 * inside the other. That leaves one ring around the other, which its bounds would show, or the same ring twice, whose
 * wedges would be the same. Whatever isn't told apart so is left to {@link OverlapKernel}.
 *
 * <p>Immutable; coordinates of one plane system, metres.
 */
public final class BoundaryWeb {

  /** m; as for {@link Crossings}. */
  static final double NEAR = Crossings.NEAR;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final List<FlatLand> lands;
  /** Where the vertices of each land begin among those of all. */
  private final int[] begin;
  private final BitSet shared = new BitSet();
  private final boolean[] inPieces;
  private final Set<Long> close = new HashSet<>();

  /** What weaving takes, a hundred bytes a vertex. */
  private static final class Scratch {
    final SharedVertices vertices = new SharedVertices();
    final EdgeContacts contacts = new EdgeContacts(vertices);
  }

  private BoundaryWeb(List<FlatLand> lands) {
    this.lands = lands;
    this.inPieces = new boolean[lands.size()];
    for (int land = 0; land < inPieces.length; land++) {
      inPieces[land] = !lands.get(land).isOnePiece();
    }
    Scratch scratch = SCRATCH.get();
    this.begin = scratch.vertices.read(lands);
    scratch.vertices.forEachPair((one, other) -> meet(scratch.vertices, one, other));
    scratch.contacts.forEach((one, other) -> touch(scratch.vertices, one, other));
  }

  /** @param lands valid, of one plane system */
  public static BoundaryWeb of(List<FlatLand> lands) {
    return new BoundaryWeb(lands);
  }

  /** Whether two lands, by their places in the list, may have land in common; if not they have none. */
  public boolean mayOverlap(int one, int other) {
    return inPieces[one] || inPieces[other] || close.contains(pair(one, other))
        || lands.get(one).boundsHold(lands.get(other)) || lands.get(other).boundsHold(lands.get(one));
  }

  /** The edges of a land, by the vertices they begin at, that another land has too, to the last digit. */
  public BitSet shared(int land) {
    return shared.get(begin[land], begin[land] + lands.get(land).vertices());
  }

  /** Two lands have a vertex. */
  private void meet(SharedVertices vertices, int one, int other) {
    int before = vertices.previous[one];
    int otherBefore = vertices.previous[other];
    boolean onwards = vertices.same(vertices.next[one], otherBefore);
    boolean backwards = vertices.same(before, vertices.next[other]);
    if (onwards) {
      share(vertices, one, otherBefore);
    }
    if (backwards) {
      share(vertices, before, other);
    }
    if (onwards && backwards) {
      return; // one's land on the one side, the other's on the other
    }
    if (vertices.same(vertices.next[one], vertices.next[other])) {
      share(vertices, one, other);
    }
    if (vertices.same(before, otherBefore)) {
      share(vertices, before, otherBefore);
    }
    if (!Wedge.of(vertices, one).isApartFrom(Wedge.of(vertices, other), backwards, onwards)) {
      touch(vertices, one, other);
    }
  }

  private void share(SharedVertices vertices, int edge, int otherEdge) {
    shared.set(edge);
    shared.set(otherEdge);
    vertices.twin[edge] = otherEdge;
    vertices.twin[otherEdge] = edge;
  }

  private void touch(SharedVertices vertices, int edge, int otherEdge) {
    close.add(pair(vertices.land[edge], vertices.land[otherEdge]));
  }

  private static long pair(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }

  /**
   * The land at a vertex: from the direction of the edge that leaves it, counter-clockwise, to that of the edge that
   * arrives. Directions are measured along the sides of a square instead of a circle, 0 to 4, which keeps their order.
   */
  private record Wedge(double from, double to) {

    /** Directions nearer to each other aren't told apart; a millimetre in a thousand kilometres. */
    private static final double SAME = 1e-9;
    private static final double TURN = 4;

    static Wedge of(SharedVertices at, int vertex) {
      return new Wedge(direction(at, vertex, at.next[vertex]), direction(at, vertex, at.previous[vertex]));
    }

    /**
     * Whether the two surely have no direction in common.
     *
     * @param endsAtOther whether this one's end is known to be the other's beginning
     * @param beginsAtOther whether this one's beginning is known to be the other's end
     */
    boolean isApartFrom(Wedge other, boolean endsAtOther, boolean beginsAtOther) {
      double end = turn(to);
      double otherBegin = endsAtOther ? end : turn(other.from);
      double otherEnd = beginsAtOther ? TURN : turn(other.to);
      return end > SAME && (endsAtOther || otherBegin > end + SAME) && otherEnd > otherBegin + SAME
          && (beginsAtOther || otherEnd < TURN - SAME);
    }

    /** Counter-clockwise from where this one begins. */
    private double turn(double direction) {
      return direction >= from ? direction - from : direction - from + TURN;
    }

    private static double direction(SharedVertices at, int from, int to) {
      double dx = at.x(to) - at.x(from);
      double dy = at.y(to) - at.y(from);
      double along = dx / (Math.abs(dx) + Math.abs(dy));
      return dy >= 0 ? 1 - along : 3 + along;
    }
  }
}
