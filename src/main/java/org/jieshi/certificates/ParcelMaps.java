package org.jieshi.certificates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.certificates.print.MapPrinter;
import org.jieshi.certificates.print.PrintedMap;
import org.jieshi.certificates.print.PrintedMap.Neighbour;
import org.jieshi.certificates.print.PrintedMap.Picture;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.imagery.Orthophotos;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.print.PaperSize;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Parcel maps 宗地图: on certificates, and of their own for any parcel. */
@Component
class ParcelMaps {

  /** Of the parcel, around it: what is looked for as a neighbour. */
  private static final double AROUND = 0.35;
  /** Pixels of an orthophoto across the map: 200 to the inch on A4. */
  private static final int PICTURE = 1_350;
  private static final int TAIL = 7;

  private final SpatialUnits units;
  private final CertificateStore certificates;
  private final Orthophotos orthophotos;
  private final OfficeClock clock;
  private final boolean synthetic;

  ParcelMaps(SpatialUnits units, CertificateStore certificates, Orthophotos orthophotos, OfficeClock clock, Environment environment) {
    this.units = units;
    this.certificates = certificates;
    this.orthophotos = orthophotos;
    this.clock = clock;
    this.synthetic = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /** @param underlay whether an orthophoto lies below, where there is one */
  byte[] print(String parcel, @Nullable PaperSize paper, boolean underlay) {
    UnitVersion unit = units.get(UnitKind.PARCEL, parcel);
    String holder = certificates.findLive(parcel).map(Certificate::holder).orElse(unit.facts().party());
    return MapPrinter.print(map(unit, holder == null ? "—" : holder, null,
        unit.facts().landUseCode(), clock.today(), underlay), paper, synthetic);
  }

  /** @param number of the paper that it is printed in */
  PrintedMap map(Certificate certificate, String number, UnitVersion unit) {
    return map(unit, certificate.holder(), number, certificate.landUseCode(), certificate.issuedOn(), true);
  }

  private PrintedMap map(UnitVersion unit, String holder, @Nullable String number, @Nullable String landUse,
      LocalDate drawnOn, boolean underlay) {
    return new PrintedMap(unit.ref().code(), holder, number, unit.boundary(),
        CoordinateSystems.bySrid(unit.srid()).labelZh() + "（EPSG:" + unit.srid() + "）", unit.planeArea(), landUse,
        neighbours(unit), surveyedBy(unit.facts().attributes()), drawnOn,
        underlay ? window -> picture(window, unit.srid()) : PrintedMap.Pictures.NONE);
  }

  private Optional<Picture> picture(Envelope window, int srid) {
    return orthophotos.under(window, srid, PICTURE).map(found -> new Picture(found.image(), found.source()));
  }

  /** Parcels around, with their holder where it is another, and the end of their number. */
  private List<Neighbour> neighbours(UnitVersion unit) {
    Envelope window = unit.degrees().getEnvelopeInternal().copy();
    window.expandBy(window.getWidth() * AROUND + 1e-4, window.getHeight() * AROUND + 1e-4);
    return units.currentWithin(window, UnitKind.PARCEL).stream()
        .filter(neighbour -> neighbour.ref().id() != unit.ref().id())
        .map(neighbour -> new Neighbour(lines(neighbour, unit),
            CoordinateSystems.inPlane(neighbour.boundary(), unit.srid()))).toList();
  }

  private static List<String> lines(UnitVersion neighbour, UnitVersion unit) {
    String code = neighbour.ref().code();
    String party = neighbour.facts().party();
    List<String> lines = new ArrayList<>();
    if (party != null && !party.equals(unit.facts().party())) {
      lines.add(party);
    }
    lines.add(code.substring(Math.max(0, code.length() - TAIL)));
    return lines;
  }

  private static @Nullable String surveyedBy(Map<String, String> attributes) {
    String unit = attributes.getOrDefault("CLDW", "").strip();
    String date = attributes.getOrDefault("CLRQ", "").strip();
    return unit.isEmpty() && date.isEmpty() ? null : (unit + " " + date).strip();
  }
}
