package org.jieshi.conflicts.neighbours;

import java.util.List;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Rules C6 and C7 over the parcels in force of a window. */
@Component
class Neighbours {

  /** More would be a map of the county, and minutes. */
  static final int MOST_PARCELS = 3_000;

  private final SpatialUnits units;
  private final GapNames names;

  Neighbours(SpatialUnits units, GapNames names) {
    this.units = units;
    this.names = names;
  }

  /** @param degrees only gaps that reach into it; the parcels around it count too */
  Findings<ParcelGap> gaps(Envelope degrees, double widest) {
    Findings<ParcelGap> found = new AdjoiningParcels(parcels(degrees)).gaps(degrees, widest);
    Envelope around = new Envelope();
    found.items().forEach(gap -> around.expandToInclude(gap.geometry().getEnvelopeInternal()));
    return around.isNull() ? found : AdjoiningParcels.named(found, names.within(around));
  }

  Findings<BoundaryMismatch> mismatches(Envelope degrees, double tolerance) {
    return new AdjoiningParcels(parcels(degrees)).mismatches(degrees, tolerance);
  }

  /** A gap may be enclosed by parcels that do not reach into the window: the neighbours' neighbours come along. */
  private List<UnitVersion> parcels(Envelope degrees) {
    Envelope around = new Envelope(degrees);
    units.currentWithin(degrees, UnitKind.PARCEL)
        .forEach(parcel -> around.expandToInclude(parcel.degrees().getEnvelopeInternal()));
    List<UnitVersion> found = units.currentWithin(around, UnitKind.PARCEL);
    if (found.size() > MOST_PARCELS) {
      throw Problem.of(ProblemCode.BAD_REQUEST,
          "There are more than %d parcels around that window: choose a smaller one.".formatted(MOST_PARCELS),
          "该范围内的宗地超过 %d 宗，请缩小范围。".formatted(MOST_PARCELS)).inField("bbox").asException();
    }
    return found;
  }
}
