package org.jieshi.audit;

import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The verifier without the program around it. */
public final class Verified {

  private Verified() {}

  public static AuditVerifier in(DataSource database) {
    return new AuditVerifier(new JdbcTemplate(database), new AuditTrail(JdbcClient.create(database), database),
        new StaticListableBeanFactory().getBeanProvider(HeadWitness.class));
  }
}
