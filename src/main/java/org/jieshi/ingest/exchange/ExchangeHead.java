package org.jieshi.ingest.exchange;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Datum;
import org.jieshi.geometry.PlaneSystem;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The keys of the section 属性描述; any of them may be blank. */
final class ExchangeHead {

  static final String SYSTEM = "坐标系";
  static final String ZONE_WIDTH = "几度分带";
  static final String ZONE = "带号";

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final double MILLION = 1e6;

  private final Map<String, String> keys = new HashMap<>();

  void put(String line) {
    int equals = line.indexOf('=');
    if (equals > 0) {
      keys.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
  }

  /**
   * The system by datum, width and number of the zone; whether eastings carry the zone's number is told by the first of
   * them.
   *
   * @param first x east, y north; null when the file has no vertex
   */
  DeclaredSystem system(String fileName, @Nullable Coordinate first) throws FileProblem {
    String named = keys.getOrDefault(SYSTEM, "");
    if (named.isEmpty() || first == null) {
      return DeclaredSystem.none(fileName, FileFault.CRS_NOT_SAID);
    }
    Datum datum = datum(named).orElseThrow(() -> FileFault.CRS_UNKNOWN.problem(named));
    int prefix = (int) Math.floor(first.x / MILLION);
    Integer zone = number(ZONE);
    if (zone == null && prefix == 0) {
      return DeclaredSystem.none(fileName, FileFault.CRS_NOT_SAID);
    }
    int number = zone == null ? prefix : zone;
    Integer width = number(ZONE_WIDTH);
    return CoordinateSystems.planeSystems().stream()
        .filter(system -> system.datum() == datum && system.zone() == number && system.zonePrefixed() == prefix > 0
            && (width == null || width == system.zoneWidth()))
        .min(Comparator.comparingInt(PlaneSystem::zoneWidth))
        .map(system -> DeclaredSystem.byCode(fileName, system.epsg()))
        .orElseThrow(() -> FileFault.CRS_UNKNOWN.problem(
            "%s=%s, %s=%s, %s=%s".formatted(SYSTEM, named, ZONE_WIDTH, keys.getOrDefault(ZONE_WIDTH, ""), ZONE, number)));
  }

  /** {@code 2000国家大地坐标系}, {@code CGCS2000}, {@code 80国家大地坐标系}, {@code 1954年北京坐标系} and the like. */
  private static Optional<Datum> datum(String named) {
    if (named.contains("2000")) {
      return Optional.of(Datum.CGCS2000);
    }
    if (named.contains("西安") || named.contains("80")) {
      return Optional.of(Datum.XIAN_1980);
    }
    return named.contains("北京") || named.contains("54")
        ? Optional.of(Datum.BEIJING_1954) : Optional.empty();
  }

  private @Nullable Integer number(String key) {
    String text = keys.getOrDefault(key, "").replace('三', '3').replace('六', '6');
    Matcher digits = NUMBER.matcher(text);
    return digits.find() && digits.end() - digits.start() < 4 ? Integer.valueOf(digits.group()) : null;
  }
}
