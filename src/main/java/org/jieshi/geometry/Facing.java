package org.jieshi.geometry;

/**
 * Two edges that face each other across a square cell which no third edge enters. If the land in the cell is what lies
 * between them, no point of it is further from the nearer one than the mean of its distances to both, and that mean hardly
 * changes along a strip, however large the cell.
 */
final class Facing {

  /** Cosine of the angle between the normals above which edges do not face each other. */
  private static final double OPPOSITE = -0.5;

  private Facing() {}

  /**
   * How far inside the land a point of the cell can be at most, metres; infinite if the two edges do not tell.
   *
   * @param edges x, y of the start and x, y of the end of every edge
   * @param one index of the first of the four numbers of an edge, as {@code other}
   * @param x centre of the cell, as {@code y}
   * @param half half the side of the cell
   * @param inside whether the centre is in the land
   */
  static double bound(double[] edges, int one, int other, double x, double y, double half, boolean inside) {
    double ux = edges[one + 2] - edges[one];
    double uy = edges[one + 3] - edges[one + 1];
    double vx = edges[other + 2] - edges[other];
    double vy = edges[other + 3] - edges[other + 1];
    double toOneX = x - edges[one];
    double toOneY = y - edges[one + 1];
    double toOtherX = x - edges[other];
    double toOtherY = y - edges[other + 1];
    if (!runsPast(ux, uy, toOneX, toOneY, half) || !runsPast(vx, vy, toOtherX, toOtherY, half)) {
      return Double.POSITIVE_INFINITY;
    }
    double u = Math.sqrt(ux * ux + uy * uy);
    double v = Math.sqrt(vx * vx + vy * vy);
    double mx = -uy / u; // unit normals
    double my = ux / u;
    double nx = -vy / v;
    double ny = vx / v;
    double fromOne = mx * toOneX + my * toOneY; // signed distances of the centre
    double fromOther = nx * toOtherX + ny * toOtherY;
    double cosine = mx * nx + my * ny;
    double otherFromOne = fromOne - fromOther * cosine; // of the other edge, where it passes the centre
    if (otherFromOne < 0) {
      mx = -mx;
      my = -my;
      fromOne = -fromOne;
      cosine = -cosine;
    }
    double oneFromOther = fromOther - fromOne * cosine;
    if (oneFromOther < 0) {
      nx = -nx;
      ny = -ny;
      fromOther = -fromOther;
      cosine = -cosine;
    }
    boolean between = fromOne >= 0 && fromOther >= 0;
    if (cosine > OPPOSITE || between != inside) {
      return Double.POSITIVE_INFINITY;
    }
    return (fromOne + fromOther + half * (Math.abs(mx + nx) + Math.abs(my + ny))) / 2;
  }

  /** Whether every point of the cell has its foot on the edge. */
  private static boolean runsPast(double dx, double dy, double fromStartX, double fromStartY, double half) {
    double along = dx * fromStartX + dy * fromStartY;
    double spread = half * (Math.abs(dx) + Math.abs(dy));
    return along >= spread && along + spread <= dx * dx + dy * dy;
  }
}
