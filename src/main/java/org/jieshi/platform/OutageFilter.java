package org.jieshi.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jieshi.store.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** An outage before any controller is reached, in looking up the session or the account, is told like any other. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutageFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

  private final ProblemWriter problems;

  OutageFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException failure) {
      Outage outage = Outage.of(failure).orElse(null);
      if (outage == null || response.isCommitted()) {
        throw failure;
      }
      LOG.warn("{}: {}", outage, failure.getMessage());
      response.reset();
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Outage.RETRY_AFTER));
      problems.write(response, outage.problem());
    }
  }
}
