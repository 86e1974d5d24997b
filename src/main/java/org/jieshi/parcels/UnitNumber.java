package org.jieshi.parcels;

import java.util.regex.Pattern;

/**
 * Real-estate unit numbers 不动产单元号 of 28 places (GB/T 37346): a parcel code, the kind of fixture (F building, L forest,
 * Q other, W none) and the number of the fixture unit, which is 00000000 exactly where there is none.
 */
public final class UnitNumber {

  static final String BARE_LAND = "W00000000";

  private static final Pattern FIXTURE = Pattern.compile("W0{8}|[FLQ]\\d{8}");
  private static final int PARCEL_PLACES = 19;

  private UnitNumber() {
  }

  public static boolean isValid(String number) {
    return number.length() == PARCEL_PLACES + BARE_LAND.length()
        && ParcelCode.find(number.substring(0, PARCEL_PLACES)).isPresent()
        && FIXTURE.matcher(number.substring(PARCEL_PLACES)).matches();
  }
}
