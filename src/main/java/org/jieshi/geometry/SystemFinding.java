package org.jieshi.geometry;

/**
 * A disagreement between coordinates and the system they are said to be in (rule F3).
 *
 * @param code stable code
 * @param message one sentence in English, with the remedy
 * @param messageZh the same in Chinese
 */
public record SystemFinding(Code code, String message, String messageZh) {

  public enum Code {
    NO_COORDINATES,
    DEGREES_INSTEAD_OF_METRES,
    METRES_INSTEAD_OF_DEGREES,
    AXES_SWAPPED,
    ZONE_PREFIX_DIFFERS,
    ZONE_PREFIX_MISSING,
    ZONE_PREFIX_UNEXPECTED,
    NORTHING_OUTSIDE_CHINA,
    OUTSIDE_ZONE,
    OUTSIDE_CHINA
  }
}
