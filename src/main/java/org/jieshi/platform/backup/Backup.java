package org.jieshi.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jieshi.audit.AuditTrail;
import org.jieshi.shared.OfficeClock;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the whole register, as it is at one moment, into a zip of CSV files with a manifest. */
@Component
public class Backup {

  private final DataSource dataSource;
  private final Schema schema;
  private final AuditTrail audit;
  private final OfficeClock clock;
  private final JsonMapper json;

  Backup(DataSource dataSource, Schema schema, AuditTrail audit, OfficeClock clock, JsonMapper json) {
    this.dataSource = dataSource;
    this.schema = schema;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
  }

  /** The file appears under its name only when it is whole and on disk. People go on working meanwhile. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Manifest write(Path file) {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      Manifest manifest = writeArchive(part);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      move(part, whole);
      return manifest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteQuietly(part);
    }
  }

  private Manifest writeArchive(Path part) throws IOException {
    List<Manifest.Table> tables = new ArrayList<>();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
      for (Schema.Table table : schema.tables()) {
        tables.add(writeTable(table, zip));
      }
      Manifest manifest = new Manifest("Jieshi", Manifest.FORMAT, schema.version(), clock.now(), audit.head(), tables);
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
      zip.closeEntry();
      return manifest;
    }
  }

  private Manifest.Table writeTable(Schema.Table table, ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry(new Manifest.Table(table.name(), 0, "").entry()));
    DigestOutputStream digest = new DigestOutputStream(new LeavesOpen(zip), sha256());
    String sql = "copy (select %s from %s) to stdout (format csv, header)"
        .formatted(table.list(Schema.Column::out), table.name());
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, digest);
      zip.closeEntry();
      return new Manifest.Table(table.name(), rows, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void move(Path part, Path whole) throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      part.toFile().deleteOnExit();
    }
  }

  /** PostgreSQL's copy closes nothing, but a digest stream would pass a close on to the archive. */
  private static final class LeavesOpen extends FilterOutputStream {

    LeavesOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
