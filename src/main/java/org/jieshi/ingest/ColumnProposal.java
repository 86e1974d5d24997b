package org.jieshi.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jieshi.geometry.Areas;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What columns with unusual names mean, by what the first records hold: parcel codes, land-use codes, and areas, whose
 * unit shows beside the area that the boundary encloses. Only a proposal, for fields that no usual name serves.
 */
final class ColumnProposal {

  private static final int SAMPLE = 200;
  /** Share of the filled values that have to be of a kind. */
  private static final double MOST = 0.8;
  /** By how much a declared area may be off and still show its unit; the units lie apart by factors of 15 and 667. */
  private static final double AREA_SHARE = 0.05;

  private static final Pattern PARCEL_CODE = Pattern.compile("\\d{12}[A-Z]{2}\\d{5}(W0{8})?");
  private static final Pattern UNIT_CODE = Pattern.compile("\\d{9}|\\d{12}");
  private static final Pattern LAND_USE = Pattern.compile("(0[1-9]|1[0-2])[0-9]{1,2}(\\D.*)?");
  /** Square metres in a unit, by the code that {@code MJDW} gives it. */
  private static final Map<String, Double> UNITS = Map.of("1", 1.0, "2", 2000 / 3.0, "3", 10_000.0);

  private final Layer layer;
  private final OpenLayer file;
  private final List<SurveyRecord> sample = new ArrayList<>();

  ColumnProposal(Layer layer, OpenLayer file) throws IOException {
    this.layer = layer;
    this.file = file;
    try (OpenLayer.Records records = file.read()) {
      while (sample.size() < SAMPLE && records.hasNext()) {
        sample.add(records.next());
      }
    }
  }

  /** Field parameter to column, only for fields that names leave open; may be empty. */
  Map<String, String> proposed() throws FileProblem {
    ColumnMapping byName = new ColumnMapping(layer, file.columns(), Map.of());
    List<String> free = file.columns().stream().filter(column -> !byName.used().contains(column)).toList();
    Map<String, String> proposed = new LinkedHashMap<>();
    if (!byName.has(Field.CODE) && layer.unitKind() != null) {
      propose(proposed, Field.CODE, free, text -> PARCEL_CODE.matcher(text).matches());
    } else if (!byName.has(Field.CODE)) {
      propose(proposed, Field.CODE, free, text -> UNIT_CODE.matcher(text).matches());
    }
    if (layer == Layer.PARCELS && !byName.has(Field.LAND_USE)) {
      propose(proposed, Field.LAND_USE, free, text -> LAND_USE.matcher(text).matches());
    }
    if (layer.unitKind() != null) {
      proposeArea(proposed, byName, free);
    }
    return proposed;
  }

  private void propose(Map<String, String> proposed, Field field, List<String> free, Predicate<String> kind) {
    free.stream().filter(column -> !proposed.containsValue(column)).filter(column -> mostly(column, kind)).findFirst()
        .ifPresent(column -> proposed.put(field.parameter(), column));
  }

  private boolean mostly(String column, Predicate<String> kind) {
    List<String> filled = sample.stream().map(record -> record.value(column)).filter(value -> value != null)
        .map(Object::toString).filter(text -> !text.isBlank()).toList();
    return !filled.isEmpty() && filled.stream().filter(kind).count() >= MOST * filled.size();
  }

  private void proposeArea(Map<String, String> proposed, ColumnMapping byName, List<String> free) {
    List<String> columns = byName.has(Field.DECLARED_AREA) ? List.of(byName.column(Field.DECLARED_AREA)) : free;
    for (String column : columns) {
      String unit = proposed.containsValue(column) ? null : unitOf(column);
      if (unit != null) {
        if (!byName.has(Field.DECLARED_AREA)) {
          proposed.put(Field.DECLARED_AREA.parameter(), column);
        }
        if (!byName.has(Field.AREA_UNIT) && !unit.equals("1")) {
          proposed.put(Field.AREA_UNIT.parameter(), ColumnMapping.CONSTANT + unit);
        }
        return;
      }
    }
  }

  /** The unit in which most values of a column are the areas of their boundaries, or null. */
  private @Nullable String unitOf(String column) {
    for (Map.Entry<String, Double> unit : UNITS.entrySet()) {
      int filled = 0;
      int fitting = 0;
      for (SurveyRecord record : sample) {
        Geometry boundary = record.boundary();
        if (boundary != null && record.value(column) instanceof BigDecimal value && value.signum() > 0) {
          double area = Areas.planeAreaExact(boundary);
          filled++;
          fitting += Math.abs(value.doubleValue() * unit.getValue() - area) <= AREA_SHARE * area ? 1 : 0;
        }
      }
      if (filled > 0 && fitting >= MOST * filled) {
        return unit.getKey();
      }
    }
    return null;
  }
}
