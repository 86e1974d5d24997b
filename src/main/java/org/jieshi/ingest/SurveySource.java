package org.jieshi.ingest;

import java.io.IOException;
import java.util.Map;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.LocalTransformation;
import org.jieshi.geometry.PlaneSystem;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveySystem;
import org.jieshi.ingest.transformation.CarriedLayer;
import org.jieshi.ingest.transformation.TransformationSet;
import org.jspecify.annotations.Nullable;

/**
 * A layer, opened, in the plane system that the register will hold it in: that of the survey, or CGCS2000 where the
 * surveyor chose local parameters for an older datum.
 *
 * @param survey what is known of the file's own system
 * @param set the local parameters, or null
 */
record SurveySource(OpenLayer layer, PlaneSystem system, SurveySystem survey, @Nullable TransformationSet set)
    implements AutoCloseable {

  /** Under this name a record says what carried it. */
  private static final String TRANSFORMATION = "TRANSFORMATION";
  /** Metres; local parameters have an accuracy of their own, so the surveyor's isn't asked for as with the ballpark. */
  private static final double UNASKED = 1;

  static SurveySource open(SurveyLayer layer, ImportRequest request, @Nullable TransformationSet set)
      throws IOException {
    Double accuracy = request.accuracy() == null && set != null ? Double.valueOf(UNASKED) : request.accuracy();
    SurveySystem survey = SurveySystem.of(
        layer.declaredSystem(), request.crs(), request.acceptBallpark() || set != null, accuracy);
    if (set == null) {
      return new SurveySource(opened(layer, request, survey), survey.system(), survey, null);
    }
    LocalTransformation transformation = CarriedLayer.choose(set, survey.system());
    OpenLayer surveyed = opened(layer, request, survey);
    return new SurveySource(CarriedLayer.of(surveyed, set, survey.system(), transformation),
        CoordinateSystems.bySrid(transformation.to()), survey, set);
  }

  private static OpenLayer opened(SurveyLayer layer, ImportRequest request, SurveySystem survey) throws IOException {
    OpenLayer open = survey.open(layer, request.encoding());
    return request.swapAxes() ? new SwappedLayer(open) : open;
  }

  /** What the parameters add to the inexactness of every point, metres. */
  double addedInaccuracy() {
    return set == null ? 0 : set.rmse();
  }

  /** What every record says of how it came into its system; nothing where it is as surveyed. */
  Map<String, String> provenance() {
    return set == null ? Map.of() : Map.of(TRANSFORMATION, "%s %s: EPSG:%s → EPSG:%s, RMSE %s m, %s".formatted(
        set.id(), set.name(), survey.system().epsg(), system.epsg(), set.rmse(), set.sourceDocument()));
  }

  @Override
  public void close() throws IOException {
    layer.close();
  }
}
