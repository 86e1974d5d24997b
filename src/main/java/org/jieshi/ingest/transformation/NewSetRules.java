package org.jieshi.ingest.transformation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Datum;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** What can be said of a set of parameters before anybody uses it: figures of a wrong unit or sign order stand out. */
final class NewSetRules {

  private static final Pattern EPSG = Pattern.compile("(?i)EPSG:(\\d{4,5})");
  /** Metres; between the datums of China no shift is larger. */
  private static final double LARGEST_SHIFT = 1_000;
  /** Seconds of arc. */
  private static final double LARGEST_ROTATION = 60;
  /** Millionths. */
  private static final double LARGEST_SCALE = 100;
  private static final double WORST_RMSE = 10;

  private NewSetRules() {}

  /** EPSG codes as they are stored. */
  record Systems(int from, int to) {}

  static Systems check(NewTransformation given) {
    boolean plane = given.method() == Method.PLANE;
    requireFinite(given);
    within("rmse", given.rmse(), WORST_RMSE, given.rmse() > 0);
    within("scalePpm", given.scalePpm(), LARGEST_SCALE, true);
    if (!plane) {
      for (Double shift : List.of(given.dx(), given.dy(), required("dz", given.dz()))) {
        within("dx", shift, LARGEST_SHIFT, true);
      }
      for (Double turn : List.of(required("rx", given.rx()), required("ry", given.ry()), given.rz())) {
        within("rx", turn, LARGEST_ROTATION, true);
      }
    } else if (Stream.of(given.dz(), given.rx(), given.ry()).anyMatch(value -> value != null && value != 0)) {
      throw field("dz", "Four parameters are dx, dy, rz and scalePpm; leave dz, rx and ry out.",
          "四参数仅有 dx、dy、rz、scalePpm，请勿填写 dz、rx、ry。");
    }
    checkBounds(given.bounds());
    return plane ? planes(given) : datums(given);
  }

  private static Systems planes(NewTransformation given) {
    int from = plane("fromCrs", given.fromCrs());
    int to = plane("toCrs", given.toCrs());
    requireOlder(CoordinateSystems.datumOf(from));
    if (CoordinateSystems.datumOf(to) != Datum.CGCS2000) {
      throw field("toCrs", "toCrs has to be a plane system of CGCS2000, e.g. EPSG:4524.",
          "toCrs 须为 CGCS2000 平面坐标系，例如 EPSG:4524。");
    }
    return new Systems(from, to);
  }

  private static Systems datums(NewTransformation given) {
    int from = code("fromCrs", given.fromCrs());
    boolean known = CoordinateSystems.isGeographic(from) || CoordinateSystems.findPlane(from).isPresent();
    if (!known) {
      throw field("fromCrs", "%s isn't a system of Xian 1980 or Beijing 1954.".formatted(given.fromCrs()),
          "%s 不是 1980 西安或 1954 北京坐标系。".formatted(given.fromCrs()));
    }
    Datum datum = CoordinateSystems.datumOf(from);
    requireOlder(datum);
    return new Systems(datum.geographicEpsg(), CoordinateSystems.CGCS2000_DEGREES);
  }

  private static void requireOlder(Datum datum) {
    if (datum != Datum.XIAN_1980 && datum != Datum.BEIJING_1954) {
      throw field("fromCrs", "Parameters carry Xian 1980 or Beijing 1954 into CGCS2000; fromCrs is %s."
          .formatted(datum.label()), "转换参数用于由 1980 西安或 1954 北京转换到 CGCS2000，fromCrs 为%s。".formatted(datum.labelZh()));
    }
  }

  private static int plane(String name, @Nullable String crs) {
    int code = code(name, crs);
    if (CoordinateSystems.findPlane(code).isEmpty()) {
      throw field(name, "%s has to be a plane system, e.g. EPSG:2360.".formatted(name),
          "%s 须为平面坐标系，例如 EPSG:2360。".formatted(name));
    }
    return code;
  }

  private static int code(String name, @Nullable String crs) {
    Optional<Matcher> matcher = Optional.ofNullable(crs).map(text -> EPSG.matcher(text.strip())).filter(Matcher::matches);
    return matcher.map(found -> Integer.parseInt(found.group(1))).orElseThrow(() -> field(name,
        "%s names a coordinate system by its code, e.g. EPSG:2360.".formatted(name),
        "%s 须填写坐标系代码，例如 EPSG:2360。".formatted(name)));
  }

  private static double required(String name, @Nullable Double value) {
    if (value == null) {
      throw field(name, "Seven parameters need %s; write 0 where it is none.".formatted(name),
          "七参数须填写 %s，没有则填 0。".formatted(name));
    }
    return value;
  }

  private static void requireFinite(NewTransformation given) {
    boolean finite = Stream.of(given.dx(), given.dy(), given.dz(), given.rx(), given.ry(), given.rz(),
        given.scalePpm(), given.rmse()).allMatch(value -> value == null || Double.isFinite(value));
    if (!finite) {
      throw field("dx", "A parameter isn't a number.", "转换参数中存在非数值。");
    }
  }

  private static void within(String name, double value, double limit, boolean also) {
    if (Math.abs(value) > limit || !also) {
      throw field(name, "%s is %s; check its unit (metres, seconds of arc, millionths), at most %s is possible."
              .formatted(name, value, plain(limit)),
          "%s 为 %s，请核对单位（米、角秒、百万分之一），最大为 %s。".formatted(name, value, plain(limit)));
    }
  }

  private static void checkBounds(List<Double> bounds) {
    boolean window = bounds.stream().allMatch(value -> value != null && Double.isFinite(value))
        && bounds.get(0) < bounds.get(2) && bounds.get(1) < bounds.get(3)
        && bounds.get(0) >= 73 && bounds.get(2) <= 136 && bounds.get(1) >= 3 && bounds.get(3) <= 54;
    if (!window) {
      throw field("bounds", "The bounds are west, south, east and north in degrees, within China.",
          "bounds 依次为西、南、东、北边界（度），须在中国范围内。");
    }
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static ProblemException field(String name, String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, en, zh).inField(name).asException();
  }
}
