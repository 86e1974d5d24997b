package org.jieshi.geometry;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How much of a parcel older sketches speak of, and how surely. A sketch's line may lie off by what its accuracy and the
 * parcel's allow; land nearer to the line than that may be meant or not, and makes the band between the least and the
 * most that is backed. Areas m² in the parcel's plane, unrounded.
 *
 * @param area under the sketches as they are drawn, every square metre once
 * @param uncertainty m, how far a line may be off (w_allow of rules.md); null when the accuracy of a side is not known
 * @param least what is backed wherever the lines lie within their uncertainty; null with {@code uncertainty}
 * @param most what may be backed; null with {@code uncertainty}
 */
public record Backing(double landArea, double area, @Nullable Double uncertainty, @Nullable Double least,
    @Nullable Double most) {

  /**
   * One sketch.
   *
   * @param rmse of its points, m; null: not known
   */
  public record Sketch(Geometry boundary, @Nullable Double rmse) {
  }

  /**
   * @param land valid, in a plane system, as all sketches are
   * @param rmse of the land's boundary points, m; null: not known
   */
  public static Backing of(Geometry land, @Nullable Double rmse, List<Sketch> sketches) {
    double landArea = Areas.planeAreaExact(land);
    Envelope bounds = land.getEnvelopeInternal();
    Double uncertainty = uncertainty(rmse, sketches);
    Envelope reach = new Envelope(bounds);
    reach.expandBy(uncertainty == null ? 0 : uncertainty);
    LocalFrame frame = LocalFrame.around(bounds);
    List<Geometry> near = sketches.stream().map(Sketch::boundary)
        .filter(sketch -> reach.intersects(sketch.getEnvelopeInternal())).map(frame::local).toList();
    if (near.isEmpty()) {
      return new Backing(landArea, 0, uncertainty, uncertainty == null ? null : 0.0, uncertainty == null ? null : 0.0);
    }
    Geometry local = frame.local(land);
    Geometry sketched = near.size() == 1 ? near.get(0) : OverlayNGRobust.union(near);
    double area = shared(local, sketched);
    if (uncertainty == null) {
      return new Backing(landArea, area, null, null, null);
    }
    // the line itself is widened, not the land narrowed: a narrow piece of land does not vanish in it
    Geometry unsure = sketched.getBoundary().buffer(uncertainty);
    Geometry sure = OverlayNGRobust.overlay(sketched, unsure, OverlayNG.DIFFERENCE);
    return new Backing(landArea, area, uncertainty, Math.min(area, shared(local, sure)),
        Math.max(area, shared(local, OverlayNGRobust.overlay(sketched, unsure, OverlayNG.UNION))));
  }

  /** Of the land, 0-1. */
  public double share(double part) {
    return Math.min(1, part / landArea);
  }

  private static double shared(Geometry land, Geometry other) {
    return other.isEmpty() ? 0 : OverlayNGRobust.overlay(land, other, OverlayNG.INTERSECTION).getArea();
  }

  private static @Nullable Double uncertainty(@Nullable Double rmse, List<Sketch> sketches) {
    if (rmse == null || sketches.stream().anyMatch(sketch -> sketch.rmse() == null)) {
      return null;
    }
    double coarsest = sketches.stream().map(Sketch::rmse).filter(Objects::nonNull).mapToDouble(Double::doubleValue)
        .max().orElse(0);
    return Accuracy.allowedMismatch(rmse, coarsest);
  }
}
