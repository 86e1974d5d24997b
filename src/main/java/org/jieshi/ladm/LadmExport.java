package org.jieshi.ladm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jieshi.audit.AuditLog;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Districts;
import org.jieshi.identity.Role;
import org.jieshi.ingest.geopackage.GeoPackageTables;
import org.jieshi.ingest.geopackage.GeoPackageTables.Column;
import org.jieshi.ingest.geopackage.GeoPackageTables.Shapes;
import org.jieshi.ingest.geopackage.GeoPackageTables.Type;
import org.jieshi.identity.personal.Masked;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.shared.Transactions;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.StreamedRows;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the register as a GeoPackage of LADM tables: whole, from one snapshot. */
@Service
class LadmExport {

  /** As for the other exports: whose work is the land. */
  private static final Role[] READERS = {Role.SURVEYOR, Role.REVIEWER, Role.MEDIATOR, Role.APPROVER, Role.MANAGER};
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final String SHAPE = "geom";
  private static final String IDENTITY = "ext_pid";

  private final NamedParameterJdbcTemplate rows;
  private final CurrentUser currentUser;
  private final Districts districts;
  private final AuditLog audit;
  private final TransactionTemplate snapshot;
  private final TransactionTemplate transaction;

  LadmExport(JdbcTemplate template, CurrentUser currentUser, Districts districts, AuditLog audit,
      PlatformTransactionManager transactions) {
    this.rows = new NamedParameterJdbcTemplate(new StreamedRows(template));
    this.currentUser = currentUser;
    this.districts = districts;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
    this.snapshot = Transactions.snapshot(transactions);
  }

  /**
   * @param file that is not there yet
   * @throws org.jieshi.shared.ProblemException {@code FORBIDDEN}
   */
  void write(Path file) {
    currentUser.require(READERS);
    Map<String, Object> asked = new HashMap<>();
    asked.put("district", districts.limit());
    Map<String, Object> written = new TreeMap<>();
    snapshot.executeWithoutResult(tx -> {
      try (GeoPackageTables tables = new GeoPackageTables(file)) {
        for (LadmTable table : tables(asked)) {
          written.put(table.name(), copy(tables, table, asked));
        }
        writeCodeLists(tables);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    Map<String, Object> detail = new TreeMap<>();
    detail.put("format", "gpkg");
    detail.put("records", written.values().stream().mapToInt(count -> (Integer) count).sum());
    detail.put("tables", written);
    transaction.executeWithoutResult(tx -> audit.record("EXPORTED", "export", "ladm", detail));
  }

  private List<LadmTable> tables(Map<String, Object> asked) {
    List<LadmTable> tables = new ArrayList<>(Stream.of(PartyTables.ALL, RightTables.ALL, LandTables.ALL, SourceTables.ALL)
        .flatMap(List::stream).toList());
    rows.queryForList("select distinct v.srid from spatial_unit_version v where unit_in_district(v.unit_id,"
        + " cast(:district as text)) order by v.srid", asked, Integer.class).forEach(srid -> {
          tables.add(LandTables.faces(srid));
          tables.add(LandTables.points(srid));
        });
    return tables;
  }

  /** @return how many rows */
  private int copy(GeoPackageTables file, LadmTable table, Map<String, Object> asked) {
    Integer copied = rows.query(table.sql(), asked, (ResultSet row) -> {
      try {
        return copy(file, table, row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return copied == null ? 0 : copied;
  }

  private static int copy(GeoPackageTables file, LadmTable table, ResultSet row)
      throws SQLException, IOException {
    List<Column> columns = columns(row.getMetaData());
    String name = table.name();
    int srid = name.matches(".*_\\d+") ? Integer.parseInt(name.substring(name.lastIndexOf('_') + 1))
        : CoordinateSystems.CGCS2000_DEGREES;
    try (GeoPackageTables.Table into = file.table(name, table.description(),
        table.shapes() == null ? null : new Shapes(table.shapes(), srid), columns)) {
      while (row.next()) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(row, columns.get(i));
        }
        into.add(table.shapes() == null ? null : shape(GeometryCodec.read(row.getBytes(SHAPE)), table.shapes()), values);
      }
      return into.rows();
    }
  }

  private static @Nullable Object value(ResultSet row, Column column) throws SQLException {
    return switch (column.type()) {
      case MOMENT -> {
        OffsetDateTime moment = row.getObject(column.name(), OffsetDateTime.class);
        yield moment == null ? null : MOMENT.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
      }
      case DATE -> {
        LocalDate day = row.getObject(column.name(), LocalDate.class);
        yield day == null ? null : day.toString();
      }
      case NUMBER -> row.getObject(column.name()) == null ? null : row.getDouble(column.name());
      default -> {
        Object value = row.getObject(column.name());
        yield column.name().equals(IDENTITY) && value != null && !organisation(row.getString("ext_holder_type"))
            ? Masked.identity(value.toString()) : value;
      }
    };
  }

  private static boolean organisation(@Nullable String type) {
    return type != null && Holder.Type.valueOf(type).organisation();
  }

  private static List<Column> columns(ResultSetMetaData columns) throws SQLException {
    List<Column> typed = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (!columns.getColumnLabel(i).equals(SHAPE)) {
        typed.add(new Column(columns.getColumnLabel(i), switch (columns.getColumnType(i)) {
          case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> Type.INTEGER;
          case Types.NUMERIC, Types.DOUBLE, Types.REAL -> Type.NUMBER;
          case Types.DATE -> Type.DATE;
          case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Type.MOMENT;
          case Types.BIT, Types.BOOLEAN -> Type.FLAG;
          default -> Type.TEXT;
        }));
      }
    }
    return typed;
  }

  /** Of land where lines are asked for, its rings. */
  private static Geometry shape(Geometry shape, String type) {
    return type.equals("MULTILINESTRING") && shape.getDimension() == 2 ? shape.getBoundary() : shape;
  }

  private static void writeCodeLists(GeoPackageTables file) throws IOException {
    List<Column> columns = Stream.of("list", "code", "iso_19152", "title_en", "title_zh")
        .map(name -> new Column(name, Type.TEXT)).toList();
    try (GeoPackageTables.Table table = file.table("codelist",
        "Code lists; iso_19152 is the value of the standard, empty for an extension", null, columns)) {
      for (CodeLists.Code code : CodeLists.ALL) {
        table.add(null, new Object[] {code.list(), code.code(), code.standard(), code.title().en(), code.title().zh()});
      }
    }
  }
}
