package org.jieshi.huashan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.buffer.BufferOp;

/** The country round the farm: borders of the villages, roads and streams that belong to others, the farm's blocks. */
final class Landscape {

  private static final int[][] ROADS = {
      {0, 1}, {1, 4}, {3, 4}, {2, 3}, {4, 5}, {5, 6}, {4, 7}, {7, 8}, {9, 7}, {9, 3}, {10, 9}, {10, 11}, {12, 10},
      {12, 13}, {14, 12}, {14, 9}, {15, 16}, {16, 9}, {17, 18}, {18, 14}, {15, 17}, {2, 15}};
  private static final int[][] PATHS = {
      {0, 3}, {3, 9}, {4, 9}, {5, 7}, {1, 3}, {6, 8}, {8, 10}, {16, 14}, {16, 18}, {10, 13}, {14, 18}, {15, 18},
      {11, 13}, {7, 10}, {2, 16}, {0, 2}, {6, 7}, {12, 18}, {3, 7}, {8, 11}, {2, 4}, {12, 11}, {16, 17}, {9, 12}};
  private static final double ROAD_WIDTH = 9;
  private static final double PATH_WIDTH = 6;
  private static final double NARROW = 9;
  private static final double LEAST_BLOCK = 30_000;

  private final Terrain terrain = new Terrain();
  private final Districts districts = new Districts(terrain);
  private final List<LineString> borders = LabelLines.of(Terrain.GRID, districts.labels(), true, 1.2, 2.5);
  private final List<Geometry> roads = new ArrayList<>();
  private final Geometry corridors = corridors();

  /** A block of farm land inside one village, bounded by its neighbours, roads and streams. */
  record Block(Polygon shape, int village) {}

  Terrain terrain() {
    return terrain;
  }

  /** Lines of all villages and of the farm, in vertices that fit. */
  List<LineString> borders() {
    return borders;
  }

  /** Middle lines of the roads. */
  Geometry roads() {
    return Curves.FACTORY.buildGeometry(roads);
  }

  int village(Coordinate place) {
    return districts.village(place.x, place.y);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Polygon face : Overlay.faces(borders)) {
      Coordinate inside = face.getInteriorPoint().getCoordinate();
      if (districts.farm(inside.x, inside.y)) {
        for (Polygon part : Overlay.polygons(Overlay.minus(face, corridors))) {
          for (Polygon block : Overlay.polygons(withoutNecks(part))) {
            if (block.getArea() > LEAST_BLOCK) {
              blocks.add(new Block(block, districts.village(inside.x, inside.y)));
            }
          }
        }
      }
    }
    return blocks;
  }

  /** Cuts off tips and necks narrower than 2·{@link #NARROW}; what is left keeps its own vertices. */
  private static Geometry withoutNecks(Polygon part) {
    Geometry core = mitred(part, -NARROW);
    return core.isEmpty() ? core : Overlay.common(part, mitred(core, NARROW + 1.5));
  }

  private static Geometry mitred(Geometry geometry, double distance) {
    return BufferOp.bufferOp(geometry, distance,
        new BufferParameters(2, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 3));
  }

  private Geometry corridors() {
    List<Geometry> corridors = new ArrayList<>();
    for (Terrain.Stream stream : terrain.streams(2.4e5)) {
      corridors.add(widen(Curves.survey(stream.course(), 2.5, 2.5), stream.width()));
    }
    Roads network = new Roads(terrain);
    corridors.addAll(build(network, ROADS, 160, 0.3, ROAD_WIDTH));
    corridors.addAll(build(network, PATHS, 4, 0.85, PATH_WIDTH));
    return Overlay.union(corridors);
  }

  private List<Geometry> build(Roads network, int[][] links, double climb, double habit, double width) {
    List<Geometry> built = new ArrayList<>();
    for (int[] link : links) {
      for (List<Coordinate> course
          : network.build(districts.centres().get(link[0]), districts.centres().get(link[1]), climb, habit)) {
        LineString line = Curves.survey(course, 1.6, 2);
        roads.add(line);
        built.add(widen(line, width));
      }
    }
    return built;
  }

  private static Geometry widen(LineString line, double width) {
    return BufferOp.bufferOp(line, width / 2,
        new BufferParameters(2, BufferParameters.CAP_ROUND, BufferParameters.JOIN_MITRE, 2));
  }
}
