package org.jieshi.geometry;

/**
 * How exactly boundary points are known (domain sheet §4). Every source carries the RMSE m of its boundary points in
 * metres.
 */
public final class Accuracy {

  /** Classes of analytic survey: RMSE against control and the limit no point may exceed, metres. */
  public enum SurveyClass {
    CLASS_1(0.05, 0.10),
    CLASS_2(0.075, 0.15),
    CLASS_3(0.10, 0.20);

    private final double rmse;
    private final double limit;

    SurveyClass(double rmse, double limit) {
      this.rmse = rmse;
      this.limit = limit;
    }

    public double rmse() {
      return rmse;
    }

    public double limit() {
      return limit;
    }
  }

  /** What a draughtsman's line is worth on the sheet, metres. */
  private static final double RMSE_ON_SHEET = 0.0003;
  private static final double LIMIT_ON_SHEET = 0.0006;

  private Accuracy() {}

  /** {@code w_allow = 2·√(m₁² + m₂²)}: the mismatch of two sources that their survey errors explain, metres. */
  public static double allowedMismatch(double rmse1, double rmse2) {
    if (!(rmse1 >= 0) || !(rmse2 >= 0) || Double.isInfinite(rmse1) || Double.isInfinite(rmse2)) {
      throw new IllegalArgumentException(
          "RMSE must be a finite number of metres, got %s and %s".formatted(rmse1, rmse2));
    }
    return 2 * Math.hypot(rmse1, rmse2);
  }

  /** RMSE of a point taken from a map sheet 1:scale: 0.3 mm on the sheet, in metres on the ground. */
  public static double graphicalRmse(int scale) {
    return RMSE_ON_SHEET * scale;
  }

  /** Limit of a point taken from a map sheet 1:scale: 0.6 mm on the sheet, in metres on the ground. */
  public static double graphicalLimit(int scale) {
    return LIMIT_ON_SHEET * scale;
  }
}
