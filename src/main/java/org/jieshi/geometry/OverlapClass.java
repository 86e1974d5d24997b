package org.jieshi.geometry;

/**
 * What an overlap means, judged against the accuracy of both sources (rules sheet, "Overlap classes").
 *
 * <p>Precedence: {@link #DUPLICATE} before {@link #CONTAINED} before the width classes. The shares come first because a
 * narrow parcel that lies wholly inside another one is never "survey error", however thin it is.
 */
public enum OverlapClass {
  /** Mean width within the allowed mismatch: not distinguishable from survey error, never blocks. */
  NOISE,
  /** Mean width up to three times the allowed mismatch: re-measure or agree on site. */
  BOUNDARY,
  /** Wider than that: a real overlap. */
  ENCROACHMENT,
  /** At least 99 % of one side lies inside the other. */
  CONTAINED,
  /** At least 99 % of both sides: the same land twice. */
  DUPLICATE;

  /** Stored with every result; changes whenever a threshold or the precedence does. */
  public static final String RULE_VERSION = "overlap-1";

  private static final double NEARLY_ALL = 0.99;
  private static final double BOUNDARY_FACTOR = 3;

  /**
   * @param allowedWidth the allowed mismatch of both sources in metres, {@link Accuracy#allowedMismatch}
   */
  public static OverlapClass judge(Overlap overlap, double allowedWidth) {
    return judge(overlap.leftShare(), overlap.rightShare(), overlap.meanWidth(), allowedWidth);
  }

  /** The same from stored figures: shares 0-1, widths in metres. */
  public static OverlapClass judge(double leftShare, double rightShare, double meanWidth, double allowedWidth) {
    if (Math.min(leftShare, rightShare) >= NEARLY_ALL) {
      return DUPLICATE;
    }
    if (Math.max(leftShare, rightShare) >= NEARLY_ALL) {
      return CONTAINED;
    }
    if (meanWidth <= allowedWidth) {
      return NOISE;
    }
    return meanWidth <= BOUNDARY_FACTOR * allowedWidth ? BOUNDARY : ENCROACHMENT;
  }
}
