package org.jieshi.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as a person is told it: one sentence with the record and the remedy, in both languages.
 *
 * @param record the record, parcel or row it is about
 * @param field the field or column it is about
 * @param coordinate x, y in the system of the record
 * @param unmet the gates of rules.md that are not passed, each with the fact it lacks
 */
public record Problem(ProblemCode code, Bilingual detail, @Nullable String record, @Nullable String field,
    double @Nullable [] coordinate, List<UnmetGate> unmet) {

  public Problem(ProblemCode code, Bilingual detail) {
    this(code, detail, null, null, null, List.of());
  }

  public static Problem of(ProblemCode code, String en, String zh) {
    return new Problem(code, new Bilingual(en, zh));
  }

  public static Problem unmet(Bilingual detail, List<UnmetGate> gates) {
    return new Problem(ProblemCode.GATE_UNMET, detail, null, null, null, List.copyOf(gates));
  }

  public Problem about(String record) {
    return new Problem(code, detail, record, field, coordinate, unmet);
  }

  public Problem inField(String field) {
    return new Problem(code, detail, record, field, coordinate, unmet);
  }

  public Problem at(double x, double y) {
    return new Problem(code, detail, record, field, new double[] {x, y}, unmet);
  }

  /** For the edge of the program, where a refusal ends the request; business rules pass refusals on as values. */
  public ProblemException asException() {
    return new ProblemException(this);
  }
}
