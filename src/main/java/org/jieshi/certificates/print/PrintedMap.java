package org.jieshi.certificates.print;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What a parcel map shows.
 *
 * @param number of the certificate that the map belongs to; null for a map of its own
 * @param boundary legal plane coordinates, metres
 * @param system the coordinate system as printed
 * @param planeArea m²
 * @param landUse code as on the parcel map
 * @param neighbours what lies around, to be drawn and named
 * @param surveyedBy survey unit and date, where known
 * @param pictures orthophotos, to lie below
 */
public record PrintedMap(String parcelCode, String holder, @Nullable String number, Geometry boundary, String system,
    BigDecimal planeArea, @Nullable String landUse, List<Neighbour> neighbours, @Nullable String surveyedBy,
    LocalDate drawnOn, Pictures pictures) {

  /**
   * @param lines holder and number
   * @param boundary in the plane system of the map
   */
  public record Neighbour(List<String> lines, Geometry boundary) {
  }

  /** @param source named below the map */
  public record Picture(BufferedImage image, String source) {
  }

  /** Where pictures of the ground come from. */
  public interface Pictures {

    Pictures NONE = window -> Optional.empty();

    /** @param window in the plane system of the map */
    Optional<Picture> under(Envelope window);
  }
}
