package org.jieshi.ingest.geopackage;

import java.io.IOException;
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

/** A GeoPackage 1.3 of many tables, with shapes and without. Rows are written as they come. */
public final class GeoPackageTables implements AutoCloseable {

  private static final int BATCH = 500;

  private final Connection connection;

  /** @param target a file that is not there yet */
  public GeoPackageTables(Path target) throws IOException {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + target);
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma journal_mode = off");
        statement.execute("pragma synchronous = off");
        GeoPackageSchema.create(statement);
      }
      connection.setAutoCommit(false);
    } catch (SQLException e) {
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
        GeoPackageSchema.addFeatures(connection, name, name, description, shapes.type(), shapes.srid(),
            CoordinateSystems.crs(shapes.srid()).toWKT(), typed);
      }
      return new Table(name, shapes, columns);
    } catch (SQLException e) {
      throw new IOException(e);
    }
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
     * @param shape of the table's type; null in a table without
     * @param values in the order of the columns: text, numbers, true or false; days and moments in ISO 8601
     */
    public void add(@Nullable Geometry shape, @Nullable Object[] values) throws IOException {
      try {
        int at = 1;
        if (shapes != null && shape != null) {
          bounds.expandToInclude(shape.getEnvelopeInternal());
          insert.setBytes(at++, GeoPackageWriter.blob(shape, shapes.srid()));
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
