package org.jieshi.huashan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Polygon;

/** Land of certified parcels that villagers occupy: compact patches just inside the boundary. */
final class Encroachments {

  private static final List<Layer.Column> COLUMNS = List.of(
      Layer.Column.text("CLAIMANT", 50), Layer.Column.text("BASIS", 20), Layer.Column.date("SINCE"),
      Layer.Column.text("WAY", 20), Layer.Column.text("FOUND", 20), Layer.Column.text("ZDDM", 19),
      Layer.Column.number("MJ", 15, 2), Layer.Column.text("SM", 80));
  static final String ACCURACY = "0.3";

  /** Corners in units of the patch's size: along the boundary, inward. */
  private static final double[][][] PATCHES = {
      {{-0.52, 0}, {0.10, -0.03}, {0.51, 0.04}, {0.60, 0.47}, {0.41, 0.93}, {-0.11, 1.01}, {-0.55, 0.88}},
      {{-0.47, 0}, {0.55, 0}, {0.49, 0.55}, {0.52, 1.02}, {-0.08, 0.95}, {-0.50, 0.99}},
      {{-0.62, 0.05}, {0.02, 0}, {0.58, 0.02}, {0.63, 0.83}, {0.10, 0.92}, {-0.44, 0.78}}};

  private final Cadastre cadastre;
  private final List<Parcel> parcels;
  private int next;

  /** @param parcels certified ones, without the last */
  Encroachments(Cadastre cadastre, List<Parcel> parcels) {
    this.cadastre = cadastre;
    this.parcels = parcels;
  }

  /** The three incidents of the case. */
  Layer of2013() {
    List<Layer.Feature> incidents = new ArrayList<>();
    incidents.add(incident("250.00", LocalDate.of(2013, 4, 12), "PLANTING", "PATROL", "砍除农场荔枝后种植木薯"));
    incidents.add(incident("180.00", LocalDate.of(2013, 5, 23), "GRAVES", "REPORT", "新建坟墓并平整土地"));
    incidents.add(incident("240.00", LocalDate.of(2013, 7, 8), "BUILDING", "PATROL", "搭建工棚并堆放建材"));
    return new Layer(COLUMNS, incidents);
  }

  Layer earlier() {
    List<Layer.Feature> incidents = new ArrayList<>();
    incidents.add(incident("420.00", LocalDate.of(2008, 3, 2), "AFFORESTATION", "PATROL", "种植速生桉"));
    incidents.add(incident("310.00", LocalDate.of(2009, 11, 15), "PLANTING", "REPORT", "种植甘蔗"));
    incidents.add(incident("350.00", LocalDate.of(2010, 8, 20), "QUARRYING", "IMAGERY", "采石取土"));
    incidents.add(incident("250.00", LocalDate.of(2012, 10, 9), "PLANTING", "PATROL", "种植香蕉"));
    return new Layer(COLUMNS, incidents);
  }

  private Layer.Feature incident(String area, LocalDate since, String way, String found, String note) {
    while (true) {
      Parcel parcel = parcels.get((5 + 11 * next) % parcels.size());
      Polygon patch = patch(cadastre.shape(parcel.plot()), cadastre.free(parcel.plot()), new BigDecimal(area),
          PATCHES[next % PATCHES.length]);
      next++;
      if (patch != null && parcel.use().feature.equals("GN")) {
        String claimant = Village.ALL.get(parcel.land().village()).name() + "村村民" + "陆韦黄梁莫檀劳".charAt(next % 7) + "某";
        return Layer.Feature.of(patch, claimant, "OCCUPATION", since, way, found, parcel.code(), Areas.of(patch), note);
      }
    }
  }

  private static Polygon patch(Polygon parcel, Set<Coordinate> free, BigDecimal area, double[][] corners) {
    Coordinate[] ring = parcel.getExteriorRing().getCoordinates();
    if (!Orientation.isCCW(ring)) {
      CoordinateArrays.reverse(ring);
    }
    for (int i = 1; i < ring.length; i++) {
      if (ring[i].distance(ring[i - 1]) > 38 && free.contains(ring[i]) && free.contains(ring[i - 1])) {
        Polygon patch = patch(ring[i - 1], ring[i], area, corners);
        if (parcel.contains(patch) && parcel.getBoundary().distance(patch) > 0.8) {
          return patch;
        }
      }
    }
    return null;
  }

  /** The corners turned to the edge, 1.6 m inside it, the last one moved until the area is exact. */
  private static Polygon patch(Coordinate from, Coordinate to, BigDecimal area, double[][] corners) {
    double edge = from.distance(to);
    double ux = (to.x - from.x) / edge;
    double uy = (to.y - from.y) / edge;
    double size = StrictMath.sqrt(area.doubleValue());
    Coordinate[] ring = new Coordinate[corners.length + 1];
    for (int i = 0; i < corners.length; i++) {
      double along = edge / 2 + size * corners[i][0];
      double inward = 2.2 + size * corners[i][1];
      ring[i] = Neighbours.place(from, ux * along - uy * inward, uy * along + ux * inward);
    }
    int last = corners.length - 1;
    ring[corners.length] = ring[0].copy();
    long gain = Areas.doubled(area) - Areas.doubled(Curves.FACTORY.createPolygon(ring));
    ring[last] = Areas.shifted(ring[last - 1], ring[last], ring[0], gain);
    return Curves.FACTORY.createPolygon(ring);
  }
}
