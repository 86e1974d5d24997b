package org.jieshi.huashan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/** Gives every surveyed plot its code, use, location and survey. */
final class Books {

  private static final String[] NUMERALS = {"一", "二", "三", "四", "五"};
  private static final Map<Village.Town, String> DISTRICTS = Map.of(Village.Town.FOZI, "009",
      Village.Town.TANXU, "012", Village.Town.NALONG, "013", Village.Town.SANLONG, "014");

  private final Terrain terrain;
  private final Map<String, Integer> sequences = new HashMap<>();
  private final List<Parcel> parcels = new ArrayList<>();

  /** @param last the plot whose survey came last of those certified in 2012 */
  Books(Terrain terrain, List<Plot> plots, int last) {
    this.terrain = terrain;
    List<Integer> order = IntStream.range(0, plots.size()).boxed()
        .filter(i -> plots.get(i).kind() != Plot.Kind.UNSURVEYED)
        .sorted(Comparator.<Integer, Batch>comparing(i -> batch(plots.get(i), i == last))
            .thenComparing(i -> plots.get(i).village())
            .thenComparing(i -> -plots.get(i).shape().getCentroid().getY()))
        .toList();
    List<Integer> byHeight = order.stream().sorted(Comparator.comparing(i -> height(plots.get(i)))).toList();
    for (int i : order) {
      Plot plot = plots.get(i);
      Parcel.Use use = i == last ? Parcel.Use.ORCHARD : use(plot, byHeight.indexOf(i) / (double) byHeight.size());
      Village village = Village.ALL.get(plot.village());
      int team = 1 + (int) (plot.shape().getCentroid().getX() / 900) % 7;
      String location = "灵山县" + village.town().chinese + village.name() + "村委会(华山"
          + NUMERALS[plot.subFarm()] + "分场" + team + "队)";
      parcels.add(new Parcel(i, plot, code(village, use), use, location, sheet(plot), batch(plot, i == last)));
    }
  }

  List<Parcel> parcels() {
    return parcels;
  }

  List<Parcel> parcels(Batch batch) {
    return parcels.stream().filter(parcel -> parcel.batch() == batch).toList();
  }

  static String subFarm(int number) {
    return "华山" + NUMERALS[number] + "分场";
  }

  private static Batch batch(Plot plot, boolean last) {
    return plot.kind() == Plot.Kind.PENDING ? Batch.PENDING : last ? Batch.LAST : Batch.values()[plot.subFarm()];
  }

  private double height(Plot plot) {
    Coordinate centre = plot.shape().getInteriorPoint().getCoordinate();
    return terrain.height(centre.x, centre.y);
  }

  /** Paddies lie low, forest high; between them fruit (荔枝, 龙眼), which the farm lives by. */
  private static Parcel.Use use(Plot plot, double rank) {
    if (plot.kind() == Plot.Kind.YARD) {
      return switch (plot.subFarm()) {
        case 1 -> Parcel.Use.OFFICE;
        case 0, 3 -> Parcel.Use.STORE;
        default -> Parcel.Use.WORKS;
      };
    }
    return rank < 0.05 ? Parcel.Use.PADDY : rank < 0.13 ? Parcel.Use.DRY_FIELD
        : rank > 0.90 ? Parcel.Use.FOREST : rank > 0.85 ? Parcel.Use.TEA : Parcel.Use.ORCHARD;
  }

  private String code(Village village, Parcel.Use use) {
    String subDistrict = "450721" + DISTRICTS.get(village.town()) + "0" + village.code().substring(10);
    int number = sequences.merge(subDistrict + use.feature, 1, Integer::sum);
    return subDistrict + use.feature + String.format("%05d", number);
  }

  /** The sheet of the 1:10 000 map (GB/T 13989): 3′45″ by 2′30″ inside F49, counted from the north-west. */
  private static String sheet(Plot plot) {
    Coordinate centre = plot.shape().getCentroid().getCoordinate();
    double latitude = 22.42 + (centre.y + HuashanFarm.NORTH - 2_480_878.7) / 110_750;
    double longitude = 109.29 + (centre.x + HuashanFarm.EAST - 36_632_820.4) / 102_950;
    int row = 1 + (int) ((24 - latitude) * 24);
    int column = 1 + (int) ((longitude - 108) * 16);
    return String.format("F49G%03d%03d", row, column);
  }
}
