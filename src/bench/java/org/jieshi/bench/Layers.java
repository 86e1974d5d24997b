package org.jieshi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jieshi.geometry.kernel.FlatLand;

/** The layers of a {@link BenchLand} in memory. */
record Layers(BenchLand source, List<FlatLand> parcels, List<FlatLand> claims, List<FlatLand> districts) {

  static Layers of(int parcels) {
    BenchLand land = new BenchLand(parcels, 1);
    return new Layers(land, layer(parcels, land::parcel), layer(land.claims(), land::claim),
        layer(land.districts(), land::district));
  }

  /** The certified parcels, in order. */
  List<FlatLand> certified() {
    List<FlatLand> certified = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      if (source.certified(i)) {
        certified.add(parcels.get(i));
      }
    }
    return certified;
  }

  private static List<FlatLand> layer(int size, IntFunction<FlatLand> feature) {
    return IntStream.range(0, size).parallel().mapToObj(feature).toList();
  }
}
