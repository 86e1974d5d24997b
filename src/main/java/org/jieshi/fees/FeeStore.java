package org.jieshi.fees;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jieshi.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tariffs and settlements in the database. */
@Repository
class FeeStore {

  private final JdbcClient jdbc;

  FeeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every rate for the class of land, scenarios too, the latest tariff first. */
  List<Tariff> rates(LandClass landClass) {
    return jdbc.sql("""
        select t.code, t.valid_from, least(t.valid_to, e.last_day) as valid_to, t.scenario, t.status, t.status_zh,
          t.source, t.uncertain, r.*
        from tariff t join tariff_rate r on r.tariff = t.code left join tariff_end e on e.tariff = t.code
        where r.land_class = :landClass order by t.valid_from desc, t.code
        """).param("landClass", landClass.name()).query(FeeStore::rate).list();
  }

  Optional<Settlement> findSettlement(String subject) {
    return jdbc.sql("select * from fee_settlement where subject = :subject and current").param("subject", subject)
        .query(FeeStore::settlement).optional();
  }

  void insert(String subject, Settlement settlement, Instant at) {
    jdbc.sql("""
        insert into fee_settlement (subject, current, kind, tariff, source, area, land_class, disputed, copies, amount,
          receipt_number, exemption_reason, exemption_document, settled_on, recorded_by, recorded_at)
        values (:subject, true, :kind, :tariff, :source, :area, :landClass, :disputed, :copies, :amount,
          :receipt, :reason, :document, :settledOn, :recordedBy, :at)
        """)
        .param("subject", subject).param("kind", settlement.kind().name()).param("tariff", settlement.tariff())
        .param("source", settlement.source()).param("area", settlement.area())
        .param("landClass", settlement.landClass().name()).param("disputed", settlement.disputed())
        .param("copies", settlement.copies()).param("amount", settlement.amount())
        .param("receipt", settlement.receiptNumber()).param("reason", settlement.exemptionReason())
        .param("document", settlement.exemptionDocument()).param("settledOn", settlement.settledOn())
        .param("recordedBy", settlement.recordedBy()).param("at", Timestamp.from(at))
        .update();
  }

  List<Refund> refunds(String subject) {
    return jdbc.sql("select * from fee_refund where subject = :subject order by id").param("subject", subject)
        .query((row, number) -> new Refund(row.getBigDecimal("amount"), row.getString("reason"),
            row.getString("document"), row.getString("receipt_number"), row.getObject("refunded_on", LocalDate.class),
            row.getString("recorded_by"))).list();
  }

  void insertRefund(String subject, Refund refund, Instant at) {
    jdbc.sql("""
        insert into fee_refund (subject, amount, reason, document, receipt_number, refunded_on, recorded_by, recorded_at)
        values (:subject, :amount, :reason, :document, :receipt, :refundedOn, :recordedBy, :at)
        """)
        .param("subject", subject).param("amount", refund.amount()).param("reason", refund.reason())
        .param("document", refund.document()).param("receipt", refund.receiptNumber())
        .param("refundedOn", refund.refundedOn()).param("recordedBy", refund.recordedBy())
        .param("at", Timestamp.from(at)).update();
  }

  /** Keeps an earlier settlement as history, so that another can take its place. */
  void retire(String subject) {
    jdbc.sql("update fee_settlement set current = false where subject = :subject and current")
        .param("subject", subject).update();
  }

  private static Tariff rate(ResultSet row, int number) throws SQLException {
    return new Tariff(row.getString("code"), row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class), row.getBoolean("scenario"),
        new Bilingual(row.getString("status"), row.getString("status_zh")), row.getString("source"),
        row.getBoolean("uncertain"), LandClass.valueOf(row.getString("land_class")),
        row.getObject("disputed", Boolean.class), FeeBasis.valueOf(row.getString("basis")), row.getBigDecimal("rate"),
        row.getBigDecimal("copy_rate"), row.getBigDecimal("cap"), row.getString("note"));
  }

  private static Settlement settlement(ResultSet row, int number) throws SQLException {
    return new Settlement(Settlement.Kind.valueOf(row.getString("kind")), row.getBigDecimal("amount"),
        row.getBigDecimal("area"), LandClass.valueOf(row.getString("land_class")), row.getBoolean("disputed"),
        row.getInt("copies"), row.getString("tariff"), row.getString("source"), row.getString("receipt_number"),
        row.getString("exemption_reason"), row.getString("exemption_document"),
        row.getObject("settled_on", LocalDate.class), row.getString("recorded_by"));
  }
}
