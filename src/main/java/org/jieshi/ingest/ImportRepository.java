package org.jieshi.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code import}: what was sent, where it stands, who decided. */
@Repository
class ImportRepository {

  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
  private static final String SELECT = """
      select i.*, cast(extract(epoch from clock_timestamp() - i.phase_since) as float8) as phase_seconds,
             array(select c.id from import c where c.corrects = i.id order by c.id) as corrected_by
        from import i
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ImportRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  long insert(ImportRequest request, String fileName, long fileSize, String sha256, String createdBy, Instant now) {
    return jdbc.sql("""
        insert into import (status, layer, layer_name, file_name, file_size, sha256, idempotency_key, requested_crs,
          requested_encoding, accuracy, basis, mapping, claimant, note, accept_ballpark, corrects, transformation, swap_axes, created_by, created_at)
        values ('QUEUED', :layer, :layerName, :fileName, :fileSize, :sha256, :key, :crs, :encoding, :accuracy, :basis,
          cast(:mapping as jsonb), :claimant, :note, :ballpark, :corrects, :transformation, :swapAxes, :by, :now)
        returning id
        """)
        .params(parametersOf(request))
        .param("fileName", fileName).param("fileSize", fileSize).param("sha256", sha256)
        .param("key", request.idempotencyKey()).param("note", request.note())
        .param("by", createdBy).param("now", Timestamp.from(now))
        .query(Long.class).single();
  }

  /** The live import of the same content for the same purpose, whoever sent it. */
  Optional<Long> findSame(ImportRequest request, String sha256) {
    return jdbc.sql("""
        select min(id) from import
         where sha256 = :sha256 and layer = :layer and status not in ('FAILED', 'UNDONE', 'DISCARDED')
           and layer_name is not distinct from :layerName and requested_crs is not distinct from :crs
           and requested_encoding is not distinct from :encoding and accuracy is not distinct from :accuracy
           and basis is not distinct from :basis and mapping = cast(:mapping as jsonb)
           and claimant is not distinct from :claimant and accept_ballpark = :ballpark
           and corrects is not distinct from :corrects and transformation is not distinct from :transformation and swap_axes = :swapAxes
        """)
        .params(parametersOf(request)).param("sha256", sha256)
        .query((row, number) -> Optional.ofNullable((Long) row.getObject(1))).single();
  }

  /** The import that this person sent under this key, with the digest of its content. */
  Optional<Map.Entry<Long, String>> findByKey(String username, String key) {
    return jdbc.sql("select id, sha256 from import where created_by = :by and idempotency_key = :key")
        .param("by", username).param("key", key)
        .query((row, number) -> Map.entry(row.getLong("id"), row.getString("sha256"))).optional();
  }

  /** Makes uploads of the same content wait for each other until the end of the transaction. */
  void lockContent(String sha256) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:sha256, 0))").param("sha256", sha256)
        .query().singleRow();
  }

  Optional<Import> find(long id) {
    return jdbc.sql(SELECT + " where i.id = :id").param("id", id).query(this::read).optional();
  }

  /** As {@link #find}, locked until the end of the transaction. */
  Optional<Import> findForUpdate(long id) {
    return jdbc.sql(SELECT + " where i.id = :id for update of i").param("id", id).query(this::read).optional();
  }

  ImportRequest request(long id) {
    return jdbc.sql("select * from import where id = :id").param("id", id)
        .query((row, number) -> new ImportRequest(Layer.valueOf(row.getString("layer")), row.getString("layer_name"),
            row.getString("requested_crs"), row.getString("requested_encoding"), (Double) row.getObject("accuracy"),
            row.getString("basis"), json.readValue(row.getString("mapping"), STRINGS), row.getString("claimant"),
            row.getString("note"), row.getBoolean("accept_ballpark"), row.getString("idempotency_key"),
            (Long) row.getObject("corrects"), (Long) row.getObject("transformation"), row.getBoolean("swap_axes"))).single();
  }

  Page<Import> list(@Nullable ImportStatus status, @Nullable Layer layer, int page, int size) {
    String where = """
         where (cast(:status as text) is null or status = :status) and (cast(:layer as text) is null or layer = :layer)
        """;
    String statusName = status == null ? null : status.name();
    String layerName = layer == null ? null : layer.name();
    List<Import> items = jdbc.sql(SELECT + where + " order by id desc limit :size offset :offset")
        .param("status", statusName).param("layer", layerName)
        .param("size", size).param("offset", Page.offset(page, size)).query(this::read).list();
    long total = jdbc.sql("select count(*) from import" + where)
        .param("status", statusName).param("layer", layerName).query(Long.class).single();
    return new Page<>(items, total, page, size);
  }

  void setStatus(long id, ImportStatus status) {
    jdbc.sql("update import set status = :status, phase = null, version = version + 1 where id = :id")
        .param("status", status.name()).param("id", id).update();
  }

  /** Goes on from one status to the next. @throws Cancelled if the import is no longer there */
  void advance(long id, ImportStatus to, ImportStatus... from) {
    requireGoing(id, jdbc.sql("""
        update import set status = :to, phase = null, version = version + 1 where id = :id and status = any(:from)
        """).param("to", to.name()).param("from", Arrays.stream(from).map(Enum::name).toArray(String[]::new))
        .param("id", id).update());
  }

  void decide(long id, ImportStatus status, String username, Instant now) {
    jdbc.sql("""
        update import set status = :status, decided_by = :by, decided_at = :now, phase = null, version = version + 1
         where id = :id
        """)
        .param("status", status.name()).param("by", username).param("now", Timestamp.from(now)).param("id", id)
        .update();
  }

  void setFound(long id, int srid, String encoding, Map<String, String> columns, long total) {
    jdbc.sql("""
        update import set srid = :srid, encoding = :encoding, columns = cast(:columns as jsonb), done = 0,
               total = :total, phase = 'READING', phase_since = clock_timestamp(), version = version + 1
         where id = :id
        """)
        .param("srid", srid).param("encoding", encoding).param("columns", json.writeValueAsString(columns))
        .param("total", total).param("id", id).update();
  }

  /**
   * Begins a phase.
   *
   * @throws Cancelled if the import was given up
   */
  void begin(long id, Phase phase, long total) {
    requireGoing(id, jdbc.sql("""
        update import set phase = :phase, phase_since = clock_timestamp(), done = 0, total = :total,
               version = version + 1
         where id = :id and status in ('READING', 'CHECKING')
        """).param("phase", phase.name()).param("total", total).param("id", id).update());
  }

  /** @throws Cancelled if the import was given up */
  void setProgress(long id, long done, long total) {
    requireGoing(id, jdbc.sql("""
        update import set done = :done, total = :total where id = :id and status in ('READING', 'CHECKING')
        """).param("done", done).param("total", total).param("id", id).update());
  }

  /**
   * Holds an import that is being read, so that it isn't given up before the transaction ends.
   *
   * @throws Cancelled if it was
   */
  void hold(long id) {
    requireGoing(id, jdbc.sql("select 1 from import where id = :id and status in ('READING', 'CHECKING') for update")
        .param("id", id).query(Integer.class).list().size());
  }

  private static void requireGoing(long id, int rows) {
    if (rows == 0) {
      throw new Cancelled(id);
    }
  }

  private static @Nullable Long remaining(ResultSet row) throws SQLException {
    double seconds = row.getDouble("phase_seconds");
    long done = row.getLong("done");
    long left = row.getLong("total") - done;
    boolean known = row.getString("phase") != null && done > 0 && left >= 0 && seconds >= 1;
    return known ? Math.round(seconds * left / done) : null;
  }

  void fail(long id, Import.Failure failure) {
    jdbc.sql("""
        update import set status = 'FAILED', problem = cast(:problem as jsonb), done = 0, total = 0, features = 0,
               accepted = 0, blocked = 0, warned = 0, unchanged = 0, phase = null, version = version + 1
         where id = :id and status <> 'DISCARDED'
        """)
        .param("problem", json.writeValueAsString(failure)).param("id", id).update();
  }

  /**
   * Shows what was found to a person.
   *
   * @param impact whether what a commit would change is still to be reckoned
   * @throws Cancelled if the import was given up
   */
  void stage(long id, boolean impact) {
    requireGoing(id, jdbc.sql("""
        update import set status = 'STAGED', phase = :phase, phase_since = clock_timestamp(), preview = null,
               done = case when :impact then 0 else done end,
               total = case when :impact then accepted else total end, version = version + 1
         where id = :id and status = 'CHECKING'
        """).param("phase", impact ? Phase.IMPACT.name() : null).param("impact", impact).param("id", id).update());
  }

  /** @throws Cancelled if the import is no longer as it was when the reckoning began */
  void setImpactProgress(Import reckoned, long done) {
    requireReckoned(reckoned, "done = :done", Map.of("done", done));
  }

  /**
   * What a person decides on is the same before and after, and so is the version.
   *
   * @throws Cancelled as {@link #setImpactProgress}
   */
  void setPreview(Import reckoned, Impact impact) {
    requireReckoned(reckoned, "preview = cast(:preview as jsonb), phase = null, done = features, total = features",
        Map.of("preview", json.writeValueAsString(impact)));
  }

  /** Nobody will know the impact. @throws Cancelled as {@link #setImpactProgress} */
  void endImpact(Import reckoned) {
    requireReckoned(reckoned, "phase = null, done = features, total = features", Map.of());
  }

  private void requireReckoned(Import reckoned, String change, Map<String, ?> parameters) {
    requireGoing(reckoned.id(), jdbc.sql("update import set " + change + """
         where id = :id and status = 'STAGED' and phase = 'IMPACT' and version = :version
        """).params(parameters).param("id", reckoned.id()).param("version", reckoned.version()).update());
  }

  private Map<String, @Nullable Object> parametersOf(ImportRequest request) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("layer", request.layer().name());
    parameters.put("layerName", request.layerName());
    parameters.put("crs", request.crs());
    parameters.put("encoding", request.encoding());
    parameters.put("accuracy", request.accuracy());
    parameters.put("basis", request.basis());
    parameters.put("mapping", json.writeValueAsString(request.mapping()));
    parameters.put("claimant", request.claimant());
    parameters.put("ballpark", request.acceptBallpark());
    parameters.put("corrects", request.corrects());
    parameters.put("transformation", request.transformation());
    parameters.put("swapAxes", request.swapAxes());
    return parameters;
  }

  private Import read(ResultSet row, int number) throws SQLException {
    Integer srid = (Integer) row.getObject("srid");
    String problem = row.getString("problem");
    String preview = row.getString("preview");
    Timestamp decidedAt = row.getTimestamp("decided_at");
    return new Import(row.getLong("id"), ImportStatus.valueOf(row.getString("status")),
        Layer.valueOf(row.getString("layer")).parameter(), row.getString("file_name"), row.getLong("file_size"),
        new Import.Progress(row.getLong("done"), row.getLong("total")), srid == null ? null : "EPSG:" + srid,
        row.getString("encoding"), (Double) row.getObject("accuracy"),
        new Import.Counts(row.getInt("features"), row.getInt("accepted"), row.getInt("blocked"), row.getInt("warned")),
        List.of(), preview == null ? null : json.readValue(preview, Impact.class),
        problem == null ? null : json.readValue(problem, Import.Failure.class), row.getString("note"),
        json.readValue(row.getString("columns"), STRINGS), row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(), row.getString("decided_by"),
        decidedAt == null ? null : decidedAt.toInstant(), row.getInt("version"), row.getString("phase"),
        remaining(row), row.getInt("unchanged"), (Long) row.getObject("corrects"),
        List.of((Long[]) row.getArray("corrected_by").getArray()), (Long) row.getObject("transformation"));
  }
}
