package org.jieshi.geometry;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** Land taken together, in one plane system. */
public final class LandUnion {

  private LandUnion() {
  }

  /**
   * What the lands cover together; boundary points that stay on the outline keep their coordinates.
   *
   * @param lands one or more valid polygonal geometries of one SRID
   * @throws GeometryRefusal {@code SYSTEMS_DIFFER}, {@code NOT_POLYGONAL}
   */
  public static Geometry of(List<? extends Geometry> lands) {
    Geometry first = lands.get(0);
    Envelope around = new Envelope();
    for (Geometry land : lands) {
      Overlap.requireSamePlane(first, land);
      around.expandToInclude(land.getEnvelopeInternal());
    }
    LocalFrame frame = LocalFrame.around(around);
    Geometry union = frame.local(first);
    for (Geometry land : lands.subList(1, lands.size())) {
      union = OverlayNGRobust.overlay(union, frame.local(land), OverlayNG.UNION);
    }
    return frame.back(union, first.getSRID());
  }
}
