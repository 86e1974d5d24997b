package org.jieshi.geometry.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Land counted once: how much of a land lies in a region and under none of certain other lands, however those overlap
 * each other. By slabs, m². Keeps scratch memory and belongs to one thread.
 */
public final class NetCover {

  private static final int LAND = 0;
  private static final int OTHERS = 1;
  private static final int REGION = 2;
  private static final int GROUPS = 3;

  private final WindowEdges edges = new WindowEdges();
  private final Crossings crossings = new Crossings();
  private final SlabSweep sweep = new SlabSweep();
  private final double[] areas = new double[1 << GROUPS];

  /**
   * @param others may overlap each other and need not meet the land
   * @param region null: everywhere
   */
  public double of(FlatLand land, List<FlatLand> others, @Nullable FlatLand region) {
    if (region != null && !opens(land, region)) {
      return 0;
    }
    if (region != null) {
      edges.add(region, REGION);
      if (!edges.anyVisible()) {
        return region.contains(land.xy[0], land.xy[1]) ? of(land, others, null) : 0;
      }
    } else if (others.isEmpty()) {
      return land.area();
    } else {
      edges.open(land.minX, land.minY, land.maxX, land.maxY);
    }
    edges.add(land, LAND);
    for (FlatLand other : others) {
      edges.add(other, OTHERS);
    }
    edges.sort();
    crossings.find(edges, GROUPS, true);
    sweep.measure(edges, crossings, areas);
    return areas[region == null ? 1 << LAND : 1 << LAND | 1 << REGION];
  }

  private boolean opens(FlatLand land, FlatLand region) {
    double west = Math.max(land.minX, region.minX);
    double south = Math.max(land.minY, region.minY);
    double east = Math.min(land.maxX, region.maxX);
    double north = Math.min(land.maxY, region.maxY);
    if (!(west < east && south < north)) {
      return false;
    }
    edges.open(west, south, east, north);
    return true;
  }
}
