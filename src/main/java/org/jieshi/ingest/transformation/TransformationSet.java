package org.jieshi.ingest.transformation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.geometry.LocalTransformation;
import org.jieshi.geometry.LocalTransformation.Convention;
import org.jieshi.geometry.LocalTransformation.Helmert;
import org.jieshi.geometry.LocalTransformation.Similarity;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A set of parameters on record; see {@link NewTransformation} for its figures.
 *
 * @param id its number
 * @param fromCrs {@code EPSG:4610}, degrees, of seven parameters, a plane system of four
 * @param toCrs {@code EPSG:4490} of seven parameters, a plane system of four
 * @param retiredAt since when it isn't used any more; null while it is
 * @param revision the optimistic lock
 */
public record TransformationSet(long id, String name, Method method, String fromCrs, String toCrs, double dx, double dy,
    double dz, double rx, double ry, double rz, double scalePpm, double rmse, String sourceDocument, String area,
    List<Double> bounds, LocalDate validFrom, String createdBy, Instant createdAt, @Nullable String retiredBy,
    @Nullable Instant retiredAt, @Nullable String retiredReason, int revision) {

  /** Ready to carry surveys of a plane system. @throws org.jieshi.geometry.GeometryRefusal for a system unknown here */
  LocalTransformation from(int plane) {
    return switch (method) {
      case PLANE -> LocalTransformation.fourParameters(
          code(fromCrs), code(toCrs), new Similarity(dx, dy, rz, scalePpm));
      case POSITION_VECTOR -> seven(plane, Convention.POSITION_VECTOR);
      case COORDINATE_FRAME -> seven(plane, Convention.COORDINATE_FRAME);
    };
  }

  private LocalTransformation seven(int plane, Convention convention) {
    return LocalTransformation.sevenParameters(plane, new Helmert(convention, dx, dy, dz, rx, ry, rz, scalePpm));
  }

  @JsonIgnore
  Envelope window() {
    return new Envelope(bounds.get(0), bounds.get(2), bounds.get(1), bounds.get(3));
  }

  static int code(String crs) {
    return Integer.parseInt(crs.substring("EPSG:".length()));
  }
}
