package org.jieshi.certificates;

import java.util.Optional;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.LiveCertificates.LiveOverlap;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Gate W7: land under a live certificate of anybody, and whether it lies over a parcel by more than both surveys can be
 * wrong. An accuracy that is not known allows nothing.
 *
 * @param number of the certificate
 * @param land the parcel or evidence record it is of
 * @param boundary plane coordinates, carrying their SRID
 * @param accuracy RMSE of the boundary points, m; null: not known
 */
record LandInTheWay(String number, String land, Geometry boundary, @Nullable Double accuracy) {

  /**
   * Metres. Between two datums only a ballpark operation is public, good to a hundred metres or two (domain.md §1 rule 4):
   * whatever lies nearer than this may lie over the parcel, and stands in the way until it is surveyed in its system.
   */
  static final double BALLPARK = 200;

  static LandInTheWay of(Certificate certificate) {
    return new LandInTheWay(certificate.number(), certificate.parcel(), certificate.boundary(), certificate.accuracy());
  }

  /**
   * Forest-right certificates of others on the evidence layer; empty for the farm's own 1987 certificate, which supports
   * its parcels and does not stand in the way.
   */
  static Optional<LandInTheWay> ofEvidence(UnitVersion evidence) {
    if (UnitFacts.FARM_1987_CERTIFICATE.equals(evidence.facts().basis())) {
      return Optional.empty();
    }
    String code = evidence.ref().code();
    String document = evidence.facts().document();
    return Optional.of(new LandInTheWay(document == null ? code : document, code, evidence.boundary(),
        evidence.accuracy()));
  }

  /** How it lies over a parcel; empty where it does not, or by no more than survey error. */
  Optional<LiveOverlap> over(Geometry parcel, @Nullable Double parcelAccuracy) {
    Geometry there = CoordinateSystems.inPlane(boundary, parcel.getSRID());
    if (CoordinateSystems.datumOf(boundary.getSRID()) != CoordinateSystems.datumOf(parcel.getSRID())) {
      return parcel.isWithinDistance(there, BALLPARK) ? Optional.of(new LiveOverlap(number, land, null))
          : Optional.empty();
    }
    double allowed = parcelAccuracy == null || accuracy == null ? 0
        : Accuracy.allowedMismatch(parcelAccuracy, accuracy);
    return Overlap.between(parcel, there).filter(overlap -> overlap.meanWidth() > allowed)
        .map(overlap -> new LiveOverlap(number, land, AreaUnits.squareMetres(overlap.area())));
  }
}
