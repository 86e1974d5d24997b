package org.jieshi.ingest.dxf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What CASS, the usual cadastral program, keeps with a boundary: application {@code SOUTH}, then {@code 300000}, the
 * parcel's number, its holder, its land use.
 */
final class DxfData {

  static final String CODE = "宗地代码";
  static final String HOLDER = "权利人";
  static final String LAND_USE = "地类编码";
  static final String CASS = "SOUTH";
  static final String OURS = "JIESHI";
  /** What a polyline of our own says of itself; the next text names its parcel and part. */
  static final String OUTER = "JIESHI-OUTER";
  static final String INNER = "JIESHI-INNER";
  /** The kind of object that a parcel's boundary is. */
  static final String PARCEL = "300000";

  private DxfData() {}

  /** Parcel and part of an outer or inner ring that we wrote, else null. */
  static @Nullable String part(List<String> texts, String role) {
    int at = texts.indexOf(role);
    return at >= 0 && at + 1 < texts.size() ? texts.get(at + 1) : null;
  }

  static Map<String, Object> of(List<String> texts) {
    Map<String, Object> values = new LinkedHashMap<>();
    int at = texts.indexOf(PARCEL);
    List<String> columns = List.of(CODE, HOLDER, LAND_USE);
    for (int i = 0; at >= 0 && i < columns.size() && at + 1 + i < texts.size(); i++) {
      if (texts.get(at + 1 + i).startsWith(OURS + "-")) {
        break;
      }
      if (!texts.get(at + 1 + i).isBlank()) {
        values.put(columns.get(i), texts.get(at + 1 + i));
      }
    }
    return values;
  }
}
