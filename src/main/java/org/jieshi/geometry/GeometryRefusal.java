package org.jieshi.geometry;

import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;

/**
 * An operation that would give a wrong figure was asked for and is refused. Carries a stable reason and one sentence a
 * person can act on, in both languages.
 */
public final class GeometryRefusal extends ProblemException {

  /** Finer than the problem's code, for callers that can help themselves (ask for a datum, transform first). */
  public enum Reason {
    /** The EPSG code is not one of the catalogue. */
    SYSTEM_UNKNOWN(ProblemCode.CRS_UNKNOWN),
    /** A plane system is needed, the geometry is in degrees (rule A3). */
    DEGREES_NOT_PLANE(ProblemCode.CRS_CONFLICT),
    /** Two geometries in different coordinate systems were brought together. */
    SYSTEMS_DIFFER(ProblemCode.CRS_CONFLICT),
    /** Only a ballpark operation exists between the two datums and nobody accepted it. */
    DATUM_SHIFT_REFUSED(ProblemCode.CRS_NEEDS_PARAMETERS),
    /** The coordinates cannot be transformed: far outside the projection's domain or not numbers. */
    TRANSFORM_FAILED(ProblemCode.CRS_CONFLICT),
    /** An area or overlap of something that is not a polygon was asked for. */
    NOT_POLYGONAL(ProblemCode.GEOMETRY_KIND),
    /** The exact overlay failed, usually because a geometry is not valid. */
    OVERLAY_FAILED(ProblemCode.GEOMETRY_INVALID);

    private final ProblemCode code;

    Reason(ProblemCode code) {
      this.code = code;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  GeometryRefusal(Reason reason, String message, String messageZh) {
    super(Problem.of(reason.code, message, messageZh));
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** The English sentence alone, without the problem's code in front. */
  @Override
  public String getMessage() {
    return problem().detail().en();
  }

  public String messageZh() {
    return problem().detail().zh();
  }
}
