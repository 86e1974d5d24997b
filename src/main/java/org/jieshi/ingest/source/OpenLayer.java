package org.jieshi.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A layer that can be read, any number of times, each time record by record. */
public interface OpenLayer extends Closeable {

  /** How many records it holds; numbers of records run up to it. */
  int records();

  /** The names of its columns, all different, in the order of the file. */
  List<String> columns();

  /** The encoding of its text, as people know it. */
  String encoding();

  /** What has to be said about the file as a whole. */
  List<Finding> findings();

  /**
   * The records from the first one on. Memory is bounded by the largest record, not by their number.
   *
   * @throws FileProblem here or while reading, when the file turns out to be damaged
   */
  Records read() throws IOException;

  /** Records front to back. */
  interface Records extends Closeable {

    /** Whether there is another one. */
    boolean hasNext() throws IOException;

    /** @throws java.util.NoSuchElementException at the end */
    SurveyRecord next() throws IOException;
  }
}
