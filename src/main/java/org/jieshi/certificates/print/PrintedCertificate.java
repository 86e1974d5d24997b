package org.jieshi.certificates.print;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * All that a certificate says, frozen at its issue.
 *
 * @param title 国有土地使用证 or 不动产权证书
 * @param fields label and text, in the order of the form
 * @param boundary legal plane coordinates in the system of {@code srid}, metres
 * @param system the coordinate system as printed
 * @param planeArea m²
 * @param landUse code as on the parcel map
 * @param neighbours what lies around, to be drawn and named on the map
 * @param surveyedBy survey unit and date, where known
 * @param verification address of the public verification page, printed as text and QR code
 * @param auditHead number and hash of the audit chain's head at the issue
 * @param synthetic true on the demo farm: printed across every page
 */
public record PrintedCertificate(String title, String number, String authority, LocalDate issuedOn, List<Field> fields,
    String parcelCode, String holder, Geometry boundary, int srid, String system, BigDecimal planeArea,
    @Nullable String landUse, List<Neighbour> neighbours, @Nullable String surveyedBy, String verification,
    String auditHead, boolean synthetic) {

  /** @param text printed as it is; a dash if null */
  public record Field(String label, @Nullable String text) {
  }

  /** @param boundary in the plane system of the certificate */
  public record Neighbour(String label, Geometry boundary) {
  }
}
