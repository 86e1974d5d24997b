package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.jieshi.ingest.SurveyFile;
import org.jieshi.ingest.source.Finding;

/** Puts a test's shapefile where the reader looks, and reads it whole. */
final class LayerOnDisk {

  static final int SRID = 4524;

  private LayerOnDisk() {}

  static LayerFiles write(Path directory, SurveyFile file) throws IOException {
    Map<String, byte[]> files = file.files();
    for (Map.Entry<String, byte[]> entry : files.entrySet()) {
      Files.write(directory.resolve("layer." + entry.getKey()), entry.getValue());
    }
    return new LayerFiles("layer", directory.resolve("layer.shp"), directory.resolve("layer.dbf"),
        files.containsKey("prj") ? directory.resolve("layer.prj") : null,
        files.containsKey("cpg") ? directory.resolve("layer.cpg") : null);
  }

  static ShapefileDataStore open(Path directory, SurveyFile file) throws IOException {
    return ShapefileDataStore.open(write(directory, file), SRID, null);
  }

  static List<SimpleFeature> read(ShapefileDataStore store) throws IOException {
    List<SimpleFeature> features = new ArrayList<>();
    try (FeatureReader<SimpleFeatureType, SimpleFeature> reader = store.features().getReader()) {
      while (reader.hasNext()) {
        features.add(reader.next());
      }
    }
    return features;
  }

  static List<SimpleFeature> read(Path directory, SurveyFile file) throws IOException {
    return read(open(directory, file));
  }

  @SuppressWarnings("unchecked")
  static List<Finding> findings(SimpleFeature feature) {
    return (List<Finding>) feature.getUserData().get(ShapefileDataStore.FINDINGS);
  }

  static String wkt(SimpleFeature feature) {
    return feature.getDefaultGeometry().toString();
  }
}
