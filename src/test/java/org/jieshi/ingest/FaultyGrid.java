package org.jieshi.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jieshi.bench.ParcelGrid;

/** A made-up survey with every fault that a person can draw, each in some of its parcels; GeoJSON in EPSG:4524. */
final class FaultyGrid {

  private FaultyGrid() {}

  static byte[] geoJson(int parcels, long seed) {
    ParcelGrid grid = new ParcelGrid(parcels, seed);
    StringBuilder features = new StringBuilder();
    for (int cell = 0; cell < parcels; cell++) {
      List<double[]> rings = grid.rings(cell);
      spoil(cell, rings.get(0));
      feature(features, code(grid, cell), rings, cell % 107 == 9 ? 1.1 : 1);
      if (cell % 101 == 7) {
        feature(features, grid.code(parcels + cell), rings, 1); // the same land once more
      } else if (cell % 103 == 8) {
        feature(features, grid.code(parcels + cell), List.of(within(rings.get(0))), 1);
      }
    }
    return ("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4524\"}},"
        + "\"features\":[" + features.substring(1) + "]}").getBytes(StandardCharsets.UTF_8);
  }

  private static String code(ParcelGrid grid, int cell) {
    return cell % 113 == 11 ? "" : cell % 127 == 12 ? grid.code(cell - 1) : cell % 131 == 13 ? "450721001" : grid.code(cell);
  }

  private static void spoil(int cell, double[] ring) {
    switch (cell % 97) {
      case 5 -> swap(ring, 4, 20); // crosses itself
      case 15 -> ring[8] += 5_000_000; // in another country
      case 25 -> { // the same vertex twice
        ring[6] = ring[4];
        ring[7] = ring[5];
      }
      case 35 -> { // drawn past its corner
        ring[6] += 30;
        ring[7] += 30;
      }
      case 45 -> { // a strip drawn narrower, which leaves a gap
        for (int i = 2; i < 10; i++) {
          ring[i] += i % 2 == 0 ? 0.7 : 0;
        }
      }
      default -> { // as it was surveyed
      }
    }
  }

  private static void swap(double[] ring, int one, int other) {
    for (int i = 0; i < 2; i++) {
      double kept = ring[one + i];
      ring[one + i] = ring[other + i];
      ring[other + i] = kept;
    }
  }

  private static double[] within(double[] ring) {
    double east = ring[0] + 40;
    double north = ring[1] + 40;
    return new double[] {east, north, east, north + 20, east + 20, north + 20, east + 20, north, east, north};
  }

  private static void feature(StringBuilder to, String code, List<double[]> rings, double declared) {
    double area = rings.stream().mapToDouble(FaultyGrid::area).sum();
    to.append(",\n{\"type\":\"Feature\",\"properties\":{\"ZDDM\":\"").append(code).append("\",\"QLRMC\":\"第").append(rings.size())
        .append("队\",\"REMARK\":\"一\",\"SCMJ\":").append(String.format(Locale.ROOT, "%.2f", declared * Math.abs(area)))
        .append("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[");
    for (int k = 0; k < rings.size(); k++) {
      to.append(k == 0 ? "[" : ",[");
      double[] ring = rings.get(k);
      for (int i = 0; i < ring.length; i += 2) {
        to.append(i == 0 ? "[" : ",[").append(ring[i]).append(',').append(ring[i + 1]).append(']');
      }
      to.append(']');
    }
    to.append("]}}");
  }

  private static double area(double[] ring) {
    double twice = 0;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      twice += (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[i + 3] - ring[1]);
    }
    return twice / 2;
  }
}
