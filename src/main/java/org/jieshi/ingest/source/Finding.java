package org.jieshi.ingest.source;

import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Something a rule of rules.md has to say about a file or one of its records.
 *
 * @param rule the rule's id, e.g. {@code F5}
 * @param record the record's number in its file counted from 1, or null when it concerns the whole file
 * @param sentence names the fault and the remedy
 * @param coordinate where, in the coordinate system of the file, or null when there is no such place
 * @param tolerance what it was judged with, where that is not the rule's own setting; null otherwise
 */
public record Finding(String rule, Severity severity, @Nullable Integer record, Bilingual sentence,
    @Nullable Coordinate coordinate, @Nullable Double tolerance) {

  /** About the file as a whole. */
  public static Finding ofFile(String rule, Severity severity, Bilingual sentence) {
    return new Finding(rule, severity, null, sentence, null, null);
  }

  /** About one record. */
  public static Finding ofRecord(String rule, Severity severity, int record, Bilingual sentence) {
    return new Finding(rule, severity, record, sentence, null, null);
  }

  public Finding at(@Nullable Coordinate place) {
    return new Finding(rule, severity, record, sentence, place, tolerance);
  }

  public Finding within(double judgedWith) {
    return new Finding(rule, severity, record, sentence, coordinate, judgedWith);
  }
}
