package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.TreeSet;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who reaches what before anything else is asked. */
@EachDatabase
@AutoConfigureMockMvc
class AccessIT {

  /** Everything that answers without a sign-in, and nothing else. */
  private static final Set<String> PUBLIC = Set.of("GET /", "GET /index.html", "GET /api/about", "GET /api/session",
      "POST /api/session", "DELETE /api/session", "GET /api/notices", "GET /api/notices/{id}",
      "GET /api/notices/print", "POST /api/notices/{id}/objections", "POST /api/notices/answers",
      "POST /api/notices/evidence", "GET /verify/{token}", "POST /verify/file", "POST /verify/figures",
      "GET /openapi.json");

  @Autowired MockMvc mvc;
  @Autowired Users users;
  @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

  @Test
  void withoutASignInNothingAnswersButWhatIsListed() throws Exception {
    Set<String> open = new TreeSet<>();
    for (var mapping : mappings.getHandlerMethods().keySet()) {
      Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
      for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.values()) : methods) {
        for (String pattern : mapping.getPatternValues()) {
          int status = mvc.perform(request(HttpMethod.valueOf(method.name()), pattern.replaceAll("\\{[^}]*}", "1"))
              .with(SecurityMockMvcRequestPostProcessors.csrf()))
              .andReturn().getResponse().getStatus();
          if (status != 401) {
            open.add(method + " " + pattern);
          }
        }
      }
    }
    open.removeIf(mapping -> mapping.endsWith(" /error"));
    assertThat(open).isSubsetOf(PUBLIC);
  }

  @Test
  void aBrowserNeedsTheTokenOfItsPageAScriptDoesNot() throws Exception {
    String name = "u" + System.nanoTime();
    users.add(name, "管理者", Role.MANAGER, null, "long enough");

    mvc.perform(post("/api/audit/verify").with(SecurityMockMvcRequestPostProcessors.user(name).roles("MANAGER")))
        .andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("FORBIDDEN"));
    mvc.perform(post("/api/audit/verify").with(SecurityMockMvcRequestPostProcessors.httpBasic(name, "long enough")))
        .andExpect(status().isOk()).andExpect(jsonPath("$.intact").value(true));
  }

  @Test
  void aWrongPasswordIsNeverAnsweredWithAChallengeThatBrowsersRemember() throws Exception {
    mvc.perform(get("/api/me").with(SecurityMockMvcRequestPostProcessors.httpBasic("admin", "wrong")))
        .andExpect(status().isUnauthorized()).andExpect(header().doesNotExist("WWW-Authenticate"))
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detailZh").value("用户名或密码错误。"));
  }

  @Test
  void aLockedAccountIsNoAccount() throws Exception {
    String name = "u" + System.nanoTime();
    users.add(name, "测绘员", Role.SURVEYOR, null, "long enough");
    users.setEnabled(name, false);

    mvc.perform(get("/api/me").with(SecurityMockMvcRequestPostProcessors.httpBasic(name, "long enough")))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void theAuditIsForThoseWhoAnswerForIt() throws Exception {
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase() + System.nanoTime();
      users.add(name, role.title().zh(), role, null, "long enough");
      boolean may = Set.of(Role.ADMINISTRATOR, Role.MANAGER, Role.APPROVER).contains(role);

      mvc.perform(get("/api/audit/head").with(SecurityMockMvcRequestPostProcessors.httpBasic(name, "long enough")))
          .andExpect(status().is(may ? 200 : 403));
    }
  }

  @Test
  void anUnknownAddressIsRefusedInOneSentence() throws Exception {
    mvc.perform(get("/api/nothing").with(SecurityMockMvcRequestPostProcessors.httpBasic("admin", "x")))
        .andExpect(status().isUnauthorized());
    mvc.perform(get("/etc/passwd")).andExpect(status().isUnauthorized());
  }
}
