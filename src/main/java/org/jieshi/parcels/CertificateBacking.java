package org.jieshi.parcels;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jieshi.geometry.Backing;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Datum;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * How much of a parcel the farm's 1987 certificate speaks of. Its sketch is vague: the share is given with the band that
 * the accuracy of the sketch leaves. Areas m² with 2 decimals, shares 0-1 with 4.
 *
 * @param documents numbers of the certificate's sheets that reach into the parcel, or come near it
 * @param uncertainty m, how far the sketch's lines may be off; null when an accuracy is not known, and with it the band
 */
record CertificateBacking(String basis, List<String> documents, BigDecimal area, BigDecimal areaHm2, BigDecimal share,
    @Nullable BigDecimal uncertainty, @Nullable BigDecimal leastArea, @Nullable BigDecimal mostArea,
    @Nullable BigDecimal leastShare, @Nullable BigDecimal mostShare) {

  /** Degrees around the parcel within which a vague line may matter: about 200 m. */
  private static final double MARGIN = 0.002;

  static CertificateBacking of(UnitVersion parcel, SpatialUnits units) {
    Envelope window = parcel.degrees().getEnvelopeInternal().copy();
    window.expandBy(MARGIN);
    List<UnitVersion> sheets = units.currentWithin(window, UnitKind.EVIDENCE).stream()
        .filter(evidence -> UnitFacts.FARM_1987_CERTIFICATE.equals(evidence.facts().basis())).toList();
    Backing backing = Backing.of(parcel.boundary(), parcel.accuracy(), sheets.stream().map(sheet ->
        new Backing.Sketch(CoordinateSystems.inPlane(sheet.boundary(), parcel.srid()), rmse(sheet, parcel))).toList());
    List<String> documents = sheets.stream().map(sheet -> sheet.facts().document()).filter(Objects::nonNull)
        .distinct().sorted().toList();
    BigDecimal area = AreaUnits.squareMetres(backing.area()).min(parcel.planeArea());
    return new CertificateBacking(UnitFacts.FARM_1987_CERTIFICATE, documents, area, AreaUnits.hectares(area),
        share(backing, backing.area()), decimals(backing.uncertainty(), 2), decimals(backing.least(), 2),
        decimals(backing.most(), 2), backing.least() == null ? null : share(backing, backing.least()),
        backing.most() == null ? null : share(backing, backing.most()));
  }

  /** A sketch in another datum lies off by the ballpark as well, whose accuracy is that of the sketch. */
  private static @Nullable Double rmse(UnitVersion sheet, UnitVersion parcel) {
    Datum own = CoordinateSystems.datumOf(sheet.srid());
    boolean oneDatum = own.sharesFrameWith(CoordinateSystems.datumOf(parcel.srid()));
    return sheet.accuracy() == null || oneDatum ? sheet.accuracy() : (Double) (sheet.accuracy() * Math.sqrt(2));
  }

  private static BigDecimal share(Backing backing, double part) {
    return BigDecimal.valueOf(backing.share(part)).setScale(4, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal decimals(@Nullable Double exact, int places) {
    return exact == null ? null : BigDecimal.valueOf(exact).setScale(places, RoundingMode.HALF_UP);
  }
}
