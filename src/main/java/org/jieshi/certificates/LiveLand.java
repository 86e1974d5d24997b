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

  /** Around the window, degrees: bounds are compared to about 0.1 m. */
  private static final double MARGIN = 1e-5;

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
      overlap(parcel, certificate.boundary(), certificate.accuracy()).ifPresent(overlap -> overlaps.add(
          new LiveOverlap(certificate.number(), certificate.parcel(), AreaUnits.squareMetres(overlap.area()))));
    }
    for (UnitVersion evidence : units.currentWithin(window, UnitKind.EVIDENCE)) {
      if (!UnitFacts.FARM_1987_CERTIFICATE.equals(evidence.facts().basis())) {
        overlap(parcel, evidence.boundary(), evidence.accuracy()).ifPresent(overlap -> overlaps.add(
            new LiveOverlap(name(evidence), evidence.ref().code(), AreaUnits.squareMetres(overlap.area()))));
      }
    }
    return overlaps;
  }

  private static Optional<Overlap> overlap(UnitVersion parcel, Geometry other, @Nullable Double accuracy) {
    Geometry there = other.getSRID() == parcel.srid() ? other
        : CoordinateSystems.transformAcceptingBallpark(other, other.getSRID(), parcel.srid());
    double allowed = parcel.accuracy() == null || accuracy == null ? 0
        : Accuracy.allowedMismatch(parcel.accuracy(), accuracy);
    return Overlap.between(parcel.boundary(), there).filter(overlap -> overlap.meanWidth() > allowed);
  }

  private static String name(UnitVersion evidence) {
    return evidence.facts().document() == null ? evidence.ref().code() : evidence.facts().document();
  }
}
