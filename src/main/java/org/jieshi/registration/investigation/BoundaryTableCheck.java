package org.jieshi.registration.investigation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.registration.investigation.InvestigationForm.Method;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The boundary table against the boundary: N points have N distances and close on the first, and every point is one
 * vertex (C10). Numbers start in the north-west and go clockwise, J for analytic points and T for graphical ones.
 */
public final class BoundaryTableCheck {

  private BoundaryTableCheck() {
  }

  /** How the points were found, where the form does not say: no class of analytic survey is worse than 10 cm. */
  public static Method method(@Nullable InvestigationForm form, @Nullable Double accuracy) {
    if (form != null && form.method() != null) {
      return form.method();
    }
    return accuracy != null && accuracy > Accuracy.SurveyClass.CLASS_3.rmse() ? Method.GRAPHICAL : Method.ANALYTIC;
  }

  /** The number of a point in this survey. */
  public static String number(BoundaryPoint point, Method method) {
    return method.prefix() + point.number().substring(1);
  }

  /** The table as the boundary gives it, nothing said of monuments and lines yet. */
  public static List<BoundaryRow> blank(List<BoundaryPoint> points, Method method) {
    return points.stream().map(point -> new BoundaryRow(number(point, method), BoundaryRow.Monument.NONE,
        point.distanceToNext(), BoundaryRow.Line.POINTS, BoundaryRow.Position.MIDDLE, null)).toList();
  }

  /** A table that is not one of this boundary: other points, another order, one left out. */
  public static Optional<Problem> refusal(List<BoundaryRow> rows, List<BoundaryPoint> points, Method method) {
    if (rows.size() != points.size()) {
      return Optional.of(problem("The boundary has %d points, the table %d rows: one row for every point, closing on %s1."
          .formatted(points.size(), rows.size(), method.prefix()),
          "界线有 %d 个界址点，界址标示表有 %d 行：须逐点一行并闭合至 %s1。".formatted(points.size(), rows.size(), method.prefix())));
    }
    for (int i = 0; i < rows.size(); i++) {
      String expected = number(points.get(i), method);
      if (!rows.get(i).number().strip().equals(expected)) {
        return Optional.of(problem("Row %d is point %s and should be %s: numbers go clockwise from the north-west."
            .formatted(i + 1, rows.get(i).number(), expected),
            "第 %d 行为点 %s，应为 %s：自西北角起顺时针编号。".formatted(i + 1, rows.get(i).number(), expected)));
      }
    }
    return Optional.empty();
  }

  /** Distances that differ from those of the coordinates by more than two points of this accuracy explain; warnings. */
  public static List<Bilingual> warnings(List<BoundaryRow> rows, List<BoundaryPoint> points, @Nullable Double accuracy) {
    if (accuracy == null) {
      return List.of(new Bilingual("The accuracy of the survey is not known, so distances cannot be judged.",
          "测量精度不明，无法校核边长。"));
    }
    double allowed = Accuracy.allowedMismatch(accuracy, accuracy);
    List<Bilingual> warnings = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      BigDecimal stated = rows.get(i).distance();
      BigDecimal reckoned = points.get(i).distanceToNext();
      if (stated.subtract(reckoned).abs().doubleValue() > allowed) {
        warnings.add(new Bilingual("%s: the table says %s m to the next point, the coordinates %s m (allowed %.2f m)."
            .formatted(rows.get(i).number(), stated, reckoned, allowed),
            "%s：表中边长 %s m，坐标反算 %s m（允许 %.2f m）。".formatted(rows.get(i).number(), stated, reckoned, allowed)));
      }
    }
    return warnings;
  }

  private static Problem problem(String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, en, zh).inField("boundaryTable");
  }
}
