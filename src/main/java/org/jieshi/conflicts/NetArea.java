package org.jieshi.conflicts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The land that polygons cover together, every square metre once.
 *
 * <p>Polygons whose bounds meet are united in groups, each in the plane of its first member; groups apart from each
 * other just add up.
 */
public final class NetArea {

  private NetArea() {
  }

  /** m², unrounded. Polygonal geometries in plane coordinates, each carrying its SRID. */
  public static double of(Collection<Geometry> polygons) {
    double total = 0;
    for (List<Geometry> group : groups(List.copyOf(polygons))) {
      total += group.size() == 1 ? Areas.planeAreaExact(group.get(0)) : Areas.planeAreaExact(PlaneSets.union(group));
    }
    return total;
  }

  private static List<List<Geometry>> groups(List<Geometry> polygons) {
    int[] group = new int[polygons.size()];
    HPRtree tree = new HPRtree();
    List<Envelope> bounds = new ArrayList<>();
    for (int i = 0; i < polygons.size(); i++) {
      group[i] = i;
      bounds.add(CoordinateSystems.transformAcceptingBallpark(polygons.get(i), polygons.get(i).getSRID(),
          CoordinateSystems.CGCS2000_DEGREES).getEnvelopeInternal());
      tree.insert(bounds.get(i), i);
    }
    for (int i = 0; i < polygons.size(); i++) {
      for (Object other : tree.query(bounds.get(i))) {
        join(group, i, (Integer) other);
      }
    }
    List<List<Geometry>> groups = new ArrayList<>();
    for (int i = 0; i < polygons.size(); i++) {
      groups.add(new ArrayList<>());
    }
    for (int i = 0; i < polygons.size(); i++) {
      groups.get(root(group, i)).add(polygons.get(i));
    }
    groups.removeIf(List::isEmpty);
    return groups;
  }

  private static void join(int[] group, int one, int other) {
    group[root(group, one)] = root(group, other);
  }

  private static int root(int[] group, int member) {
    int root = member;
    while (group[root] != root) {
      group[root] = group[group[root]];
      root = group[root];
    }
    return root;
  }
}
