package org.jieshi.ingest.source;

import java.util.List;

/**
 * A layer to be written.
 *
 * @param name of the layer; files are named by it
 * @param srid EPSG code of its coordinates: plane, or degrees with longitude first
 * @param columns in their order; values outside them aren't written
 * @param encoding of its text, where the format leaves a choice
 * @param kind of its shapes: polygons of one or several parts, points, or lines of one or several parts
 */
public record OutputLayer(String name, int srid, List<Column> columns, EncodingName encoding, SurveyLayer.Kind kind) {

  /** What a column holds. */
  public enum Type {
    TEXT,
    NUMBER,
    DATE
  }

  public record Column(String name, Type type) {}

  /** A value of a record as text: dates as ISO 8601, numbers without exponent. */
  public static String text(Object value) {
    return value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
  }
}
