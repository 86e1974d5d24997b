package org.jieshi.platform;

import org.jieshi.shared.Bilingual;

/** The program will not start as it is configured; the sentence is for the person at the console. */
public class StartRefused extends RuntimeException {

  private final transient Bilingual sentence;

  public StartRefused(Bilingual sentence) {
    super(sentence.en());
    this.sentence = sentence;
  }

  public Bilingual sentence() {
    return sentence;
  }
}
