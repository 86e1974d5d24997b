package org.jieshi.ingest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jieshi.ingest.source.Decimals;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.parcels.BoundaryMark;
import org.jieshi.parcels.BoundaryMark.Kind;
import org.jieshi.parcels.BoundaryMark.Monument;
import org.jieshi.parcels.BoundaryMark.Nature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The columns of JZD and JZX (domain.md §8) in any letter case; what isn't understood stays among the attributes. */
final class MarkFields {

  private static final List<String> PARCEL = List.of("ZDDM", "ZDZHDM", "ZHDM", "DJH", "宗地代码");
  private static final List<String> NUMBER = List.of("JZDH", "点号", "界址点号");
  private static final List<String> PLACE = List.of("SXH", "顺序号", "序号");
  private static final List<String> MONUMENT = List.of("JBLX", "界标类型");
  private static final List<String> NATURE = List.of("JXXZ", "界线性质");
  private static final List<String> FOLLOWS = List.of("JZXLB", "界址线类别");
  private static final List<String> POSITION = List.of("JZXWZ", "界址线位置");
  private static final List<String> LENGTH = List.of("JZXCD", "界址线长度");
  /** Metres; no boundary line is as long as the farm's whole circumference, and the register's column ends here. */
  private static final long LONGEST_LINE = 999_999_999;
  /** Coordinates as attributes repeat the shape. */
  private static final Set<String> REPEATED = Set.of("XZBZ", "YZBZ");

  private final Map<String, Object> rest = new LinkedHashMap<>();

  private MarkFields(SurveyRecord record) {
    record.values().forEach((name, value) -> rest.put(name.toUpperCase(Locale.ROOT), value));
  }

  /** The code of the parcel a mark says it belongs to, or null. */
  static @Nullable String parcel(SurveyRecord record) {
    return new MarkFields(record).take(PARCEL);
  }

  static BoundaryMark mark(SurveyRecord record, Geometry shape) {
    return new MarkFields(record).mark(shape);
  }

  private BoundaryMark mark(Geometry shape) {
    Kind kind = shape.getDimension() == 0 ? Kind.POINT : Kind.LINE;
    take(PARCEL);
    String number = take(NUMBER);
    BigDecimal place = number(PLACE, Integer.MAX_VALUE);
    Monument monument = understood(MONUMENT, Monument::of);
    Nature nature = understood(NATURE, Nature::of);
    String follows = take(FOLLOWS);
    String position = take(POSITION);
    BigDecimal length = number(LENGTH, LONGEST_LINE);
    REPEATED.forEach(rest::remove);
    Map<String, String> attributes = new LinkedHashMap<>();
    rest.forEach((name, value) -> attributes.put(name, plain(value)));
    return new BoundaryMark(kind, shape, number, place == null ? null : place.intValue(), monument, nature, follows,
        position, length, attributes);
  }

  private @Nullable String take(List<String> names) {
    for (String name : names) {
      Object value = rest.remove(name);
      if (value != null) {
        return plain(value);
      }
    }
    return null;
  }

  private <T> @Nullable T understood(List<String> names, java.util.function.Function<String, @Nullable T> dictionary) {
    for (String name : names) {
      T found = rest.get(name) == null ? null : dictionary.apply(plain(rest.get(name)));
      if (found != null) {
        rest.remove(name);
        return found;
      }
    }
    return null;
  }

  private @Nullable BigDecimal number(List<String> names, long largest) {
    return understood(names, text -> {
      BigDecimal number = Decimals.of(text);
      boolean sensible =
          number != null && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(largest)) <= 0;
      return sensible ? number : null;
    });
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
  }
}
