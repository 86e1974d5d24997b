package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jieshi.geometry.kernel.FlatLand;
import org.locationtech.jts.geom.Geometry;

/**
 * Rule C7: the vertices on a shared boundary match. A vertex that comes within the tolerance of a neighbour's boundary
 * must be a vertex of the neighbour too; where it is not, either the neighbour's vertex lies a little beside it or the
 * neighbour runs past without one. Both sides' vertices are looked at, so edges that run along each other with different
 * vertices are found at each of them. The parcels may overlap or leave gaps.
 */
public final class SharedBoundaries {

  /** Rule C7, metres. */
  public static final double TOLERANCE = 0.05;

  /** Coordinates are written to the millimetre (domain sheet §3): one in the last place of both, √2 mm, is no miss. */
  static final double SAME_POINT = 0.0015;

  /** What a double leaves of a tolerance on eastings of eight digits, metres. */
  static final double ROUNDING = 1e-7;

  /** Edges that one thread looks at in one go. */
  private static final int CHUNK = 4096;

  private SharedBoundaries() {}

  /**
   * Every vertex that a neighbour lacks; two vertices that miss each other are one mismatch, under the parcel that comes
   * first in the list. In order of parcel, neighbour and place.
   *
   * @param parcels valid polygonal geometries of one plane system
   * @param tolerance metres, {@link #TOLERANCE} by the rules sheet
   * @throws GeometryRefusal {@code SYSTEMS_DIFFER} for more than one SRID, {@code NOT_POLYGONAL}
   */
  public static List<VertexMismatch> mismatches(List<? extends Geometry> parcels, double tolerance) {
    if (parcels.size() < 2) {
      return List.of();
    }
    Gaps.requireOnePlane(parcels);
    parcels.forEach(Polygons::of);
    EdgeGrid edges = new EdgeGrid(parcels.stream().map(FlatLand::of).toList(), EdgeChoice.ALL, tolerance + ROUNDING);
    return inOrder(IntStream.rangeClosed(0, edges.size() / CHUNK).parallel()
        .mapToObj(chunk -> mismatches(edges, chunk * CHUNK, Math.min(edges.size(), (chunk + 1) * CHUNK), tolerance))
        .flatMap(List::stream));
  }

  /**
   * As {@link #mismatches(List, double)}, of those edges that may miss any, and on this thread alone.
   *
   * @param parcels of one plane system
   * @param chosen every edge but those that a neighbour has too, to the last digit
   */
  public static List<VertexMismatch> mismatches(List<FlatLand> parcels, EdgeChoice chosen, double tolerance) {
    EdgeGrid edges = new EdgeGrid(parcels, chosen, tolerance + ROUNDING);
    return inOrder(mismatches(edges, 0, edges.size(), tolerance).stream());
  }

  /** Two vertices that miss each other are seen from both sides, and told once. */
  private static List<VertexMismatch> inOrder(Stream<VertexMismatch> seen) {
    List<VertexMismatch> once = new ArrayList<>();
    seen.sorted(SharedBoundaries::inOrder).forEachOrdered(each -> {
      if (once.isEmpty() || inOrder(once.get(once.size() - 1), each) != 0) {
        once.add(each);
      }
    });
    return once;
  }

  private static int inOrder(VertexMismatch one, VertexMismatch other) {
    int order = Integer.compare(one.parcel(), other.parcel());
    order = order != 0 ? order : Integer.compare(one.neighbour(), other.neighbour());
    order = order != 0 ? order : one.at().compareTo(other.at());
    order = order != 0 ? order : one.there().compareTo(other.there());
    return order != 0 ? order : one.kind().compareTo(other.kind());
  }

  private static List<VertexMismatch> mismatches(EdgeGrid edges, int from, int end, double tolerance) {
    List<VertexMismatch> found = new ArrayList<>();
    NearVertices near = new NearVertices(edges, tolerance + ROUNDING);
    for (int edge = from; edge < end; edge++) {
      near.look(edges.parcel(edge), edges.fromX(edge), edges.fromY(edge));
      near.forEachMismatch(tolerance, found::add);
      if (edges.endsAlone(edge)) { // otherwise it is that of another edge
        near.look(edges.parcel(edge), edges.toX(edge), edges.toY(edge));
        near.forEachMismatch(tolerance, found::add);
      }
    }
    return found;
  }
}
