package org.jieshi.ingest.source;

import java.io.IOException;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A file that can't be taken: the code is stable, the sentence is for the person who sent it. An {@link IOException}
 * because it travels through the reader interfaces of GeoTools.
 */
public final class FileProblem extends IOException {

  private final FileFault fault;
  private final Bilingual sentence;
  private final @Nullable Integer record;

  FileProblem(FileFault fault, Bilingual sentence, @Nullable Integer record) {
    super(fault + ": " + sentence.en());
    this.fault = fault;
    this.sentence = sentence;
    this.record = record;
  }

  public FileFault fault() {
    return fault;
  }

  public Bilingual sentence() {
    return sentence;
  }

  /** The record's number counted from 1, or null when the file as a whole is at fault. */
  public @Nullable Integer record() {
    return record;
  }
}
