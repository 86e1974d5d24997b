package org.jieshi.geometry;

/**
 * An operation that would give a wrong figure was asked for and is refused. Carries a stable reason and one sentence a
 * person can act on, in English ({@link #getMessage()}) and Chinese.
 */
public final class GeometryRefusal extends RuntimeException {

  /** Stable codes: clients and tests may rely on the names. */
  public enum Reason {
    /** The EPSG code is not one of the catalogue. */
    SYSTEM_UNKNOWN,
    /** A plane system is needed, the geometry is in degrees (rule A3). */
    DEGREES_NOT_PLANE,
    /** Two geometries in different coordinate systems were brought together. */
    SYSTEMS_DIFFER,
    /** Only a ballpark operation exists between the two datums and nobody accepted it. */
    DATUM_SHIFT_REFUSED,
    /** The coordinates cannot be transformed: far outside the projection's domain or not numbers. */
    TRANSFORM_FAILED,
    /** An area or overlap of something that is not a polygon was asked for. */
    NOT_POLYGONAL,
    /** The exact overlay failed, usually because a geometry is not valid. */
    OVERLAY_FAILED
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String messageZh;

  GeometryRefusal(Reason reason, String message, String messageZh) {
    super(message);
    this.reason = reason;
    this.messageZh = messageZh;
  }

  public Reason reason() {
    return reason;
  }

  public String messageZh() {
    return messageZh;
  }
}
