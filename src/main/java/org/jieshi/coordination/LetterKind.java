package org.jieshi.coordination;

/** What a letter is for. One that asks a question waits for the answer, the others for a receipt 回执. */
public enum LetterKind {
  QUESTION,
  /** No permits for land of a case. */
  HOLD,
  /** The permits are free again. */
  RELEASE,
  /** What came of a case. */
  RESULT;

  public boolean asks() {
    return this == QUESTION;
  }
}
