package org.jieshi.parcels;

import java.math.BigDecimal;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.geometry.PolygonHash;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** A boundary with everything that follows from it. Refuses whatever is not valid land in a known plane system. */
record MeasuredUnit(Geometry boundary, int srid, Geometry degrees, String hash, BigDecimal planeArea,
    BigDecimal ellipsoidArea) {

  /**
   * @param code the record named in a refusal
   * @param accuracy RMSE in metres, without which no older datum is accepted (domain.md §1 rule 4)
   */
  static MeasuredUnit of(String code, Geometry surveyed, int srid, @Nullable Double accuracy) {
    Geometry boundary = surveyed.copy();
    boundary.setSRID(srid);
    requireValid(code, boundary);
    try {
      Geometry degrees = accuracy == null
          ? CoordinateSystems.toDegrees(boundary)
          : CoordinateSystems.transformAcceptingBallpark(boundary, srid, CoordinateSystems.CGCS2000_DEGREES);
      return new MeasuredUnit(boundary, srid, degrees, PolygonHash.of(boundary), Areas.planeArea(boundary),
          Areas.ellipsoidArea(boundary));
    } catch (GeometryRefusal refusal) {
      ProblemCode problem = refusal.reason() == GeometryRefusal.Reason.DATUM_SHIFT_REFUSED
          ? ProblemCode.CRS_NEEDS_PARAMETERS : ProblemCode.GEOMETRY_INVALID;
      throw new Problem(problem, new Bilingual(code + ": " + refusal.getMessage(), code + "：" + refusal.messageZh()))
          .about(code).asException();
    }
  }

  private static void requireValid(String code, Geometry boundary) {
    if (!(boundary instanceof Polygonal) || boundary.isEmpty()) {
      throw Problem.of(ProblemCode.GEOMETRY_KIND, "%s has no area: its boundary must be a polygon.".formatted(code),
          "%s 的界线不是面状图形。".formatted(code)).about(code).asException();
    }
    TopologyValidationError fault = new IsValidOp(boundary).getValidationError();
    if (fault != null) {
      throw Problem.of(ProblemCode.GEOMETRY_INVALID,
              "The boundary of %s is not valid (%s); correct it in the survey.".formatted(code, fault.getMessage()),
              "%s 的界线图形无效，请在测量成果中更正。".formatted(code))
          .about(code).at(fault.getCoordinate().x, fault.getCoordinate().y).asException();
    }
  }
}
