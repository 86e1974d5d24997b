package org.jieshi.parcels;

import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.locationtech.jts.geom.Envelope;

/** The {@code bbox} parameter of the HTTP interface: west, south, east, north in CGCS2000 degrees. */
public final class Window {

  private Window() {
  }

  /** Refused with {@code BAD_REQUEST} unless it is four numbers in order. */
  public static Envelope parse(String bbox) {
    String[] field = bbox.split(",", -1);
    try {
      if (field.length == 4) {
        double west = Double.parseDouble(field[0]);
        double south = Double.parseDouble(field[1]);
        double east = Double.parseDouble(field[2]);
        double north = Double.parseDouble(field[3]);
        if (west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90) {
          return new Envelope(west, east, south, north);
        }
      }
    } catch (NumberFormatException notANumber) {
      throw refused();
    }
    throw refused();
  }

  private static RuntimeException refused() {
    return Problem.of(ProblemCode.BAD_REQUEST, "bbox is west,south,east,north in degrees, as 109.2,22.3,109.4,22.5.",
        "bbox 的格式为 西,南,东,北（经纬度），例如 109.2,22.3,109.4,22.5。").inField("bbox").asException();
  }
}
