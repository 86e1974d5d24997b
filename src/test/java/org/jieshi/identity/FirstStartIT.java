package org.jieshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jieshi.audit.AuditLog;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A new register has no account; who reads the log makes one. */
@EachDatabase
@AutoConfigureMockMvc
class FirstStartIT {

  @Autowired MockMvc http;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired AuditLog audit;

  @Test
  void theCodeOfTheLogMakesTheAdministratorOnce() throws Exception {
    transactions.executeWithoutResult(status -> {
      jdbc.sql("delete from user_account").update();
      audit.record("FOR_TEST", "user", "admin");
    });
    FirstAdministrator first = new FirstAdministrator(users, "", "http://127.0.0.1:8080");
    String code = codeOf(first);
    assertThat(users.none()).isTrue();
    http.perform(get("/api/about")).andExpect(jsonPath("$.setup").value(true));
    http.perform(get("/api/me").with(httpBasic("admin", "huashan-admin"))).andExpect(status().isUnauthorized());

    SetupController desk = new SetupController(first, new SignInBrake(jdbc));
    MockMvc setup = MockMvcBuilders.standaloneSetup(desk)
        .setControllerAdvice(new Refusals()).build();
    setUp(setup, "guess", "four stones by the river").andExpect(status().isForbidden());
    setUp(setup, code, "short").andExpect(status().is(422));
    setUp(setup, code, "four stones by the river").andExpect(status().isCreated());
    setUp(setup, code, "four stones by the river").andExpect(status().isForbidden());

    http.perform(get("/api/users").with(httpBasic("keeper", "four stones by the river"))).andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(1)).andExpect(jsonPath("$[0].role").value("ADMINISTRATOR"));
    http.perform(get("/api/about")).andExpect(jsonPath("$.setup").value(false));
    http.perform(post("/api/setup").with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content(body("guess", "four stones by the river"))).andExpect(status().isForbidden());
  }

  @RestControllerAdvice
  static class Refusals {
    @ExceptionHandler
    ResponseEntity<Void> refusal(ProblemException refusal) {
      return ResponseEntity.status(refusal.problem().code().status()).build();
    }
  }

  private static ResultActions setUp(MockMvc setup, String code, String password) throws Exception {
    return setup.perform(post("/api/setup").contentType(MediaType.APPLICATION_JSON).content(body(code, password)));
  }

  private static String body(String code, String password) {
    return "{\"code\": \"%s\", \"username\": \"keeper\", \"displayName\": \"管理员\", \"password\": \"%s\"}"
        .formatted(code, password);
  }

  /** As an operator reads it. */
  private static String codeOf(FirstAdministrator first) {
    Logger log = (Logger) LoggerFactory.getLogger(FirstAdministrator.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      first.run(new DefaultApplicationArguments());
    } finally {
      log.detachAppender(lines);
    }
    assertThat(lines.list).hasSize(1);
    return lines.list.get(0).getFormattedMessage().replaceAll("(?s).* the code (\\S+) .*", "$1");
  }
}
