package org.jieshi.platform;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** Signing in, and what a request needs before its address counts; which role reaches which: {@code EndpointMatrixIT}. */
@EachDatabase
@AutoConfigureMockMvc
class AccessIT {

  @Autowired MockMvc mvc;
  @Autowired Users users;

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
  void anUnknownAddressIsRefusedInOneSentence() throws Exception {
    mvc.perform(get("/api/nothing").with(SecurityMockMvcRequestPostProcessors.httpBasic("admin", "x")))
        .andExpect(status().isUnauthorized());
    mvc.perform(get("/etc/passwd")).andExpect(status().isUnauthorized());
  }
}
