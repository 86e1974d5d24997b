package org.jieshi.geometry.kernel;

/**
 * Tells by topology alone, without measuring anything, that two lands share no area. Both are simple rings and no two of
 * their edges cross. Then
 *
 * <ul>
 * <li>if they meet nowhere, or in a single vertex, they are apart unless one holds the other, and then its bounds hold the
 * other's bounds;
 * <li>if they share one unbroken chain of edges, with the land on opposite sides of it, and meet nowhere else, they are
 * apart: the rest of one ring lies wholly inside or wholly outside the other land, and inside it would close around land
 * on the other land's side of the chain.
 * </ul>
 *
 * That settles nearly all neighbours. Everything else is measured.
 */
final class Apartness {

  private Apartness() {}

  static boolean isPlain(FlatLand one, FlatLand other, WindowEdges edges, Crossings crossings) {
    if (crossings.count > 0 || crossings.contact || !one.isSimple() || !other.isSimple()) {
      return false;
    }
    if (edges.twins > 0) {
      return shareOneChain(one, edges, crossings);
    }
    return crossings.corners <= ONE_VERTEX && !one.boundsHold(other) && !other.boundsHold(one);
  }

  /** Two edges of each side meet in a vertex of both: four pairs. */
  private static final int ONE_VERTEX = 4;

  /**
   * At either end of a chain one edge of each side leaves it: two corners. More corners are a second place where the two
   * meet.
   */
  private static boolean shareOneChain(FlatLand one, WindowEdges edges, Crossings crossings) {
    if (crossings.corners != 2) {
      return false;
    }
    int chains = 0;
    int previous = WindowEdges.ALONE;
    int firstVertex = WindowEdges.ALONE;
    boolean joined = false;
    for (int edge = 0; edge < edges.count; edge++) {
      if (edges.group[edge] != 0 || edges.twin[edge] == WindowEdges.ALONE) {
        continue;
      }
      if (edges.upward[edge] == edges.upward[edges.twin[edge]]) {
        return false;
      }
      if (previous == WindowEdges.ALONE) {
        firstVertex = edges.vertex[edge];
        chains = 1;
      } else if (edges.vertex[edge] != one.next(previous, 0)) {
        chains++;
      }
      previous = edges.vertex[edge];
      joined = one.next(previous, 0) == firstVertex;
    }
    return chains == 1 || chains == 2 && joined;
  }
}
