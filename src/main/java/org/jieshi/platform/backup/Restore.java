package org.jieshi.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.jieshi.audit.AuditHead;
import org.jieshi.audit.AuditReport;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.SchemaUpgrade;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a backup back into a database that holds nothing, in one transaction: every table has the rows and the digest
 * of the manifest and the audit chain verifies, or nothing is changed. The backup of an earlier program goes into a
 * database made with its schema ({@link #schemaOf}), is brought up to this program's, and verified last.
 */
@Component
public class Restore {

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final Schema schema;
  private final AuditVerifier audit;
  private final JsonMapper json;
  private final SchemaUpgrade upgrade;
  private final TransactionTemplate transaction;

  Restore(DataSource dataSource, JdbcClient jdbc, Schema schema, AuditVerifier audit, JsonMapper json,
      SchemaUpgrade upgrade, PlatformTransactionManager transactions) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.schema = schema;
    this.audit = audit;
    this.json = json;
    this.upgrade = upgrade;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The schema that a backup says it has; empty for what is no backup, which {@link #read} refuses in words. */
  public static Optional<String> schemaOf(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(Manifest.ENTRY);
      return entry == null ? Optional.empty()
          : Optional.of(new JsonMapper().readTree(zip.getInputStream(entry)).path("schema").asString(""))
              .filter(schema -> schema.matches("\\d+(\\.\\d+)*"));
    } catch (IOException | JacksonException noBackup) {
      return Optional.empty();
    }
  }

  public Manifest read(Path file) {
    boolean earlier = upgrade.isWanted();
    Manifest manifest = transaction.execute(status -> {
      Manifest loaded = load(file);
      if (!earlier) {
        requireIntact(loaded, false);
      }
      return loaded;
    });
    if (earlier) {
      upgrade.run();
      requireIntact(manifest, true);
    }
    return manifest;
  }

  /** In a transaction. */
  Manifest load(Path file) {
    requireEmpty();
    try (ZipFile zip = new ZipFile(Files.exists(file) ? file.toFile() : notThere(file))) {
      Manifest manifest = manifest(zip);
      List<Schema.Table> tables = schema.tables();
      requireSame(manifest, tables, zip);
      Map<String, Manifest.Table> told = manifest.tables().stream()
          .collect(Collectors.toMap(Manifest.Table::name, Function.identity()));
      tables.forEach(table -> triggers("disable", table));
      List<Schema.Table> backwards = new ArrayList<>(tables);
      Collections.reverse(backwards);
      backwards.forEach(table -> jdbc.sql("delete from " + table.name()).update());
      for (Schema.Table table : tables) {
        readTable(table, told.get(table.name()), zip);
      }
      tables.forEach(table -> triggers("enable", table));
      setSequences();
      return manifest;
    } catch (IOException e) {
      throw damaged("it cannot be read (%s)".formatted(e.getMessage()), "无法读取（%s）".formatted(e.getMessage()));
    }
  }

  private static java.io.File notThere(Path file) {
    throw Problem.of(ProblemCode.NOT_FOUND, "There is no file %s.".formatted(file), "没有文件 %s。".formatted(file))
        .about(file.toString()).asException();
  }

  private void requireEmpty() {
    // what migrations put there themselves, dated rules and settings, is no register yet
    if (!jdbc.sql("""
        select not exists (select 1 from audit_entry where actor <> 'migration') and not exists (select 1 from user_account)
        """).query(Boolean.class).single()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "There is a register here already: restore into an empty data directory (JIESHI_DATA) or database.",
          "此处已有登记数据：请恢复到空的数据目录 (JIESHI_DATA) 或数据库。").asException();
    }
  }

  private Manifest manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw damaged("it has no manifest", "缺少清单");
    }
    Manifest manifest;
    try (InputStream in = zip.getInputStream(entry)) {
      manifest = json.readValue(in, Manifest.class);
    } catch (JacksonException e) {
      throw damaged("its manifest cannot be read", "清单无法读取");
    }
    if (!"Jieshi".equals(manifest.product()) || manifest.schema() == null || manifest.auditHead() == null
        || manifest.tables() == null) {
      throw damaged("its manifest is not of a backup of this product", "清单不是本产品的备份清单");
    }
    return manifest;
  }

  private void requireSame(Manifest manifest, List<Schema.Table> tables, ZipFile zip) {
    if (manifest.format() != Manifest.FORMAT) {
      throw damaged("it has format %d, this program reads %d".formatted(manifest.format(), Manifest.FORMAT),
          "其格式为 %d，本程序读取格式 %d".formatted(manifest.format(), Manifest.FORMAT));
    }
    if (!manifest.schema().equals(schema.version())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          ("The backup was written by a program with schema %s; this database has %s. Restore into an empty data directory"
              + " or database, with a program that is not older than the backup.").formatted(manifest.schema(), schema.version()),
          "备份由数据结构版本 %s 的程序写成，本数据库为 %s。请用不早于该备份的程序恢复到空的数据目录或数据库。"
              .formatted(manifest.schema(), schema.version()))
          .asException();
    }
    Set<String> here = new TreeSet<>(tables.stream().map(Schema.Table::name).toList());
    Set<String> told = new TreeSet<>();
    for (Manifest.Table table : manifest.tables()) {
      if (!here.contains(table.name())) {
        throw damaged("its manifest names a table %s, which there is not".formatted(table.name()),
            "清单所列的表 %s 不存在".formatted(table.name()));
      }
      if (!told.add(table.name())) {
        throw damaged("its manifest names table %s twice".formatted(table.name()), "清单重复列出表 %s".formatted(table.name()));
      }
    }
    here.removeAll(told);
    if (!here.isEmpty()) {
      String missing = String.join(", ", here);
      throw damaged("its manifest lacks table %s".formatted(missing), "清单缺少表 %s".formatted(missing));
    }
    Set<String> entries = manifest.tables().stream().map(Manifest.Table::entry).collect(Collectors.toSet());
    zip.stream().map(ZipEntry::getName).filter(name -> !name.equals(Manifest.ENTRY) && !entries.contains(name)).findFirst()
        .ifPresent(name -> {
          throw damaged("it holds %s, which no backup does".formatted(name), "含有备份中不应有的 %s".formatted(name));
        });
  }

  private void readTable(Schema.Table table, Manifest.Table told, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(told.entry());
    if (entry == null) {
      throw damaged("table %s is missing".formatted(table.name()), "缺少表 %s".formatted(table.name()));
    }
    jdbc.sql("create temporary table restored on commit drop as select %s from %s with no data"
        .formatted(table.list(Schema.Column::out), table.name())).update();
    try (DigestInputStream in = new DigestInputStream(zip.getInputStream(entry), Backup.sha256())) {
      long rows = copyIn(table, "copy restored (%s) from stdin (format csv, header match)"
          .formatted(table.list(Schema.Column::quoted)), in);
      String sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
      if (rows != told.rows()) {
        throw damaged("table %s has %d rows where the manifest says %d".formatted(table.name(), rows, told.rows()),
            "表 %s 有 %d 行，而清单记为 %d 行".formatted(table.name(), rows, told.rows()));
      }
      if (!sha256.equals(told.sha256())) {
        throw damaged("table %s was altered: its SHA-256 is not that of the manifest".formatted(table.name()),
            "表 %s 已被改动：SHA-256 与清单不符".formatted(table.name()));
      }
    }
    jdbc.sql("insert into %s (%s) %s select %s from restored".formatted(table.name(),
        table.list(Schema.Column::quoted), table.hasIdentity() ? "overriding system value" : "",
        table.list(Schema.Column::in))).update();
    jdbc.sql("drop table restored").update();
  }

  private long copyIn(Schema.Table table, String sql, InputStream in) throws IOException {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
    } catch (SQLException e) {
      throw damaged("table %s cannot be read".formatted(table.name()), "表 %s 无法读取".formatted(table.name()));
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private void triggers(String whether, Schema.Table table) {
    jdbc.sql("alter table %s %s trigger user".formatted(table.name(), whether)).update();
  }

  /** The next number of each sequence follows the largest that was restored. */
  private void setSequences() {
    for (Map<String, Object> identity : jdbc.sql("""
        select c.relname as name, a.attname as column from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        """).query().listOfRows()) {
      jdbc.sql("select setval(pg_get_serial_sequence('%1$s', '%2$s'), (select coalesce(max(%2$s), 0) + 1 from %1$s), false)"
          .formatted(identity.get("name"), identity.get("column"))).query(Long.class).single();
    }
    jdbc.sql("select setval('audit_change_set_id', (select coalesce(max(id), 0) + 1 from audit_change_set), false)")
        .query(Long.class).single();
  }

  private void requireIntact(Manifest manifest, boolean goesOn) {
    AuditReport report = audit.verifyWithoutWitnesses();
    if (!report.isIntact()) {
      Bilingual first = report.faults().get(0).fault();
      throw damaged("its audit chain does not verify: " + first.en().replaceFirst("\\.$", ""),
          "审计链校验不通过：" + first.zh().replaceFirst("。$", ""));
    }
    AuditHead told = manifest.auditHead();
    if (!report.head().equals(told) && !(goesOn && holds(told))) {
      throw damaged("its audit chain ends at %d and not at %d as the manifest says".formatted(report.head().seq(),
          manifest.auditHead().seq()), "审计链止于第 %d 条，而清单记为第 %d 条".formatted(report.head().seq(),
          manifest.auditHead().seq()));
    }
  }

  /** Migrations may have gone on with the chain. */
  private boolean holds(AuditHead head) {
    return jdbc.sql("select exists (select 1 from audit_entry where seq = :seq and hash = :hash)").param("seq", head.seq())
        .param("hash", head.hash()).query(Boolean.class).single();
  }

  private static ProblemException damaged(String en, String zh) {
    return Problem.of(ProblemCode.FILE_CUT, "The backup is not restored: %s. Use another one.".formatted(en),
        "备份未恢复：%s。请使用其他备份。".formatted(zh)).asException();
  }
}
