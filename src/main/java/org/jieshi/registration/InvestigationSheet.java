package org.jieshi.registration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.registration.form.FormView;
import org.jieshi.registration.form.SharedPoints;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.PointingStep;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;

/** What the investigation form shows and nobody wrote into it: places of points, deadlines, whose review it is. */
final class InvestigationSheet {

  private InvestigationSheet() {
  }

  /**
   * The boundary table with the place of every point, and which physical point it is.
   *
   * @param parcel its code
   * @param rows one for every point, in their order
   * @param shared points of neighbours at the same place, by the number of the parcel's own point
   */
  static List<FormView.Point> table(String parcel, List<BoundaryPoint> points, List<BoundaryRow> rows,
      Map<String, List<SharedPoints.Shared>> shared) {
    return IntStream.range(0, points.size()).mapToObj(i -> {
      BoundaryPoint point = points.get(i);
      BoundaryRow row = rows.get(i);
      List<SharedPoints.Shared> others = shared.getOrDefault(point.number(), List.of());
      return new FormView.Point(row.number(), point.part(), point.ring(), point.north(), point.east(),
          point.distanceToNext(), row.number().charAt(0) + point.next().substring(1), row,
          SharedPoints.physical(parcel, row.number(), others), others);
    }).toList();
  }

  /** Every neighbour as it stands that day, with what can be done next. */
  static List<FormView.Side> sides(List<Neighbour> neighbours, LocalDate today, WorkingDays days) {
    return IntStream.range(0, neighbours.size()).mapToObj(place -> side(place, neighbours.get(place), today, days))
        .toList();
  }

  /** A year without its calendar leaves the deadline open, and what was served is not final. */
  private static FormView.Side side(int place, Neighbour neighbour, LocalDate today, WorkingDays days) {
    LocalDate deadline = null;
    Pointing standing = neighbour.pointing();
    try {
      deadline = neighbour.objectionDeadline(days);
      standing = neighbour.standing(today, days);
    } catch (ProblemException calendarMissing) {
      // shown without a deadline; the gate names the year that is missing
    }
    return new FormView.Side(place, neighbour, standing, deadline, Arrays.stream(PointingStep.values())
        .filter(step -> step.startsFrom(neighbour.pointing())).map(Enum::name).toList());
  }

  /**
   * The latest opinion on the survey in force: a later survey threw the review away.
   *
   * @param steps all that were taken, the earliest first
   */
  static FormView.@Nullable Signed review(Application application, List<ApplicationEvent> steps) {
    if (application.reviewer() == null) {
      return null;
    }
    return steps.stream().filter(event -> event.action().equals(Action.REVIEW.path()))
        .reduce((earlier, later) -> later)
        .map(event -> new FormView.Signed(String.valueOf(event.detail().getOrDefault("opinion", "")),
            event.personName(), event.at().atZone(OfficeClock.ZONE).toLocalDate())).orElse(null);
  }
}
