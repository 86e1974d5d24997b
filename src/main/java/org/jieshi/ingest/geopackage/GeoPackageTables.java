package org.jieshi.ingest.geopackage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jieshi.geometry.CoordinateSystems;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** A GeoPackage 1.3 of many tables, with shapes and without. Rows are written as they come. */
public final class GeoPackageTables implements AutoCloseable {

  private static final int BATCH = 500;

  private final Connection connection;

  /** @param target a file that is not there yet, or one that was written in this way before: more tables come into it */
  public GeoPackageTables(Path target) throws IOException {
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
    } catch (SQLException e) {
      abandon(opened);
      throw new IOException(e);
    }
  }

  /** What a column holds; moments are UTC. */
  public enum Type {
    TEXT("text"), INTEGER("integer"), NUMBER("double"), DATE("date"), MOMENT("datetime"), FLAG("boolean");

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }
  }

  /** Shapes of a table, of one type and in one system. @param srid EPSG code; degrees have longitude first */
  public record Shapes(String type, int srid) {}

  public record Column(String name, Type type) {}

  /** @param shapes null for a table without */
  public Table table(String name, String description, @Nullable Shapes shapes, List<Column> columns) throws IOException {
    String typed = columns.stream().map(column -> ", " + GeoPackageLayer.quoted(column.name()) + " " + column.type().sql)
        .collect(Collectors.joining());
    try {
      if (shapes == null) {
        GeoPackageSchema.addAttributes(connection, name, description, typed);
      } else {
        GeoPackageSchema.addFeatures(connection, name, description, shapes.type(), shapes.srid(),
            CoordinateSystems.crs(shapes.srid()).toWKT(), typed);
      }
      return new Table(name, shapes, columns);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Closes the file without what was begun. */
  void abandon() throws IOException {
    abandon(connection);
  }

  private static void abandon(@Nullable Connection opened) throws IOException {
    try {
      if (opened != null) {
        opened.close();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Head with an envelope, then well-known binary of the table's one type. */
  private static byte[] blob(Geometry shape, int srid) {
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
      last.commit();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** One table, open for its rows. */
  public final class Table implements AutoCloseable {

    private final String name;
    private final @Nullable Shapes shapes;
    private final PreparedStatement insert;
    private final Envelope bounds = new Envelope();
    private int rows;

    private Table(String name, @Nullable Shapes shapes, List<Column> columns) throws SQLException {
      this.name = name;
      this.shapes = shapes;
      int cells = columns.size() + (shapes == null ? 0 : 1);
      insert = connection.prepareStatement("insert into " + GeoPackageLayer.quoted(name) + " ("
          + (shapes == null ? "" : "geom, ")
          + columns.stream().map(column -> GeoPackageLayer.quoted(column.name())).collect(Collectors.joining(", "))
          + ") values (?" + ", ?".repeat(cells - 1) + ")");
    }

    /**
     * @param shape of the table's type, or one part of it; null in a table without
     * @param values in the order of the columns: text, numbers, true or false; days and moments in ISO 8601
     */
    public void add(@Nullable Geometry shape, @Nullable Object[] values) throws IOException {
      try {
        int at = 1;
        if (shapes != null && shape != null) {
          bounds.expandToInclude(shape.getEnvelopeInternal());
          insert.setBytes(at++, blob(shape, shapes.srid()));
        }
        for (Object value : values) {
          insert.setObject(at++, value);
        }
        insert.addBatch();
        if (++rows % BATCH == 0) {
          insert.executeBatch();
        }
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }

    public int rows() {
      return rows;
    }

    @Override
    public void close() throws IOException {
      try (PreparedStatement last = insert) {
        last.executeBatch();
        GeoPackageSchema.setBounds(connection, name, bounds);
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }
}
