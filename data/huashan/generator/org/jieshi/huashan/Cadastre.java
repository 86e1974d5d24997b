package org.jieshi.huashan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.geom.util.NoninvertibleTransformationException;

/**
 * The exact plan: one partition of the four towns into faces with vertices on whole millimetres, each face a plot of
 * the farm or land of others. Plots, sub-farms, villages and towns are unions of faces, so they share every vertex.
 */
final class Cadastre {

  private static final double LEAST_EDGE = 4;
  private static final BigDecimal CERTIFIED = new BigDecimal("19066300.00");
  private static final BigDecimal TOTAL = new BigDecimal("21290000.00");

  /** @param plot number in {@link #plots}, -1 for land of others */
  private record Face(Polygon shape, int village, int plot) {}

  private final List<Plot> planned;
  private List<Face> faces = new ArrayList<>();

  Cadastre(Landscape landscape, FarmPlan plan) {
    AffineTransformation enlarge = plan.enlargement();
    this.planned = plan.plots().stream().map(plot -> plot.with((Polygon) enlarge.transform(plot.shape()))).toList();
    List<Geometry> lines = new ArrayList<>();
    landscape.borders().forEach(line -> lines.add(enlarge.transform(line)));
    planned.forEach(plot -> lines.add(plot.shape().getBoundary()));
    AffineTransformation back = inverse(enlarge);
    for (Polygon face : Overlay.facesInMillimetres(lines)) {
      Coordinate inside = face.getInteriorPoint().getCoordinate();
      int plot = plotAt(inside);
      faces.add(new Face(face, plot >= 0 ? planned.get(plot).village()
          : landscape.village(back.transform(inside, new Coordinate())), plot));
    }
    dissolveFarmLines();
    removeShortEdges();
    fitCertified();
    fitTotal();
  }

  private static AffineTransformation inverse(AffineTransformation transformation) {
    try {
      return transformation.getInverse();
    } catch (NoninvertibleTransformationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private int plotAt(Coordinate place) {
    for (int i = 0; i < planned.size(); i++) {
      Polygon shape = planned.get(i).shape();
      if (shape.getEnvelopeInternal().contains(place)
          && new IndexedPointInAreaLocator(shape).locate(place) == Location.INTERIOR) {
        return i;
      }
    }
    return -1;
  }

  /** Farm lines that bound no plot in the end (blocks too small) leave no line in the land of others. */
  private void dissolveFarmLines() {
    Map<List<Integer>, List<Polygon>> groups = new TreeMap<>(
        Comparator.<List<Integer>>comparingInt(key -> key.get(0)).thenComparingInt(key -> key.get(1)));
    faces.forEach(face -> groups.computeIfAbsent(List.of(face.village(), face.plot()), key -> new ArrayList<>())
        .add(face.shape()));
    faces = new ArrayList<>();
    groups.forEach((key, shapes) -> {
      for (Polygon part : Overlay.polygons(Overlay.dissolve(shapes))) {
        faces.add(new Face(part, key.get(0), key.get(1)));
      }
    });
  }

  /** Joins the two ends of every edge that is too short to be surveyed, in all faces at once. */
  private void removeShortEdges() {
    while (true) {
      Map<Coordinate, Integer> uses = new HashMap<>();
      faces.forEach(face -> {
        for (Coordinate p : new HashSet<>(List.of(face.shape().getCoordinates()))) {
          uses.merge(p, 1, Integer::sum);
        }
      });
      Coordinate[] edge = faces.stream().map(face -> shortEdge(face.shape())).filter(found -> found != null)
          .findFirst().orElse(null);
      if (edge == null) {
        return;
      }
      boolean firstGoes = uses.get(edge[0]) < uses.get(edge[1]);
      move(edge[firstGoes ? 0 : 1], edge[firstGoes ? 1 : 0]);
    }
  }

  private static Coordinate[] shortEdge(Polygon shape) {
    for (Coordinate[] ring : rings(shape)) {
      for (int i = 1; i < ring.length; i++) {
        if (ring[i].distance(ring[i - 1]) < LEAST_EDGE) {
          return new Coordinate[] {ring[i - 1], ring[i]};
        }
      }
    }
    return null;
  }

  static List<Coordinate[]> rings(Polygon shape) {
    List<Coordinate[]> rings = new ArrayList<>();
    rings.add(shape.getExteriorRing().getCoordinates());
    for (int i = 0; i < shape.getNumInteriorRing(); i++) {
      rings.add(shape.getInteriorRingN(i).getCoordinates());
    }
    return rings;
  }

  private void move(Coordinate from, Coordinate to) {
    faces.replaceAll(face -> {
      if (!face.shape().getEnvelopeInternal().intersects(from)) {
        return face;
      }
      Geometry moved = new GeometryEditor().edit(face.shape(), new GeometryEditor.CoordinateOperation() {
        @Override
        public Coordinate[] edit(Coordinate[] coordinates, Geometry ring) {
          List<Coordinate> kept = new ArrayList<>();
          for (Coordinate p : coordinates) {
            Coordinate q = p.equals2D(from) ? to.copy() : p;
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(q)) {
              kept.add(q);
            }
          }
          return kept.toArray(Coordinate[]::new);
        }
      });
      return new Face((Polygon) moved, face.village(), face.plot());
    });
  }

  private void fitCertified() {
    List<Polygon> certified = shapes(Plot.Kind.CERTIFIED, Plot.Kind.YARD);
    BigDecimal missing = CERTIFIED.subtract(Areas.sum(certified));
    int plot = freest(Plot.Kind.CERTIFIED);
    Polygon shape = shape(plot);
    grow(plot, Areas.doubled(Areas.of(shape).add(missing)) - Areas.doubled(shape));
  }

  private void fitTotal() {
    BigDecimal missing = TOTAL.subtract(Areas.sum(subFarms()));
    int plot = freest(Plot.Kind.UNSURVEYED);
    Geometry subFarm = subFarms().get(planned.get(plot).subFarm());
    grow(plot, Areas.doubled(Areas.of(subFarm).add(missing)) - Areas.doubled(subFarm));
  }

  /** Lets the outer vertices of one plot out or in, at most 1 m each, until the doubled area has grown by this. */
  private void grow(int plot, long gain) {
    Set<Coordinate> free = free(plot);
    for (int i = 0; Math.abs(gain) > 0 && i < 200; i++) {
      Coordinate[] ring = shape(plot).reverse().getExteriorRing().getCoordinates();
      int k = 1 + (7 * i) % (ring.length - 2);
      if (!free.remove(ring[k]) || !free.contains(ring[k - 1]) || !free.contains(ring[k + 1])) {
        continue;
      }
      long most = Math.round(1000.0 * 1000 * ring[k - 1].distance(ring[k + 1]));
      long step = Math.max(-most, Math.min(most, gain));
      long before = Areas.doubled(shape(plot));
      move(ring[k], Areas.shifted(ring[k - 1], ring[k], ring[k + 1], step));
      gain -= Areas.doubled(shape(plot)) - before;
      if (Math.abs(gain) < 8_000) {
        return;
      }
    }
    throw new IllegalStateException("no room for " + gain + " mm² in plot " + plot);
  }

  private int freest(Plot.Kind kind) {
    int best = -1;
    for (int i = 0; i < planned.size(); i++) {
      if (planned.get(i).kind() == kind && (best < 0 || free(i).size() > free(best).size())) {
        best = i;
      }
    }
    return best;
  }

  /** Vertices where a plot borders on nothing but land of others in its own village. */
  Set<Coordinate> free(int plot) {
    Set<Coordinate> free = new HashSet<>(List.of(shape(plot).getExteriorRing().getCoordinates()));
    Map<Coordinate, Integer> others = new HashMap<>();
    for (Face face : faces) {
      boolean neighbour = face.plot() < 0 && face.village() == planned.get(plot).village();
      for (Coordinate p : new HashSet<>(List.of(face.shape().getCoordinates()))) {
        if (free.contains(p) && face.plot() != plot) {
          others.merge(p, neighbour ? 1 : 9, Integer::sum);
        }
      }
    }
    free.removeIf(p -> others.getOrDefault(p, 9) != 1);
    return free;
  }

  Polygon shape(int plot) {
    return faces.stream().filter(face -> face.plot() == plot).map(Face::shape).findFirst().orElseThrow();
  }

  /** All plots as they are now. */
  List<Plot> plots() {
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      plots.add(planned.get(i).with(shape(i)));
    }
    return plots;
  }

  private List<Polygon> shapes(Plot.Kind... kinds) {
    return plots().stream().filter(plot -> List.of(kinds).contains(plot.kind())).map(Plot::shape).toList();
  }

  /** The five sub-farms: all land due. */
  List<Geometry> subFarms() {
    Map<Integer, List<Polygon>> groups = new TreeMap<>();
    plots().forEach(plot -> groups.computeIfAbsent(plot.subFarm(), key -> new ArrayList<>()).add(plot.shape()));
    return groups.values().stream().map(Overlay::dissolve).toList();
  }

  /** The villages in the order of {@link Village#ALL}. */
  List<Geometry> villages() {
    Map<Integer, List<Polygon>> groups = new TreeMap<>();
    faces.forEach(face -> groups.computeIfAbsent(face.village(), key -> new ArrayList<>()).add(face.shape()));
    return groups.values().stream().map(Overlay::dissolve).toList();
  }

  List<Geometry> towns() {
    Map<Village.Town, List<Geometry>> groups = new TreeMap<>();
    List<Geometry> villages = villages();
    for (int i = 0; i < villages.size(); i++) {
      groups.computeIfAbsent(Village.ALL.get(i).town(), key -> new ArrayList<>()).add(villages.get(i));
    }
    return groups.values().stream().map(Overlay::dissolve).toList();
  }
}
