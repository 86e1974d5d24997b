package org.jieshi.certificates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.LiveCertificates;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Gate W7: which live certificates of anybody lie over a parcel by more than both surveys can be wrong. Ours, and the
 * forest-right certificates of others on the evidence layer; the farm's own 1987 certificate supports and does not
 * stand in the way. An accuracy that is not known allows nothing.
 */
@Component
class LiveLand implements LiveCertificates {

  /**
   * Metres. Between two datums only a ballpark operation is public, good to a hundred metres or two (domain.md §1 rule 4):
   * whatever lies nearer than this may lie over the parcel, and stands in the way until it is surveyed in its system.
   */
  private static final double BALLPARK = 200;

  /** Around the window, degrees: a little more than {@link #BALLPARK}. */
  private static final double MARGIN = 0.0025;

  private final CertificateStore certificates;
  private final SpatialUnits units;

  LiveLand(CertificateStore certificates, SpatialUnits units) {
    this.certificates = certificates;
    this.units = units;
  }

  @Override
  public List<LiveOverlap> overlapping(long unitId) {
    UnitVersion parcel = units.get(unitId);
    Envelope window = parcel.degrees().getEnvelopeInternal().copy();
    window.expandBy(MARGIN);
    List<LiveOverlap> overlaps = new ArrayList<>();
    for (Certificate certificate : certificates.liveWithin(window)) {
      inTheWay(parcel, certificate.boundary(), certificate.accuracy(), certificate.number(), certificate.parcel())
          .ifPresent(overlaps::add);
    }
    for (UnitVersion evidence : units.currentWithin(window, UnitKind.EVIDENCE)) {
      if (!UnitFacts.FARM_1987_CERTIFICATE.equals(evidence.facts().basis())) {
        inTheWay(parcel, evidence.boundary(), evidence.accuracy(), name(evidence), evidence.ref().code())
            .ifPresent(overlaps::add);
      }
    }
    return overlaps;
  }

  private static Optional<LiveOverlap> inTheWay(UnitVersion parcel, Geometry other, @Nullable Double accuracy,
      String number, String land) {
    Geometry there = CoordinateSystems.inPlane(other, parcel.srid());
    if (CoordinateSystems.datumOf(other.getSRID()) != CoordinateSystems.datumOf(parcel.srid())) {
      return parcel.boundary().isWithinDistance(there, BALLPARK)
          ? Optional.of(new LiveOverlap(number, land, null)) : Optional.empty();
    }
    double allowed = parcel.accuracy() == null || accuracy == null ? 0
        : Accuracy.allowedMismatch(parcel.accuracy(), accuracy);
    return Overlap.between(parcel.boundary(), there).filter(overlap -> overlap.meanWidth() > allowed)
        .map(overlap -> new LiveOverlap(number, land, AreaUnits.squareMetres(overlap.area())));
  }

  private static String name(UnitVersion evidence) {
    return evidence.facts().document() == null ? evidence.ref().code() : evidence.facts().document();
  }
}
