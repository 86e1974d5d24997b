package org.jieshi.coordination.village;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the villages' statements. */
@Repository
class StatementStore {

  private final JdbcClient jdbc;

  StatementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many came by a link on a day. */
  int countOf(long link, LocalDate day) {
    return jdbc.sql("select count(*) from village_statement where link_id = :link and lodged_on = :day")
        .param("link", link).param("day", day).query(Integer.class).single();
  }

  void insert(String id, String receipt, VillageGate.Guest guest, String claim, VillageStatements.New statement,
      Instant at, LocalDate today) {
    jdbc.sql("""
        insert into village_statement (id, receipt, link_id, claimant, kind, claim_code, conflict_id, person, contact,
          body, lodged_at, lodged_on, status)
        values (:id, :receipt, :link, :claimant, :kind, :claim, :conflict, :person, :contact, :body, :at, :today,
          'OPEN')
        """).param("id", id).param("receipt", receipt).param("link", guest.linkId())
        .param("claimant", guest.claimant()).param("kind", statement.kind().name()).param("claim", claim)
        .param("conflict", statement.conflict()).param("person", statement.person())
        .param("contact", statement.contact()).param("body", statement.body())
        .param("at", Timestamp.from(at)).param("today", today).update();
  }

  /** False if it is answered already. */
  boolean answer(String id, String answer, String by, LocalDate today) {
    return jdbc.sql("""
        update village_statement set status = 'ANSWERED', answer = :answer, answered_by = :by, answered_on = :today
        where id = :id and status = 'OPEN'
        """).param("answer", answer).param("by", by).param("today", today).param("id", id).update() == 1;
  }

  /** Open ones first, the oldest at the top. */
  Page<VillageStatement> page(VillageStatement.@Nullable Status status, int page, int size) {
    String where = " where (cast(:status as text) is null or status = :status) ";
    String wanted = status == null ? null : status.name();
    List<VillageStatement> items = jdbc.sql("select * from village_statement" + where
            + "order by status = 'ANSWERED', lodged_at, id limit :size offset :offset").param("status", wanted)
        .param("size", size).param("offset", Page.offset(page, size)).query(this::read).list();
    long total = jdbc.sql("select count(*) from village_statement" + where).param("status", wanted).query(Long.class)
        .single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  List<VillageStatement> open() {
    return jdbc.sql("select * from village_statement where status = 'OPEN' order by lodged_at, id").query(this::read)
        .list();
  }

  List<VillageStatement> of(String claimant) {
    return jdbc.sql("select * from village_statement where claimant = :claimant order by lodged_at desc, id desc")
        .param("claimant", claimant).query(this::read).list();
  }

  Optional<VillageStatement> find(String id) {
    return jdbc.sql("select * from village_statement where id = :id").param("id", id).query(this::read).optional();
  }

  private VillageStatement read(ResultSet row, int number) throws SQLException {
    return new VillageStatement(row.getString("id"), row.getString("receipt"), row.getString("claimant"),
        VillageStatement.Kind.valueOf(row.getString("kind")), row.getString("claim_code"),
        row.getObject("conflict_id", Long.class), row.getString("person"), row.getString("contact"),
        row.getString("body"), row.getObject("lodged_at", OffsetDateTime.class).toInstant(),
        row.getObject("lodged_on", LocalDate.class), VillageStatement.Status.valueOf(row.getString("status")),
        row.getString("answer"), row.getObject("answered_on", LocalDate.class));
  }
}
