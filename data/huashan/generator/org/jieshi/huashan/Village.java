package org.jieshi.huashan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * A village committee with the place where its people live (local metres) and the share of its land that the farm
 * holds. Town names and codes are those of county 450721; the villages are invented.
 */
record Village(Town town, String code, String name, double x, double y, double farmShare) {

  enum Town {
    TANXU("450721108", "檀圩镇"), NALONG("450721109", "那隆镇"), SANLONG("450721110", "三隆镇"), FOZI("450721105", "佛子镇");

    final String code;
    final String chinese;

    Town(String code, String chinese) {
      this.code = code;
      this.chinese = chinese;
    }
  }

  static final List<Village> ALL = List.of(
      village(Town.TANXU, 201, "大塘岭", 1900, 9000, 0.17),
      village(Town.TANXU, 202, "石鼓坪", 4200, 9200, 0.24),
      village(Town.TANXU, 203, "木棉根", 1700, 6900, 0.11),
      village(Town.TANXU, 204, "龙眼坪", 3900, 7100, 0.31),
      village(Town.TANXU, 205, "长麓", 6000, 8000, 0.26),
      village(Town.NALONG, 201, "六槐", 8100, 9200, 0.13),
      village(Town.NALONG, 202, "新屋场", 10500, 8900, 0.16),
      village(Town.NALONG, 203, "高沙塘", 8400, 7000, 0.33),
      village(Town.NALONG, 204, "独石", 10800, 6700, 0.20),
      village(Town.NALONG, 205, "荔枝山", 6300, 5800, 0.27),
      village(Town.SANLONG, 201, "双凤", 8600, 4700, 0.24),
      village(Town.SANLONG, 202, "平塘", 10900, 4400, 0.14),
      village(Town.SANLONG, 203, "茶亭", 8300, 2300, 0.22),
      village(Town.SANLONG, 204, "马鞍岭", 10500, 1900, 0.12),
      village(Town.SANLONG, 205, "白水塘", 6200, 2900, 0.30),
      village(Town.FOZI, 201, "元眼", 1800, 4500, 0.15),
      village(Town.FOZI, 202, "桂香", 4000, 4800, 0.28),
      village(Town.FOZI, 203, "竹根窝", 1900, 2200, 0.10),
      village(Town.FOZI, 204, "老圩", 4100, 1900, 0.18));

  private static Village village(Town town, int number, String name, double x, double y, double farmShare) {
    return new Village(town, town.code + number, name, x, y, farmShare);
  }

  /** Villages lie low, by the water and the paddies: the lowest place near the given one. */
  Coordinate centre(Terrain terrain) {
    Coordinate wanted = new Coordinate(x, y);
    return IntStream.range(0, Terrain.GRID.size())
        .filter(cell -> Terrain.GRID.centre(cell).distance(wanted) < 420)
        .boxed()
        .min(Comparator.comparingDouble(terrain::height))
        .map(Terrain.GRID::centre)
        .orElseThrow();
  }
}
