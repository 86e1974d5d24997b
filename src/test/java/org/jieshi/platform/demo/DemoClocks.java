package org.jieshi.platform.demo;

import java.time.LocalDate;
import org.jieshi.audit.AuditLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo farm's clock in a program that is not the demo. */
@Component
public class DemoClocks {

  private final JdbcClient jdbc;
  private final ObjectProvider<AuditLog> audit;
  private final TransactionTemplate transaction;

  DemoClocks(JdbcClient jdbc, ObjectProvider<AuditLog> audit, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.transaction = transaction;
  }

  public void move(LocalDate from, LocalDate to) {
    DemoClock clock = new DemoClock(jdbc, audit, from);
    transaction.executeWithoutResult(status -> clock.moveTo(to));
  }
}
