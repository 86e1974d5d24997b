package org.jieshi.shared;

/**
 * A gate of rules.md that is not passed, and the fact it lacks.
 *
 * @param gate the rule's id, {@code W1} to {@code W7}
 * @param fact what is missing or in the way, naming the record
 */
public record UnmetGate(String gate, Bilingual fact) {

  public static UnmetGate of(String gate, String en, String zh) {
    return new UnmetGate(gate, new Bilingual(en, zh));
  }
}
