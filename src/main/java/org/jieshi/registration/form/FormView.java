package org.jieshi.registration.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The whole form of one application.
 *
 * @param area m², plane
 * @param stated whether the surveyor stated the boundary table; otherwise it is what the boundary alone gives
 * @param upToDate false where the boundary has changed since
 * @param warnings C10, L2: nothing of it blocks
 * @param surveyor name of the person responsible
 * @param review opinion of the reviewer, once there is one
 */
public record FormView(String application, String number, String parcel, TitleFacts title, BigDecimal area,
    String system, @Nullable Double accuracy, InvestigationForm.Method method, Investigation investigation,
    String surveyor, InvestigationForm form, List<Point> boundaryTable, boolean stated, boolean upToDate, List<Side> neighbours,
    List<Bilingual> warnings, @Nullable Signed review, Geometry geometry) {

  /**
   * A row of the boundary table with its place.
   *
   * @param physical name of the physical point, the same for all neighbours who share it
   */
  public record Point(String number, int part, int ring, BigDecimal north, BigDecimal east, BigDecimal reckoned,
      String next, BoundaryRow row, String physical, List<SharedPoints.Shared> sharedWith) {
  }

  /**
   * A neighbour as it stands today.
   *
   * @param deadline last day to object to what was served; null where nothing was, or the calendar is not known
   * @param steps what can be done next
   */
  public record Side(int place, Neighbour neighbour, Pointing standing, @Nullable LocalDate deadline,
      List<String> steps) {
  }

  /** An opinion with who gave it when. */
  public record Signed(String text, String person, LocalDate on) {
  }
}
