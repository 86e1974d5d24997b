package org.jieshi.ingest.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A record of a file, whatever its format.
 *
 * @param number in its file, counted from 1; numbers increase, but may leave out what was deleted
 * @param boundary a polygon or multipolygon in the plane as it stands in the file, rings nested by topology; null where a
 *     finding says why
 * @param values by column, in the order of the columns: {@code String}, {@code BigDecimal}, {@code LocalDate} or
 *     {@code Boolean}; a column that says nothing is left out
 * @param findings what has to be said about it already
 */
public record SurveyRecord(
    int number, @Nullable Geometry boundary, Map<String, Object> values, List<Finding> findings) {

  public @Nullable Object value(String column) {
    return values.get(column);
  }
}
