package org.jieshi.identity.external;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The administrator says who of the sign-in service is which account. */
@RestController
@RequestMapping("/api/users/{username}/identity")
class ExternalIdentityController {

  private final ExternalIdentities identities;
  private final CurrentUser current;
  private final String issuer;

  ExternalIdentityController(ExternalIdentities identities, CurrentUser current,
      @Value("${jieshi.oidc.issuer}") String issuer) {
    this.identities = identities;
    this.current = current;
    this.issuer = issuer;
  }

  @GetMapping
  ExternalIdentity get(@PathVariable String username) {
    return identities.find(username).orElseThrow(() -> ProblemException.notFound("identity", "绑定身份", username));
  }

  @PutMapping
  ExternalIdentity bind(@PathVariable String username, @Valid @RequestBody Binding body) {
    if (issuer.isBlank()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "No sign-in service is configured (JIESHI_OIDC_ISSUER).",
          "未配置统一身份认证服务（JIESHI_OIDC_ISSUER）。").asException();
    }
    String email = given(body.email());
    String subject = given(body.subject());
    if (email == null && subject == null) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Give the person's e-mail address or subject at the service.",
          "请填写其在认证服务中的电子邮箱或主体标识。").inField("email").asException();
    }
    return identities.bind(username, issuer, email, subject, current.require(Role.ADMINISTRATOR));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unbind(@PathVariable String username) {
    identities.unbind(username);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  record Binding(@Nullable @Email @Size(max = 200) String email, @Nullable @Size(max = 255) String subject) {
  }
}
