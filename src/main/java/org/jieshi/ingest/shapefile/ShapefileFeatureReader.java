package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.RecordShapes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Shapes and rows side by side, one record at a time. */
final class ShapefileFeatureReader implements FeatureReader<SimpleFeatureType, SimpleFeature> {

  private final SimpleFeatureType type;
  private final ShpFile shp;
  private final DbfFile dbf;
  private final RowReader rows;
  private final int srid;
  private @Nullable SimpleFeature next;

  private ShapefileFeatureReader(ShapefileDataStore store, SimpleFeatureType type, ShpFile shp, DbfFile dbf) {
    this.type = type;
    this.shp = shp;
    this.dbf = dbf;
    this.srid = store.srid();
    this.rows = new RowReader(dbf.columns(), store.textEncoding().charset());
  }

  static ShapefileFeatureReader open(ShapefileDataStore store, SimpleFeatureType type) throws IOException {
    LayerFiles files = store.files();
    ShpFile shp = ShpFile.open(files.shp(), files.shpName());
    try {
      return new ShapefileFeatureReader(store, type, shp, DbfFile.open(files.dbf(), files.dbfName()));
    } catch (IOException | RuntimeException e) {
      shp.close();
      throw e;
    }
  }

  @Override
  public SimpleFeatureType getFeatureType() {
    return type;
  }

  @Override
  public boolean hasNext() throws IOException {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public SimpleFeature next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("no more records");
    }
    SimpleFeature feature = next;
    next = null;
    return feature;
  }

  @Override
  public void close() throws IOException {
    try (ShpFile first = shp; DbfFile second = dbf) {
      next = null;
    }
  }

  private @Nullable SimpleFeature read() throws IOException {
    for (ByteBuffer content = shp.next(); content != null; content = shp.next()) {
      byte[] row = dbf.next();
      if (!DbfFile.isDeleted(row)) {
        return feature(content, row);
      }
    }
    return null;
  }

  private SimpleFeature feature(ByteBuffer content, byte[] row) throws IOException {
    int record = shp.records();
    List<Finding> findings = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>(type.getAttributeCount());
    values.add(geometry(record, content, findings));
    rows.read(record, row, values, findings);
    SimpleFeature feature = SimpleFeatureBuilder.build(type, values, type.getTypeName() + "." + record);
    feature.getUserData().put(ShapefileDataStore.RECORD, record);
    feature.getUserData().put(ShapefileDataStore.FINDINGS, findings);
    return feature;
  }

  private @Nullable Geometry geometry(int record, ByteBuffer content, List<Finding> findings) throws IOException {
    PolygonRecord polygon = PolygonRecord.decode(shp, content);
    if (polygon == null || polygon.rings().isEmpty()) {
      findings.add(RecordShapes.noShape(record));
      return null;
    }
    return RecordShapes.ofDirectedRings(record, polygon.rings(), srid, findings);
  }
}
