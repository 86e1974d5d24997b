package org.jieshi.ingest.geopackage;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.LayerWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** A feature table of a GeoPackage 1.3; several writers, one after the other, put several layers into one file. */
public final class GeoPackageWriter implements LayerWriter {

  private static final int BATCH = 500;

  private final OutputLayer layer;
  private final Connection connection;
  private final PreparedStatement insert;
  private final Envelope bounds = new Envelope();
  private int waiting;

  public GeoPackageWriter(Path target, OutputLayer layer) throws IOException {
    this.layer = layer;
    Connection opened = null;
    try {
      opened = DriverManager.getConnection("jdbc:sqlite:" + target);
      this.connection = opened;
      try (Statement statement = connection.createStatement()) {
        // nobody else sees the file before it is whole
        statement.execute("pragma journal_mode = off");
        statement.execute("pragma synchronous = off");
        GeoPackageSchema.create(statement);
      }
      connection.setAutoCommit(false);
      GeoPackageSchema.addLayer(connection, layer, CoordinateSystems.crs(layer.srid()).toWKT());
      this.insert = connection.prepareStatement("insert into " + GeoPackageLayer.quoted(layer.name()) + " (geom"
          + layer.columns().stream().map(column -> ", " + GeoPackageLayer.quoted(column.name()))
              .collect(Collectors.joining())
          + ") values (?" + ", ?".repeat(layer.columns().size()) + ")");
    } catch (SQLException e) {
      close(opened);
      throw new IOException(e);
    }
  }

  @Override
  public void write(SurveyRecord record) throws IOException {
    try {
      Geometry shape = Objects.requireNonNull(record.boundary());
      bounds.expandToInclude(shape.getEnvelopeInternal());
      insert.setBytes(1, blob(shape, layer.srid()));
      for (int i = 0; i < layer.columns().size(); i++) {
        set(i + 2, layer.columns().get(i), record.value(layer.columns().get(i).name()));
      }
      insert.addBatch();
      if (++waiting == BATCH) {
        insert.executeBatch();
        waiting = 0;
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private void set(int index, OutputLayer.Column column, @Nullable Object value) throws SQLException {
    if (value == null) {
      insert.setObject(index, null);
    } else if (column.type() == OutputLayer.Type.NUMBER) {
      insert.setDouble(index, ((BigDecimal) value).doubleValue());
    } else {
      insert.setString(index, OutputLayer.text(value));
    }
  }

  /** Head with an envelope, then well-known binary of the table's one type. */
  static byte[] blob(Geometry shape, int srid) {
    Envelope box = shape.getEnvelopeInternal();
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(ofOneType(shape));
    ByteBuffer blob = ByteBuffer.allocate(8 + 32 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 3).putInt(srid);
    blob.putDouble(box.getMinX()).putDouble(box.getMaxX()).putDouble(box.getMinY()).putDouble(box.getMaxY());
    return blob.put(wkb).array();
  }

  private static Geometry ofOneType(Geometry shape) {
    if (shape instanceof Polygon part) {
      return shape.getFactory().createMultiPolygon(new Polygon[] {part});
    }
    return shape instanceof LineString line
        ? shape.getFactory().createMultiLineString(new LineString[] {line}) : shape;
  }

  @Override
  public void close() throws IOException {
    try (Connection last = connection) {
      insert.executeBatch();
      insert.close();
      GeoPackageSchema.setBounds(last, layer.name(), bounds);
      last.commit();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static void close(@Nullable Connection opened) throws IOException {
    try {
      if (opened != null) {
        opened.close();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
