package org.jieshi.fees;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.fees.TariffView.Rate;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and ends tariffs, for the administrator; nothing that is on file is rewritten. */
@Service
class TariffDesk {

  private final JdbcClient jdbc;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  TariffDesk(JdbcClient jdbc, CurrentUser current, OfficeClock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /** All of them, the latest first. */
  @Transactional(readOnly = true)
  List<TariffView> all() {
    current.require();
    Map<String, List<Rate>> rates = new LinkedHashMap<>();
    jdbc.sql("select * from tariff_rate order by tariff, land_class, disputed nulls first").query(row -> {
      rates.computeIfAbsent(row.getString("tariff"), code -> new ArrayList<>()).add(rate(row));
    });
    return jdbc.sql("""
        select t.*, least(t.valid_to, e.last_day) as last_day from tariff t left join tariff_end e on e.tariff = t.code
        order by t.valid_from desc, t.code
        """).query((row, number) -> new TariffView(row.getString("code"), row.getObject("valid_from", LocalDate.class),
            row.getObject("last_day", LocalDate.class), row.getBoolean("scenario"), row.getString("status"),
            row.getString("status_zh"), row.getString("source"), row.getBoolean("uncertain"),
            rates.getOrDefault(row.getString("code"), List.of()), row.getString("recorded_by"))).list();
  }

  /**
   * Adds a tariff. From its first day on it takes the place of earlier ones for the classes of land it speaks of.
   *
   * @throws ProblemException {@code DUPLICATE}, {@code INVALID_FIELD}
   */
  @Transactional
  TariffView add(TariffView tariff) {
    User person = current.require(Role.ADMINISTRATOR);
    TariffRules.requireSound(tariff, all());
    Instant now = clock.now();
    int added = jdbc.sql("""
        insert into tariff (code, valid_from, valid_to, scenario, status, status_zh, source, uncertain, recorded_by,
          recorded_at)
        values (:code, :from, :to, :scenario, :status, :statusZh, :source, :uncertain, :person, :at)
        on conflict do nothing
        """)
        .param("code", tariff.code()).param("from", tariff.validFrom()).param("to", tariff.validTo())
        .param("scenario", tariff.scenario()).param("status", tariff.status()).param("statusZh", tariff.statusZh())
        .param("source", tariff.source()).param("uncertain", tariff.uncertain()).param("person", person.username())
        .param("at", Timestamp.from(now)).update();
    if (added == 0) {
      throw Problem.of(ProblemCode.DUPLICATE, "There is a tariff %s already; it is not rewritten: give the new one a code "
          .formatted(tariff.code()) + "of its own.", "收费标准 %s 已存在且不得改写，请另用编号。".formatted(tariff.code()))
          .about(tariff.code()).inField("code").asException();
    }
    tariff.rates().forEach(rate -> insert(tariff.code(), rate));
    audit.record("TARIFF_ADDED", "tariff", tariff.code(), Map.of("validFrom", tariff.validFrom().toString(), "source",
        tariff.source(), "scenario", tariff.scenario(), "rates", tariff.rates().size()));
    return get(tariff.code());
  }

  /** Ends a tariff; the day may lie in the past, where its end became known late. */
  @Transactional
  TariffView end(String code, LocalDate lastDay, String source) {
    User person = current.require(Role.ADMINISTRATOR);
    TariffView tariff = get(code);
    TariffRules.requireEnds(tariff, lastDay);
    jdbc.sql("""
        insert into tariff_end (tariff, last_day, source, recorded_by, recorded_at)
        values (:code, :lastDay, :source, :person, :at)
        """).param("code", code).param("lastDay", lastDay).param("source", source).param("person", person.username())
        .param("at", Timestamp.from(clock.now())).update();
    audit.record("TARIFF_ENDED", "tariff", code, Map.of("lastDay", lastDay.toString(), "source", source));
    return get(code);
  }

  TariffView get(String code) {
    return all().stream().filter(tariff -> tariff.code().equals(code)).findFirst()
        .orElseThrow(() -> ProblemException.notFound("tariff", "收费标准", code));
  }

  private void insert(String code, Rate rate) {
    jdbc.sql("""
        insert into tariff_rate (tariff, land_class, disputed, basis, rate, copy_rate, cap, note)
        values (:code, :landClass, :disputed, :basis, :rate, :copyRate, :cap, :note)
        """)
        .param("code", code).param("landClass", rate.landClass().name()).param("disputed", rate.disputed())
        .param("basis", rate.basis().name()).param("rate", rate.rate())
        .param("copyRate", rate.copyRate() == null ? BigDecimal.ZERO : rate.copyRate()).param("cap", rate.cap())
        .param("note", rate.note()).update();
  }

  private static Rate rate(ResultSet row) throws SQLException {
    return new Rate(LandClass.valueOf(row.getString("land_class")), row.getObject("disputed", Boolean.class),
        FeeBasis.valueOf(row.getString("basis")), row.getBigDecimal("rate"), row.getBigDecimal("copy_rate"),
        row.getBigDecimal("cap"), row.getString("note"));
  }
}
