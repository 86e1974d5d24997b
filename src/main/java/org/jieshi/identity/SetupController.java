package org.jieshi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes the administrator of a new register, once. */
@RestController
@ConditionalOnProperty(name = "jieshi.first-start", matchIfMissing = true)
class SetupController {

  private final FirstAdministrator first;
  private final SignInBrake brake;

  SetupController(FirstAdministrator first, SignInBrake brake) {
    this.first = first;
    this.brake = brake;
  }

  @PostMapping("/api/setup")
  @ResponseStatus(HttpStatus.CREATED)
  User make(@Valid @RequestBody Setup setup, HttpServletRequest request) {
    try {
      brake.take(SignInBrake.Kind.ADDRESS, request.getRemoteAddr());
    } catch (LockedOut locked) {
      throw locked.problem().asException();
    }
    return first.make(setup.code(), setup.username(), setup.displayName(), setup.password());
  }

  record Setup(@NotBlank @Size(max = 100) String code,
      @NotNull @Pattern(regexp = UserController.USERNAME) String username, @NotBlank @Size(max = 80) String displayName,
      @NotNull @Size(max = 72) String password) {
  }
}
