package org.jieshi.registration;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The register of certificates, as gate W7 asks it; implemented by the module certificates. While there is no
 * implementation the gate is not passed.
 */
public interface LiveCertificates {

  /**
   * Live certificates of anybody, forest or land, whose land overlaps the parcel's boundary in force beyond
   * {@code w_allow}. Called inside the transaction of the step; it must see what that transaction sees.
   */
  List<LiveOverlap> overlapping(long unitId);

  /**
   * @param number of the certificate in the way
   * @param parcel the land it is of
   * @param area of the overlap, m²; null where it cannot be known, because the two lie in different datums
   */
  record LiveOverlap(String number, String parcel, @Nullable BigDecimal area) {
  }
}
