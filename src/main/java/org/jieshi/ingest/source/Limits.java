package org.jieshi.ingest.source;

/**
 * The limits of rule F1, all judged by bytes really read.
 *
 * @param unpackedBytes what all files of an upload may add up to
 * @param entries how many files an archive may hold
 * @param ratio how many times its own size an archive may unpack to
 */
public record Limits(long unpackedBytes, int entries, int ratio) {

  /** The figures of rules.md. */
  public static final Limits DEFAULT = new Limits(500L << 20, 64, 200);
}
