package org.jieshi.conflicts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.geometry.kernel.NetCover;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The land that polygons cover together, every square metre once: of each, in its own plane, what lies under none of those
 * before it. Nothing is drawn for it, so that it does
 * not matter how many of them hang together.
 */
public final class NetArea {

  private NetArea() {
  }

  /** m², unrounded. Polygonal geometries in plane coordinates, each carrying its SRID. */
  public static double of(Collection<Geometry> polygons) {
    List<Geometry> lands = polygons.stream().filter(land -> !land.isEmpty()).toList();
    boolean onePlane = lands.stream().mapToInt(Geometry::getSRID).distinct().count() == 1;
    List<Envelope> bounds = lands.stream().map(land -> onePlane ? land.getEnvelopeInternal() : degrees(land)).toList();
    HPRtree tree = new HPRtree();
    for (int i = 0; i < lands.size(); i++) {
      tree.insert(bounds.get(i), i);
    }
    FlatLand[] flat = lands.stream().map(FlatLand::of).toArray(FlatLand[]::new);
    NetCover cover = new NetCover();
    double total = 0;
    for (int i = 0; i < flat.length; i++) {
      int plane = lands.get(i).getSRID();
      List<FlatLand> earlier = new ArrayList<>();
      for (Object found : tree.query(bounds.get(i))) {
        int other = (Integer) found;
        if (other < i) {
          earlier.add(lands.get(other).getSRID() == plane ? flat[other]
              : FlatLand.of(CoordinateSystems.inPlane(lands.get(other), plane)));
        }
      }
      total += cover.of(flat[i], earlier, null);
    }
    return total;
  }

  private static Envelope degrees(Geometry land) {
    return CoordinateSystems.transformAcceptingBallpark(land, land.getSRID(), CoordinateSystems.CGCS2000_DEGREES)
        .getEnvelopeInternal();
  }
}
