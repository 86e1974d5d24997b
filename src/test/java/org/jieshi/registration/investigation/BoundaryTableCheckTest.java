package org.jieshi.registration.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.parcels.Land;
import org.jieshi.registration.investigation.BoundaryRow.Line;
import org.jieshi.registration.investigation.BoundaryRow.Monument;
import org.jieshi.registration.investigation.BoundaryRow.Position;
import org.jieshi.registration.investigation.InvestigationForm.Method;
import org.junit.jupiter.api.Test;

/** C10 on a square of 100 m: J1 in the north-west, clockwise. */
class BoundaryTableCheckTest {

  private static final List<BoundaryPoint> POINTS = BoundaryPoints.of(Land.rectangle(0, 0, 100, 100));

  @Test
  void theTableOfABoundaryIsItsPointsInTheirOrder() {
    assertThat(BoundaryTableCheck.blank(POINTS, Method.GRAPHICAL)).containsExactly(row("T1", "100.000"), row("T2", "100.000"),
        row("T3", "100.000"), row("T4", "100.000"));
    assertThat(BoundaryTableCheck.refusal(BoundaryTableCheck.blank(POINTS, Method.ANALYTIC), POINTS, Method.ANALYTIC))
        .isEmpty();
  }

  @Test
  void aTableWithAPointTooFewIsRefused() {
    List<BoundaryRow> rows = BoundaryTableCheck.blank(POINTS, Method.ANALYTIC).subList(0, 3);

    assertThat(BoundaryTableCheck.refusal(rows, POINTS, Method.ANALYTIC)).get().satisfies(problem -> {
      assertThat(problem.detail().en())
          .isEqualTo("The boundary has 4 points, the table 3 rows: one row for every point, closing on J1.");
      assertThat(problem.field()).isEqualTo("boundaryTable");
    });
  }

  @Test
  void aTableInAnotherOrderIsRefusedAtItsFirstRowThatDiffers() {
    List<BoundaryRow> rows = List.of(row(" J1 ", "100.000"), row("J3", "100.000"), row("J2", "100.000"), row("J4", "100.000"));

    assertThat(BoundaryTableCheck.refusal(rows, POINTS, Method.ANALYTIC)).get().satisfies(problem -> {
      assertThat(problem.detail().en()).isEqualTo("Row 2 is point J3 and should be J2: numbers go clockwise from the north-west.");
      assertThat(problem.detail().zh()).isEqualTo("第 2 行为点 J3，应为 J2：自西北角起顺时针编号。");
    });
  }

  /** m = 0.05: two such points explain 2·√2·0.05 = 0.1414 m. */
  @Test
  void onlyADistanceThatTheAccuracyDoesNotExplainIsWarnedOf() {
    List<BoundaryRow> rows = new ArrayList<>(BoundaryTableCheck.blank(POINTS, Method.ANALYTIC));
    rows.set(0, row("J1", "100.141"));
    rows.set(3, row("J4", "99.858"));

    assertThat(BoundaryTableCheck.warnings(rows, POINTS, 0.05)).extracting(warning -> warning.en())
        .containsExactly("J4: the table says 99.858 m to the next point, the coordinates 100.000 m (allowed 0.14 m).");
    assertThat(BoundaryTableCheck.warnings(rows, POINTS, null)).extracting(warning -> warning.en())
        .containsExactly("The accuracy of the survey is not known, so distances cannot be judged.");
  }

  @Test
  void whatTheFormSaysOfTheMethodCountsElseTheAccuracy() {
    InvestigationForm graphical = withMethod(Method.GRAPHICAL);

    assertThat(BoundaryTableCheck.method(graphical, 0.05)).isEqualTo(Method.GRAPHICAL);
    assertThat(BoundaryTableCheck.method(withMethod(null), 5.0)).isEqualTo(Method.GRAPHICAL);
    assertThat(BoundaryTableCheck.method(null, 0.10)).as("the worst class of analytic survey").isEqualTo(Method.ANALYTIC);
    assertThat(BoundaryTableCheck.method(null, 0.11)).isEqualTo(Method.GRAPHICAL);
    assertThat(BoundaryTableCheck.method(null, null)).isEqualTo(Method.ANALYTIC);
  }

  private static InvestigationForm withMethod(Method method) {
    return new InvestigationForm(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        method, null);
  }

  private static BoundaryRow row(String number, String distance) {
    return new BoundaryRow(number, Monument.NONE, new BigDecimal(distance), Line.POINTS, Position.MIDDLE, null);
  }
}
