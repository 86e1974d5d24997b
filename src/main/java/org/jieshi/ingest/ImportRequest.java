package org.jieshi.ingest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a surveyor says about a file.
 *
 * @param layerName which layer of an archive to read, or null when there is one only
 * @param crs e.g. {@code EPSG:4524}; null: the {@code .prj} tells
 * @param encoding of the attribute text; null: it is found out
 * @param accuracy RMSE of the boundary points, m; null: not known, which is judged most severely
 * @param basis of all claims or evidence of the file that don't say their own, see {@link org.jieshi.parcels.UnitFacts}
 * @param mapping field of ours to column of the file, where the usual names don't serve
 * @param claimant of all claims of the file that don't name their own
 * @param acceptBallpark that Xian 1980 and Beijing 1954 reach CGCS2000 only roughly is accepted, with {@code accuracy}
 * @param corrects the import whose left-out records this one brings corrected, or null
 * @param transformation number of the set of local parameters to carry an older datum into CGCS2000 with, or null
 * @param swapAxes that the file has north before east and is to be read the other way round
 * @param idempotencyKey chosen by the client so that a repeated upload is recognised, or null
 */
public record ImportRequest(Layer layer, @Nullable String layerName, @Nullable String crs, @Nullable String encoding,
    @Nullable Double accuracy, @Nullable String basis, Map<String, String> mapping, @Nullable String claimant,
    @Nullable String note, boolean acceptBallpark, @Nullable String idempotencyKey, @Nullable Long corrects,
    @Nullable Long transformation, boolean swapAxes) {

  public ImportRequest {
    mapping = Map.copyOf(mapping);
  }

  /** A request that corrects nothing and needs no local parameters. */
  public ImportRequest(Layer layer, @Nullable String layerName, @Nullable String crs, @Nullable String encoding,
      @Nullable Double accuracy, @Nullable String basis, Map<String, String> mapping, @Nullable String claimant,
      @Nullable String note, boolean acceptBallpark, @Nullable String idempotencyKey) {
    this(layer, layerName, crs, encoding, accuracy, basis, mapping, claimant, note, acceptBallpark, idempotencyKey, null,
        null, false);
  }

  /** The plain request: everything is in the file. */
  public static ImportRequest of(Layer layer) {
    return new ImportRequest(layer, null, null, null, null, null, Map.of(), null, null, false, null);
  }

  public ImportRequest withAccuracy(double metres) {
    return new ImportRequest(layer, layerName, crs, encoding, metres, basis, mapping, claimant, note, acceptBallpark,
        idempotencyKey, corrects, transformation, swapAxes);
  }

  public ImportRequest withBasis(String basis) {
    return new ImportRequest(layer, layerName, crs, encoding, accuracy, basis, mapping, claimant, note, acceptBallpark,
        idempotencyKey, corrects, transformation, swapAxes);
  }

  public ImportRequest withMapping(Map<String, String> mapping) {
    return new ImportRequest(layer, layerName, crs, encoding, accuracy, basis, mapping, claimant, note, acceptBallpark,
        idempotencyKey, corrects, transformation, swapAxes);
  }

  public ImportRequest correcting(long earlier) {
    return new ImportRequest(layer, layerName, crs, encoding, accuracy, basis, mapping, claimant, note, acceptBallpark,
        idempotencyKey, earlier, transformation, swapAxes);
  }

  public ImportRequest withTransformation(long number) {
    return new ImportRequest(layer, layerName, crs, encoding, accuracy, basis, mapping, claimant, note, acceptBallpark,
        idempotencyKey, corrects, number, swapAxes);
  }

  public ImportRequest swappingAxes() {
    return new ImportRequest(layer, layerName, crs, encoding, accuracy, basis, mapping, claimant, note, acceptBallpark,
        idempotencyKey, corrects, transformation, true);
  }
}
