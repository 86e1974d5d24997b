package org.jieshi.geometry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * One fault or peculiarity of a geometry, at its place. The record number is the importer's to add.
 *
 * @param rule id in the rules sheet: F5, G1 … G7
 * @param reason stable code of what was found, finer than the rule
 * @param message one sentence in English
 * @param messageZh the same in Chinese
 * @param at where, in the geometry's own system; null when it concerns the whole geometry
 */
public record GeometryFinding(
    String rule, String reason, Severity severity, String message, String messageZh, @Nullable Coordinate at) {

  public enum Severity {
    /** The record is not taken. */
    BLOCK,
    WARN,
    INFO
  }

  /**
   * A finding at a point: the place is appended to both sentences, which come without their full stop, and what to do there
   * where the record isn't taken as it is.
   */
  static GeometryFinding at(String rule, String reason, Severity severity, Coordinate at, String message,
      String messageZh, Object... figures) {
    return new GeometryFinding(rule, reason, severity,
        "%s at %s%s.".formatted(sentence(message, figures), place(at),
            severity == Severity.BLOCK ? "; draw the boundary anew there" : ""),
        "%s，位于 %s%s。".formatted(sentence(messageZh, figures), place(at),
            severity == Severity.BLOCK ? "，请在该处改绘界线" : ""), at.copy());
  }

  static GeometryFinding whole(
      String rule, String reason, Severity severity, String message, String messageZh, Object... figures) {
    return new GeometryFinding(
        rule, reason, severity, sentence(message, figures), sentence(messageZh, figures), null);
  }

  private static String sentence(String pattern, Object... figures) {
    return String.format(Locale.ROOT, pattern, figures);
  }

  /** East, north to the millimetre, as surveyors write them. */
  private static String place(Coordinate at) {
    return String.format(Locale.ROOT, "(%.3f, %.3f)", at.x, at.y);
  }
}
