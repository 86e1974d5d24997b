package org.jieshi.registration.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jieshi.registration.batch.Batch.Item;
import org.jieshi.registration.batch.Batch.ItemStatus;
import org.jieshi.registration.batch.Batch.Refusal;
import org.jieshi.registration.batch.Batch.Status;
import org.jieshi.registration.batch.BatchWork.Outcome;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches and their items in the database. */
@Repository
class BatchStore {

  private static final String HEAD = """
      select b.*,
        (select count(*) from registration_batch_item i where i.batch_id = b.id and i.status = 'DONE') as done,
        (select count(*) from registration_batch_item i where i.batch_id = b.id and i.status = 'REFUSED') as refused
      from registration_batch b
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final JsonMapper json;

  BatchStore(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
  }

  /** The caller's transaction writes the audit entry. */
  void insert(String id, String step, JsonNode body, List<String> keys, String person, Instant at,
      @Nullable String idempotencyKey) {
    jdbc.sql("""
        insert into registration_batch (id, step, body, total, status, requested_by, requested_at, idempotency_key)
        values (:id, :step, cast(:body as jsonb), :total, 'QUEUED', :person, :at, :key)
        """)
        .param("id", id).param("step", step).param("body", body.toString()).param("total", keys.size())
        .param("person", person).param("at", Timestamp.from(at)).param("key", idempotencyKey).update();
    template.batchUpdate("insert into registration_batch_item (batch_id, place, item_key) values (?, ?, ?)",
        IntStream.range(0, keys.size()).mapToObj(place -> new Object[] {id, place + 1, keys.get(place)}).toList());
  }

  Batch get(String id) {
    return jdbc.sql(HEAD + "where b.id = :id").param("id", id).query(BatchStore::head).optional()
        .orElseThrow(() -> ProblemException.notFound("batch", "批量任务", id));
  }

  Optional<Batch> findByIdempotencyKey(String person, String key) {
    return jdbc.sql(HEAD + "where b.requested_by = :person and b.idempotency_key = :key").param("person", person)
        .param("key", key).query(BatchStore::head).optional();
  }

  JsonNode body(String id) {
    return json.readTree(jdbc.sql("select body from registration_batch where id = :id").param("id", id)
        .query(String.class).single());
  }

  /** The latest first. */
  Page<Batch> page(int page, int size) {
    List<Batch> items = jdbc.sql(HEAD + "order by b.requested_at desc, b.id desc limit :size offset :offset")
        .param("size", size).param("offset", Page.offset(page, size)).query(BatchStore::head).list();
    long total = jdbc.sql("select count(*) from registration_batch").query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  /** In the order they were given in; what was refused can be asked for alone. */
  Page<Item> items(String id, @Nullable ItemStatus status, int page, int size) {
    String where = " from registration_batch_item where batch_id = :id"
        + " and (cast(:status as text) is null or status = :status) ";
    String wanted = status == null ? null : status.name();
    List<Item> items = jdbc.sql("select *" + where + "order by place limit :size offset :offset").param("id", id)
        .param("status", wanted).param("size", size).param("offset", Page.offset(page, size)).query(this::item).list();
    long total = jdbc.sql("select count(*)" + where).param("id", id).param("status", wanted).query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  /** Audited: the caller's transaction writes the entry. */
  void setStatus(String id, Status status, @Nullable Instant finishedAt, @Nullable String fault) {
    jdbc.sql("update registration_batch set status = :status, finished_at = :at, fault = :fault where id = :id")
        .param("status", status.name()).param("at", finishedAt == null ? null : Timestamp.from(finishedAt))
        .param("fault", fault).param("id", id).update();
  }

  Status lockStatus(String id) {
    return Status.valueOf(jdbc.sql("select status from registration_batch where id = :id for update").param("id", id)
        .query(String.class).single());
  }

  /** The first that nothing became of yet. */
  Optional<Item> nextPending(String id) {
    return jdbc.sql("""
        select * from registration_batch_item where batch_id = :id and status = 'PENDING' order by place limit 1
        """).param("id", id).query(this::item).optional();
  }

  /** Holds the item until the transaction ends; false if another worker has seen to it. */
  boolean claim(String id, int place) {
    return jdbc.sql("""
        select status = 'PENDING' from registration_batch_item where batch_id = :id and place = :place for update
        """).param("id", id).param("place", place).query(Boolean.class).single();
  }

  void markDone(String id, int place, Outcome outcome, Instant at) {
    jdbc.sql("""
        update registration_batch_item set status = 'DONE', application_id = :application, state = :state,
          certificate = :certificate, done_at = :at
        where batch_id = :id and place = :place
        """).param("application", outcome.applicationId()).param("state", outcome.state())
        .param("certificate", outcome.certificate()).param("at", Timestamp.from(at)).param("id", id)
        .param("place", place).update();
  }

  void markRefused(String id, int place, Refusal refusal, Instant at) {
    jdbc.sql("""
        update registration_batch_item set status = 'REFUSED', refusal = cast(:refusal as jsonb), done_at = :at
        where batch_id = :id and place = :place and status = 'PENDING'
        """).param("refusal", json.writeValueAsString(refusal)).param("at", Timestamp.from(at)).param("id", id)
        .param("place", place).update();
  }

  private static Batch head(ResultSet row, int number) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new Batch(row.getString("id"), row.getString("step"), Status.valueOf(row.getString("status")),
        row.getInt("total"), row.getInt("done"), row.getInt("refused"), row.getString("requested_by"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(), row.getString("fault"));
  }

  private Item item(ResultSet row, int number) throws SQLException {
    String kept = row.getString("refusal");
    Refusal refusal = kept == null ? null : json.readValue(kept, Refusal.class);
    return new Item(row.getInt("place"), row.getString("item_key"), ItemStatus.valueOf(row.getString("status")),
        row.getString("application_id"), row.getString("state"), row.getString("certificate"),
        refusal == null ? null : refusal.code(), refusal == null ? null : refusal.detail(),
        refusal == null ? null : refusal.detailZh(), refusal == null ? List.of() : refusal.unmet());
  }
}
