package org.jieshi.ingest;

import static org.jieshi.ingest.SurveyedLand.code;
import static org.jieshi.ingest.SurveyedLand.parcel;
import static org.jieshi.ingest.SurveyedLand.parcels;
import static org.jieshi.ingest.SurveyedLand.rectangle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two parcels in a zip with their boundary points (JZD) and lines (JZX), one of which belongs to no parcel. */
final class MarksFile {

  private MarksFile() {}

  /**
   * @param east of the points, metres from the corner of the land, as north
   */
  static byte[] zip(int district, int[] east, int[] north) {
    SurveyFile land = parcel(parcels(), code(district, 1), rectangle(0, 0, 100, 100), "10000.00");
    parcel(land, code(district, 2), rectangle(100, 0, 100, 100), "10000.00");
    SurveyFile points = SurveyFile.named("JZD").text("JZDH", 10).number("SXH", 4, 0).text("JBLX", 1).text("备注", 10);
    List<double[]> places = new ArrayList<>();
    for (int i = 0; i < east.length; i++) {
      points.record(null, "J" + (i + 1), String.valueOf(i + 1), i == 3 ? "9" : "2", i == 3 ? "石桩旁" : "");
      places.add(new double[] {36_632_000 + east[i], 2_480_000 + north[i]});
    }
    SurveyFile lines = SurveyFile.named("JZX").text("JXXZ", 6).number("JZXCD", 10, 3).text("JZXLB", 2).text("JZXWZ", 4)
        .record(null, "600003", "100.000", "3", "中").record(null, "600001", "50.000", "", "");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    land.files().forEach((extension, content) -> entries.put("ZD." + extension, content));
    points.replace("shp", shapefile(1, places.stream().map(xy -> point(xy[0], xy[1])).toList())).files()
        .forEach((extension, content) -> entries.put("JZD." + extension, content));
    lines.replace("shp", shapefile(3, List.of(line(36_632_100, 2_480_000, 36_632_100, 2_480_100),
            line(36_632_900, 2_480_000, 36_632_950, 2_480_000)))).files()
        .forEach((extension, content) -> entries.put("JZX." + extension, content));
    return SurveyFile.zip(entries, StandardCharsets.UTF_8);
  }

  private static byte[] point(double x, double y) {
    return little(20).putInt(1).putDouble(x).putDouble(y).array();
  }

  private static byte[] line(double... ordinates) {
    ByteBuffer line = little(48 + 8 * ordinates.length).putInt(3);
    line.putDouble(0).putDouble(0).putDouble(0).putDouble(0).putInt(1).putInt(ordinates.length / 2).putInt(0);
    for (double ordinate : ordinates) {
      line.putDouble(ordinate);
    }
    return line.array();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] shapefile(int type, List<byte[]> records) {
    int length = 100 + records.stream().mapToInt(record -> 8 + record.length).sum();
    ByteBuffer file = ByteBuffer.allocate(length);
    file.putInt(0, 9994).putInt(24, length / 2);
    file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    file.order(ByteOrder.BIG_ENDIAN).position(100);
    for (int i = 0; i < records.size(); i++) {
      file.putInt(i + 1).putInt(records.get(i).length / 2).put(records.get(i));
    }
    return file.array();
  }
}
