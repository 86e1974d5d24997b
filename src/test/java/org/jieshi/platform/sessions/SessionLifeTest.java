package org.jieshi.platform.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class SessionLifeTest {

  /** However busy it is. */
  @Test
  void aSessionEndsWhenItIsOldEnough() throws Exception {
    MockHttpSession session = new MockHttpSession();
    Instant begun = Instant.ofEpochMilli(session.getCreationTime());

    pass(session, begun.plus(Duration.ofHours(12)).minusMillis(1));
    assertThat(session.isInvalid()).isFalse();
    pass(session, begun.plus(Duration.ofHours(12)));
    assertThat(session.isInvalid()).isTrue();
  }

  private static void pass(MockHttpSession session, Instant now) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    new SessionLife(new WebSessions(JdbcClient.create(new DriverManagerDataSource()), Duration.ofHours(1)),
        new HttpSessionSecurityContextRepository(), Duration.ofHours(12), () -> now)
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }
}
