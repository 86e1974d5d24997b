package org.jieshi.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jieshi.coverage.CoverageReport.Bands;

/** A figure of the report whose parcels can be asked for, named as in the HTTP interface. */
enum DrilledBand {

  /** All land under a parcel: the total less what is unsurveyed. */
  COVERED("covered", bands -> bands.totalArea().subtract(bands.unsurveyedArea()), Band.CERTIFIED, Band.DISPUTED,
      Band.PENDING),
  CERTIFIED("certified", Bands::certifiedArea, Band.CERTIFIED),
  DISPUTED("disputed", Bands::disputedArea, Band.DISPUTED),
  PENDING("pending", Bands::pendingArea, Band.PENDING),
  /** Under no parcel, by what the word says. */
  UNSURVEYED("unsurveyed", Bands::unsurveyedArea),
  ENCROACHED("encroached", Bands::encroachedArea, Band.ENCROACHED),
  DISPUTED_ON_CERTIFIED("disputedOnCertified", Bands::disputedOnCertifiedArea, Band.DISPUTED_ON_CERTIFIED),
  CERTIFIED_OUTSIDE("certifiedOutsideFarm", Bands::certifiedOutsideFarmArea, Band.CERTIFIED_OUTSIDE);

  private final String parameter;
  private final Function<Bands, BigDecimal> figure;
  private final List<Band> parts;

  DrilledBand(String parameter, Function<Bands, BigDecimal> figure, Band... parts) {
    this.parameter = parameter;
    this.figure = figure;
    this.parts = List.of(parts);
  }

  @JsonValue
  String parameter() {
    return parameter;
  }

  /** m², as the report says it. */
  BigDecimal of(Bands bands) {
    return figure.apply(bands);
  }

  List<Band> parts() {
    return parts;
  }

  static Optional<DrilledBand> find(String parameter) {
    return Arrays.stream(values()).filter(band -> band.parameter.equals(parameter)).findFirst();
  }
}
