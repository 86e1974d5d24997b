package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.util.List;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureSource;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.jieshi.geometry.CoordinateSystems;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The layer as GeoTools sees it: one geometry, then the readable columns of the table in their order. */
final class ShapefileFeatureSource extends ContentFeatureSource {

  private final ShapefileDataStore store;

  ShapefileFeatureSource(ContentEntry entry, ShapefileDataStore store) {
    super(entry, Query.ALL);
    this.store = store;
  }

  @Override
  protected SimpleFeatureType buildFeatureType() throws IOException {
    SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
    type.setName(entry.getName());
    type.setCRS(CoordinateSystems.crs(store.srid()));
    type.add(ShapefileDataStore.GEOMETRY, Geometry.class);
    type.setDefaultGeometry(ShapefileDataStore.GEOMETRY);
    try (DbfFile dbf = DbfFile.open(store.files().dbf(), store.files().dbfName())) {
      List<DbfColumn> columns = dbf.columns();
      List<String> names = ColumnNames.of(columns, store.textEncoding().charset());
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).isReadable()) {
          type.add(names.get(i), columns.get(i).binding());
        }
      }
    }
    return type.buildFeatureType();
  }

  /** Not known without reading the shapes: the box in the header is often wrong. GeoTools then computes it. */
  @Override
  protected @Nullable ReferencedEnvelope getBoundsInternal(Query query) {
    return null;
  }

  @Override
  protected int getCountInternal(Query query) {
    return query.getFilter() == Filter.INCLUDE ? store.live() : -1;
  }

  @Override
  protected FeatureReader<SimpleFeatureType, SimpleFeature> getReaderInternal(Query query) throws IOException {
    return ShapefileFeatureReader.open(store, getSchema());
  }
}
