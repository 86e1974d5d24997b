package org.jieshi.audit.proof;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Has the head of the chain signed once a day. A server does; commands beside it don't. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "jieshi.audit.daily", matchIfMissing = true)
class HeadClock {

  private static final Logger LOG = LoggerFactory.getLogger(HeadClock.class);

  private final SignedHeads heads;

  HeadClock(SignedHeads heads) {
    this.heads = heads;
  }

  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
  void look() {
    try {
      heads.signToday();
      heads.writeFiles();
    } catch (IOException unwritable) {
      LOG.warn("Today's head of the audit chain could not be signed: {}", unwritable.toString());
    } catch (DataAccessException | TransactionException unreachable) {
      LOG.warn("The signature of the audit chain's head waits for the database: {}", unreachable.getMessage());
    }
  }
}
