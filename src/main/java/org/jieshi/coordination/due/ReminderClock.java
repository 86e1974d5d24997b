package org.jieshi.coordination.due;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Looks at the office's clock and has the hour's search queued. A server does; commands beside it don't. What it finds
 * is rows in the database, so a missed look is made up by the next one.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "jieshi.reminders.enabled", matchIfMissing = true)
class ReminderClock {

  private static final Logger LOG = LoggerFactory.getLogger(ReminderClock.class);

  private final ReminderSearches searches;

  ReminderClock(ReminderSearches searches) {
    this.searches = searches;
  }

  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
  void look() {
    try {
      searches.queueHour();
    } catch (DataAccessException | TransactionException unreachable) {
      LOG.warn("The search for what is due waits for the database: {}", unreachable.getMessage());
    }
  }
}
