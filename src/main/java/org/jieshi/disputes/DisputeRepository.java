package org.jieshi.disputes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the cases themselves. */
@Repository
class DisputeRepository {

  private static final String DATES = Arrays.stream(Milestone.values()).map(Milestone::column)
      .collect(Collectors.joining(", "));

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DisputeRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The next number of the year. The row's lock makes others wait until this transaction is decided: no gaps. */
  CaseNumber nextNumber(int year) {
    return new CaseNumber(year, jdbc.sql("""
        insert into dispute_number (year, last) values (:year, 1)
        on conflict (year) do update set last = dispute_number.last + 1
        returning last
        """).param("year", year).query(Integer.class).single());
  }

  void insert(Dispute dispute, Box bounds, Collection<DisputedUnit> units, Collection<Long> conflicts) {
    jdbc.sql("""
        insert into dispute (id, number, title, track, triage_reason, triage_reason_zh, triage_note, triage_documents,
          stage, level, result, bounds, opened_by, opened_at, %s)
        values (:id, :number, :title, :track, :triageReason, :triageReasonZh, :triageNote,
          cast(:triageDocuments as jsonb), :stage, :level, :result,
          cast(:bounds as box), :openedBy, :openedAt, %s)
        """.formatted(DATES, DATES.replaceAll("(\\w+)", ":$1")))
        .param("id", dispute.id()).param("number", dispute.number()).param("title", dispute.title())
        .param("track", dispute.track().name()).param("triageReason", dispute.triage().reason().en())
        .param("triageReasonZh", dispute.triage().reason().zh()).param("triageNote", dispute.triage().note())
        .param("triageDocuments", json.writeValueAsString(dispute.triage().documents()))
        .param("bounds", bounds.literal()).param("openedBy", dispute.openedBy())
        .param("openedAt", Timestamp.from(dispute.openedAt())).params(standing(dispute))
        .update();
    int seq = 0;
    for (Party party : dispute.parties()) {
      jdbc.sql("""
          insert into dispute_party (dispute_id, seq, side, name, units, party_kind)
          values (:id, :seq, :side, :name, :units, :kind)
          """).param("id", dispute.id()).param("seq", ++seq).param("side", party.side().name())
          .param("name", party.name()).param("units", String.join(",", party.units()))
          .param("kind", name(party.kind())).update();
    }
    units.forEach(unit -> jdbc.sql("""
        insert into dispute_unit (dispute_id, unit_id, version, kind, code, status_before)
        values (:id, :unit, :version, :kind, :code, :statusBefore)
        """).param("id", dispute.id()).param("unit", unit.ref().id()).param("version", unit.ref().version())
        .param("kind", unit.ref().kind().name()).param("code", unit.ref().code())
        .param("statusBefore", unit.statusBefore().name()).update());
    conflicts.forEach(conflict -> jdbc.sql("""
        insert into dispute_conflict (dispute_id, conflict_id, open) values (:id, :conflict, :open)
        """).param("id", dispute.id()).param("conflict", conflict).param("open", dispute.stage().open()).update());
    replaceHandlers(dispute);
  }

  /** Locks the case, so that nobody else acts on it until this transaction is decided. */
  Dispute lock(String id) {
    jdbc.sql("select id from dispute where id = :id for update").param("id", id).query(String.class).optional()
        .orElseThrow(() -> ProblemException.notFound("dispute case", "争议案件", id));
    return find(id).orElseThrow();
  }

  Optional<Dispute> find(String id) {
    return jdbc.sql("select * from dispute where id = :id").param("id", id)
        .query((row, number) -> DisputeRows.dispute(row, parties(id), handlers(id), recusals(id), documents(row)))
        .optional();
  }

  void update(Dispute dispute) {
    int changed = jdbc.sql("""
        update dispute set stage = :stage, level = :level, result = :result, %s, revision = revision + 1
        where id = :id and revision = :revision
        """.formatted(DATES.replaceAll("(\\w+)", "$1 = :$1")))
        .param("id", dispute.id()).param("revision", dispute.revision()).params(standing(dispute)).update();
    if (changed != 1) {
      throw ProblemException.stale(dispute.number());
    }
    jdbc.sql("update dispute_conflict set open = :open where dispute_id = :id and open <> :open")
        .param("open", dispute.stage().open()).param("id", dispute.id()).update();
    dispute.parties().forEach(party -> jdbc.sql("""
        update dispute_party set party_kind = :kind, units = :units
        where dispute_id = :id and name = :name and (party_kind is distinct from :kind or units <> :units)
        """).param("kind", name(party.kind()), Types.VARCHAR).param("units", String.join(",", party.units()))
        .param("id", dispute.id()).param("name", party.name()).update());
    if (!handlers(dispute.id()).equals(List.copyOf(dispute.handlers()))) {
      jdbc.sql("delete from dispute_handler where dispute_id = :id").param("id", dispute.id()).update();
      replaceHandlers(dispute);
    }
  }

  /**
   * Units whose land is in dispute: of a split parcel the parked face, not the remainder; of a won face its new number.
   */
  List<DisputedUnit> unparkedUnits(String id) {
    return jdbc.sql("""
        select * from dispute_unit where dispute_id = :id and parked_as is null
          and renumbered_as is null order by kind desc, code
        """).param("id", id).query(DisputeRows.UNIT).list();
  }

  void addRecusal(String id, Recusal recusal) {
    jdbc.sql("""
        insert into dispute_recusal (dispute_id, username, reason, asked_by, replacement, recused_on)
        values (:id, :handler, :reason, :askedBy, :replacement, :on)
        """).param("id", id).param("handler", recusal.handler()).param("reason", recusal.reason())
        .param("askedBy", recusal.askedBy()).param("replacement", recusal.replacement()).param("on", recusal.on())
        .update();
  }

  List<Recusal> recusals(String id) {
    return jdbc.sql("select * from dispute_recusal where dispute_id = :id order by recused_on, username")
        .param("id", id).query(DisputeRows.RECUSAL).list();
  }

  private List<String> documents(ResultSet row) throws SQLException {
    @Nullable String documents = row.getString("triage_documents");
    return documents == null ? List.of() : json.readValue(documents, new TypeReference<List<String>>() {});
  }

  void addEvent(Dispute dispute, String action, Instant at, LocalDate on, String actor, @Nullable String note,
      Map<String, ?> detail) {
    jdbc.sql("""
        insert into dispute_event (dispute_id, seq, at, happened_on, action, stage, level, actor, note, detail)
        select :id, coalesce(max(seq), 0) + 1, :at, :on, :action, :stage, :level, :actor, :note, cast(:detail as jsonb)
        from dispute_event where dispute_id = :id
        """)
        .param("id", dispute.id()).param("at", Timestamp.from(at)).param("on", on).param("action", action)
        .param("stage", dispute.stage().name()).param("level", name(dispute.level())).param("actor", actor)
        .param("note", note).param("detail", json.writeValueAsString(detail)).update();
  }

  void addSettlement(String id, Settlement settlement) {
    jdbc.sql("""
        insert into dispute_settlement (dispute_id, seq, kind, outcome, proposal, document_number, dated_on,
          authority, seal, body, signatures, handlers, changes)
        select :id, coalesce(max(seq), 0) + 1, :kind, :outcome, :proposal, :document, :on, :authority, :seal, :body,
          cast(:signatures as jsonb), cast(:handlers as jsonb), cast(:changes as jsonb)
        from dispute_settlement where dispute_id = :id
        """)
        .param("id", id).param("kind", settlement.kind().name()).param("outcome", settlement.outcome().name())
        .param("proposal", settlement.proposal())
        .param("document", settlement.documentNumber()).param("on", settlement.datedOn())
        .param("authority", settlement.authority()).param("seal", settlement.seal())
        .param("body", settlement.text()).param("signatures", json.writeValueAsString(settlement.signatures()))
        .param("handlers", json.writeValueAsString(settlement.handlers()))
        .param("changes", json.writeValueAsString(settlement.changes())).update();
  }

  boolean isUsed(Settlement.Kind kind, @Nullable String authority, String documentNumber) {
    return jdbc.sql("""
        select exists (select 1 from dispute_settlement
          where kind = :kind and coalesce(authority, '') = coalesce(cast(:authority as text), '')
            and document_number = :document)
        """).param("kind", kind.name()).param("authority", authority).param("document", documentNumber)
        .query(Boolean.class).single();
  }

  List<DisputedUnit> units(String id) {
    return jdbc.sql("select * from dispute_unit where dispute_id = :id order by kind desc, code").param("id", id)
        .query(DisputeRows.UNIT).list();
  }

  List<Long> conflicts(String id) {
    return jdbc.sql("select conflict_id from dispute_conflict where dispute_id = :id order by conflict_id")
        .param("id", id).query(Long.class).list();
  }

  /** The status a parcel had before the first of the open cases that hold it, other than this one. */
  Optional<String> statusBeforeOtherCases(String id, String parcelCode) {
    return jdbc.sql("""
        select u.status_before from dispute_unit u join dispute d on d.id = u.dispute_id
        where u.kind = 'PARCEL' and u.code = :code and d.id <> :id and d.stage in (:open) and d.track in (:contesting)
          and u.parked_as is null
        order by d.opened_at, d.id limit 1
        """).param("code", parcelCode).param("id", id).param("open", Disputes.OPEN)
        .param("contesting", Disputes.CONTESTING).query(String.class).optional();
  }

  private List<Party> parties(String id) {
    return jdbc.sql("select * from dispute_party where dispute_id = :id order by seq").param("id", id)
        .query(DisputeRows.PARTY).list();
  }

  private List<String> handlers(String id) {
    return jdbc.sql("select username from dispute_handler where dispute_id = :id order by username collate \"C\"")
        .param("id", id).query(String.class).list();
  }

  private void replaceHandlers(Dispute dispute) {
    dispute.handlers().forEach(username -> jdbc.sql("""
        insert into dispute_handler (dispute_id, username) values (:id, :username)
        """).param("id", dispute.id()).param("username", username).update());
  }

  private static Map<String, @Nullable Object> standing(Dispute dispute) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("stage", dispute.stage().name());
    values.put("level", name(dispute.level()));
    values.put("result", name(dispute.result()));
    Map<Milestone, LocalDate> dates = new EnumMap<>(Milestone.class);
    dates.putAll(dispute.dates());
    for (Milestone milestone : Milestone.values()) {
      values.put(milestone.column(), dates.get(milestone));
    }
    return values;
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
