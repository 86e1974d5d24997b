package org.jieshi.geometry;

import java.util.OptionalInt;

/**
 * What a {@code .prj} turned out to be, with the reason as a code and as a sentence.
 *
 * @param system the EPSG code, empty when the system could not be recognised
 * @param code stable code of the outcome
 * @param message one sentence in English
 * @param messageZh the same in Chinese
 */
public record Recognition(OptionalInt system, Code code, String message, String messageZh) {

  /** Outcomes; the first two carry a system. */
  public enum Code {
    RECOGNISED,
    /** The numbers leave one system only, but the datum carries a name that says nothing: worth showing to a person. */
    RECOGNISED_BY_ELLIPSOID,
    UNREADABLE,
    NOT_GAUSS_KRUGER,
    ELLIPSOID_UNKNOWN,
    DATUM_UNKNOWN,
    DATUM_CONTRADICTS_ELLIPSOID,
    NOT_METRES,
    NOT_DEGREES,
    NOT_GREENWICH,
    LOCAL_GRID,
    NO_SUCH_ZONE
  }

  public boolean isRecognised() {
    return system.isPresent();
  }
}
