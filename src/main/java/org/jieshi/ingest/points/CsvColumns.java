package org.jieshi.ingest.points;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which column of a table means what, by the names people and programs give them; −1 where there is none. */
record CsvColumns(List<String> names, int wkt, int x, int y, boolean axesNamed, int parcel, int part, int ring, int order,
    int point, int system) {

  private static final Set<String> WKT = Set.of("WKT", "GEOMETRY", "GEOM", "THE_GEOM", "WKT_GEOM", "图形");
  private static final Set<String> NORTH =
      Set.of("北坐标", "纵坐标", "北", "NORTH", "NORTHING", "N", "纬度", "LAT", "LATITUDE", "北坐标X", "纵坐标X", "X北");
  private static final Set<String> EAST =
      Set.of("东坐标", "横坐标", "东", "EAST", "EASTING", "E", "经度", "LON", "LNG", "LONG", "LONGITUDE", "东坐标Y",
          "横坐标Y", "Y东");
  private static final Set<String> X = Set.of("X", "X坐标", "X坐标值", "XZB", "XZBZ", "POINT_X", "COORD_X");
  private static final Set<String> Y = Set.of("Y", "Y坐标", "Y坐标值", "YZB", "YZBZ", "POINT_Y", "COORD_Y");
  private static final Set<String> PARCEL = Set.of("ZDDM", "宗地代码", "宗地号", "宗地编号", "DJH", "地块编号", "地块号",
      "PARCEL", "PARCELCODE", "PARCEL_CODE", "CODE", "BDCDYH", "编号", "BH");
  private static final Set<String> PART = Set.of("PART", "部分", "部分号");
  private static final Set<String> RING = Set.of("RING", "圈号", "环号", "QH", "RINGNO", "RING_NO");
  private static final Set<String> ORDER = Set.of("SXH", "顺序号", "序号", "ORDER", "SEQ", "SEQUENCE", "顺序");
  private static final Set<String> POINT = Set.of("JZDH", "点号", "界址点号", "POINT", "POINTNO", "POINT_NO", "JZDBH");
  private static final Set<String> SYSTEM = Set.of("CRS", "EPSG", "SRID", "坐标系");

  static CsvColumns of(List<String> names) {
    int north = find(names, NORTH);
    int east = find(names, EAST);
    boolean axesNamed = north >= 0 && east >= 0;
    return new CsvColumns(names, find(names, WKT), axesNamed ? east : find(names, X), axesNamed ? north : find(names, Y),
        axesNamed, find(names, PARCEL), find(names, PART), find(names, RING), find(names, ORDER), find(names, POINT),
        find(names, SYSTEM));
  }

  private static int find(List<String> names, Set<String> wanted) {
    for (int i = 0; i < names.size(); i++) {
      if (wanted.contains(plain(names.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  /** Without blanks and a unit in brackets: {@code X坐标(m)}. */
  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[(（\\[].*$", "").replaceAll("\\s+", "");
  }

  boolean hasPlace() {
    return wkt >= 0 || x >= 0 && y >= 0;
  }

  /** Whether rows are points of parcels rather than parcels. */
  boolean arePoints() {
    return wkt < 0;
  }

  /** Whether the column is about the row's parcel, not about its shape or one of its points. */
  boolean isAttribute(int column) {
    return column != wkt && column != system && !(arePoints() && (column == x || column == y || column == part
        || column == ring || column == order || column == point));
  }
}
