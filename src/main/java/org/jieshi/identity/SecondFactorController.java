package org.jieshi.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jieshi.identity.factor.Offer;
import org.jieshi.identity.factor.SecondFactors;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own second factor, and what the administrator decides about those of others. */
@RestController
@RequestMapping("/api")
class SecondFactorController {

  private final Users users;
  private final CurrentUser current;
  private final SecondFactors factors;
  private final SecondFactorRules rules;
  private final Reassurance reassurance;
  private final SignInBrake brake;

  SecondFactorController(Users users, CurrentUser current, SecondFactors factors, SecondFactorRules rules,
      Reassurance reassurance, SignInBrake brake) {
    this.users = users;
    this.current = current;
    this.factors = factors;
    this.rules = rules;
    this.reassurance = reassurance;
    this.brake = brake;
  }

  @GetMapping("/me/second-factor")
  Own own() {
    User user = current.require();
    SecondFactors.State state = factors.of(user.username());
    return new Own(state.since() != null, state.since(), state.recoveryCodesLeft(), rules.roles().contains(user.role()));
  }

  @PostMapping("/me/second-factor/begin")
  Offer begin(@Valid @RequestBody Password body) {
    User user = current.require();
    reassurance.requirePassword(user.username(), body.password(), "password");
    return factors.begin(user.username());
  }

  /** Every other place where the person is signed in is signed out. */
  @PostMapping("/me/second-factor/confirm")
  Recovery confirm(@Valid @RequestBody Code body) {
    String username = current.require().username();
    return new Recovery(reassurance.confirm(username, body.code()));
  }

  @PostMapping("/me/second-factor/recovery-codes")
  Recovery renew(@Valid @RequestBody Code body) {
    User user = current.require();
    reassurance.requireCode(user.username(), body.code());
    return new Recovery(factors.renewRecoveryCodes(user.username()));
  }

  @PostMapping("/me/second-factor/off")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void off(@Valid @RequestBody Code body) {
    User user = current.require();
    if (rules.roles().contains(user.role())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Your role has to have a second factor.", "您的角色必须启用双因素验证。")
          .about(user.username()).asException();
    }
    reassurance.requireCode(user.username(), body.code());
    users.takeOffSecondFactor(user.username());
  }

  /** For somebody whose device is lost. */
  @DeleteMapping("/users/{username}/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeOff(@PathVariable String username) {
    User asking = current.require(Role.ADMINISTRATOR);
    if (asking.username().equals(username)) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Your own second factor is taken off on your account's page.",
          "本人的双因素验证请在“我的账户”页面停用。").about(username).asException();
    }
    users.get(username);
    users.takeOffSecondFactor(username);
    brake.forgive(SignInBrake.Kind.CODE, username);
  }

  @GetMapping("/settings/second-factor")
  Rules rules() {
    return new Rules(rules.roles());
  }

  @PutMapping("/settings/second-factor")
  Rules require(@Valid @RequestBody Rules body) {
    return new Rules(rules.require(body.roles(), current.require(Role.ADMINISTRATOR)));
  }

  /** @param required by the person's role */
  record Own(boolean on, @Nullable Instant since, int recoveryCodesLeft, boolean required) {
  }

  record Password(@NotNull @Size(max = 72) String password) {
  }

  /** @param code of the device, or a recovery code where there is a device already */
  record Code(@NotBlank @Size(max = 40) String code) {
  }

  /** @param recoveryCodes shown this once */
  record Recovery(List<String> recoveryCodes) {
  }

  /** @param roles that have to have a second factor */
  record Rules(@NotNull Set<@NotNull Role> roles) {
  }
}
