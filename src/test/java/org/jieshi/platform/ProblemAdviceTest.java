package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAdviceTest {

  @RestController
  static class Services {

    @GetMapping("/api/things/{name}/{code}")
    void refuse(@PathVariable String name, @PathVariable ProblemCode code) {
      throw Problem.of(code, "No, " + name, "不，" + name).about(name).asException();
    }
  }

  private final MockMvc http = MockMvcBuilders.standaloneSetup(new Services())
      .setControllerAdvice(new ProblemAdvice(new LastChange(null))).build();

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void whatServicesRefuseToSomebodyIsInTheLogByAccountAndPatternOnly(CapturedOutput output) throws Exception {
    SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("approver.t", null, "APPROVER"));
    http.perform(get("/api/things/tianheiluhua/FORBIDDEN")).andExpect(status().isForbidden());
    http.perform(get("/api/things/tianheiluhua/NOT_FOUND")).andExpect(status().isNotFound());

    assertThat(output.getAll().lines().filter(line -> line.contains("Refused to"))).singleElement().asString()
        .endsWith("Refused to approver.t: GET /api/things/{name}/{code} (FORBIDDEN)");
    assertThat(output.getAll()).doesNotContain("tianheiluhua");
  }

  @Test
  void whoIsNobodyIsNotNamed(CapturedOutput output) throws Exception {
    http.perform(get("/api/things/x/FORBIDDEN")).andExpect(status().isForbidden());
    assertThat(output.getAll()).doesNotContain("Refused to");
  }
}
