package org.jieshi.conflicts;

import java.util.List;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** The {@link FaceArrangement} of what the register has around a window. */
@Component
class FaceOverlay {

  /** More would be a map of the county, and minutes. */
  static final int MOST_UNITS = 3_000;

  private final SpatialUnits units;

  FaceOverlay(SpatialUnits units) {
    this.units = units;
  }

  List<Face> within(Envelope window) {
    List<UnitVersion> meeting = comparable(window);
    if (meeting.isEmpty()) {
      return List.of();
    }
    // a face that reaches out of the window may be cut there by a unit that does not reach in
    Envelope around = new Envelope();
    meeting.forEach(unit -> around.expandToInclude(unit.degrees().getEnvelopeInternal()));
    return FaceArrangement.of(comparable(around), meeting.get(0).srid(), window);
  }

  private List<UnitVersion> comparable(Envelope window) {
    List<UnitVersion> found = units.currentWithin(window).stream()
        .filter(unit -> Track.compares(unit.ref().kind(), unit.facts())).toList();
    if (found.size() > MOST_UNITS) {
      throw Problem.of(ProblemCode.BAD_REQUEST,
          "There are more than %d units around that window: choose a smaller one.".formatted(MOST_UNITS),
          "该范围内的图形超过 %d 个，请缩小范围。".formatted(MOST_UNITS)).inField("bbox").asException();
    }
    return found;
  }
}
