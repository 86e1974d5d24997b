package org.jieshi.disputes.proposal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jieshi.disputes.line.Transfer;
import org.jieshi.geometry.Areas;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the proposals. Callers' transactions write the audit entries. */
@Repository
class ProposalRepository {

  private final JdbcClient jdbc;

  ProposalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int nextNumber(String caseId) {
    return jdbc.sql("select coalesce(max(seq), 0) + 1 from dispute_proposal where dispute_id = :id").param("id", caseId)
        .query(Integer.class).single();
  }

  void insert(Proposal proposal) {
    jdbc.sql("""
        insert into dispute_proposal (dispute_id, seq, kind, title, by_party, method, line, srid, compensation, payer,
          note, drop_slivers, chosen, entered_by, entered_at)
        values (:id, :seq, :kind, :title, :party, :method, cast(:line as geometry), :srid, :compensation, :payer,
          :note, :slivers, false, :by, :at)
        """).param("id", proposal.caseId()).param("seq", proposal.number()).param("kind", proposal.kind().name())
        .param("title", proposal.title()).param("party", proposal.party()).param("method", proposal.method().name())
        .param("line", proposal.line() == null ? null : GeometryCodec.write(proposal.line()), Types.BINARY)
        .param("srid", proposal.srid()).param("compensation", proposal.compensation(), Types.NUMERIC)
        .param("payer", proposal.payer()).param("note", proposal.note()).param("slivers", proposal.dropSlivers())
        .param("by", proposal.enteredBy()).param("at", Timestamp.from(proposal.enteredAt())).update();
    int seq = 0;
    for (Transfer transfer : proposal.transfers()) {
      jdbc.sql("""
          insert into dispute_transfer (dispute_id, proposal, seq, from_unit, from_version, to_unit, to_version,
            conflict_id, land, srid, area)
          values (:id, :proposal, :seq, :from, :fromVersion, :to, :toVersion, :conflict, cast(:land as geometry), :srid,
            :area)
          """).param("id", proposal.caseId()).param("proposal", proposal.number()).param("seq", ++seq)
          .param("from", transfer.from().id()).param("fromVersion", transfer.from().version())
          .param("to", transfer.to().id()).param("toVersion", transfer.to().version())
          .param("conflict", transfer.conflict(), Types.BIGINT).param("land", GeometryCodec.write(transfer.land()))
          .param("srid", transfer.land().getSRID()).param("area", Areas.planeArea(transfer.land())).update();
    }
    proposal.effects().forEach(effect -> jdbc.sql("""
        insert into dispute_proposal_effect (dispute_id, proposal, unit_id, version, party, area_before, area_after)
        values (:id, :proposal, :unit, :version, :party, :before, :after)
        """).param("id", proposal.caseId()).param("proposal", proposal.number()).param("unit", effect.unit().id())
        .param("version", effect.unit().version()).param("party", effect.party()).param("before", effect.before())
        .param("after", effect.after()).update());
  }

  void choose(String caseId, int number) {
    jdbc.sql("update dispute_proposal set chosen = false where dispute_id = :id and chosen").param("id", caseId)
        .update();
    jdbc.sql("update dispute_proposal set chosen = true where dispute_id = :id and seq = :seq").param("id", caseId)
        .param("seq", number).update();
  }

  Optional<Proposal> find(String caseId, int number) {
    return all(caseId).stream().filter(proposal -> proposal.number() == number).findFirst();
  }

  List<Proposal> all(String caseId) {
    return jdbc.sql("""
        select p.*, cast(p.line as bytea) as ewkb from dispute_proposal p where p.dispute_id = :id order by p.seq
        """).param("id", caseId).query((row, number) -> proposal(row)).list();
  }

  private Proposal proposal(ResultSet row) throws SQLException {
    String caseId = row.getString("dispute_id");
    int number = row.getInt("seq");
    byte @Nullable [] line = row.getBytes("ewkb");
    @Nullable BigDecimal compensation = row.getBigDecimal("compensation");
    return new Proposal(caseId, number, Proposal.Kind.valueOf(row.getString("kind")), row.getString("title"),
        row.getString("by_party"), Proposal.Method.valueOf(row.getString("method")),
        line == null ? null : (LineString) GeometryCodec.read(line), row.getInt("srid"), transfers(caseId, number),
        effects(caseId, number), compensation, row.getString("payer"), row.getString("note"),
        row.getBoolean("drop_slivers"), row.getBoolean("chosen"), row.getString("entered_by"),
        row.getObject("entered_at", OffsetDateTime.class).toInstant());
  }

  private List<Transfer> transfers(String caseId, int number) {
    return jdbc.sql("""
        select t.*, cast(t.land as bytea) as ewkb, f.kind as from_kind, f.code as from_code, u.kind as to_kind,
          u.code as to_code
        from dispute_transfer t join spatial_unit f on f.id = t.from_unit join spatial_unit u on u.id = t.to_unit
        where t.dispute_id = :id and t.proposal = :proposal order by t.seq
        """).param("id", caseId).param("proposal", number)
        .query((row, index) -> new Transfer(ref(row, "from"), ref(row, "to"), GeometryCodec.read(row.getBytes("ewkb")),
            row.getObject("conflict_id", Long.class))).list();
  }

  private List<Proposal.Effect> effects(String caseId, int number) {
    return jdbc.sql("""
        select e.*, u.kind, u.code from dispute_proposal_effect e join spatial_unit u on u.id = e.unit_id
        where e.dispute_id = :id and e.proposal = :proposal order by u.kind desc, u.code
        """).param("id", caseId).param("proposal", number)
        .query((row, index) -> new Proposal.Effect(new UnitRef(row.getLong("unit_id"),
            UnitKind.valueOf(row.getString("kind")), row.getString("code"), row.getInt("version")),
            row.getString("party"), row.getBigDecimal("area_before"), row.getBigDecimal("area_after"))).list();
  }

  private static UnitRef ref(ResultSet row, String side) throws SQLException {
    return new UnitRef(row.getLong(side + "_unit"), UnitKind.valueOf(row.getString(side + "_kind")),
        row.getString(side + "_code"), row.getInt(side + "_version"));
  }
}
