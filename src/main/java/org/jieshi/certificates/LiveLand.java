package org.jieshi.certificates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.LiveCertificates;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Gate W7: our live certificates and the evidence layer around a parcel, each judged as {@link LandInTheWay}. */
@Component
class LiveLand implements LiveCertificates {

  /** Around the window, degrees: a little more than {@link LandInTheWay#BALLPARK}. */
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
    Stream<LandInTheWay> ours = certificates.liveWithin(window).stream().map(LandInTheWay::of);
    Stream<LandInTheWay> evidence = units.currentWithin(window, UnitKind.EVIDENCE).stream()
        .map(LandInTheWay::ofEvidence).flatMap(Optional::stream);
    return Stream.concat(ours, evidence)
        .map(each -> each.over(parcel.boundary(), parcel.accuracy())).flatMap(Optional::stream).toList();
  }
}
