package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.locationtech.jts.geom.Geometry;

/** A shapefile as the import sees it. */
final class OpenShapefile implements OpenLayer {

  private final ShapefileDataStore store;
  private final List<String> columns;

  OpenShapefile(ShapefileDataStore store) throws IOException {
    this.store = store;
    this.columns = store.columns();
  }

  @Override
  public int records() {
    return store.records();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public String encoding() {
    return store.encoding();
  }

  @Override
  public List<Finding> findings() {
    return store.findings();
  }

  @Override
  public Records read() throws IOException {
    FeatureReader<SimpleFeatureType, SimpleFeature> features = store.features().getReader();
    return new Records() {
      @Override
      public boolean hasNext() throws IOException {
        return features.hasNext();
      }

      @Override
      public SurveyRecord next() throws IOException {
        return record(features.next());
      }

      @Override
      public void close() throws IOException {
        features.close();
      }
    };
  }

  @SuppressWarnings("unchecked")
  private SurveyRecord record(SimpleFeature feature) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String column : columns) {
      Object value = feature.getAttribute(column);
      if (value != null) {
        values.put(column, value);
      }
    }
    return new SurveyRecord((Integer) feature.getUserData().get(ShapefileDataStore.RECORD),
        (Geometry) feature.getDefaultGeometry(), values,
        (List<Finding>) feature.getUserData().get(ShapefileDataStore.FINDINGS));
  }

  @Override
  public void close() {
    store.dispose();
  }
}
