package org.jieshi.identity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Accounts over HTTP: everybody sees themselves, the administrator manages. */
@RestController
@RequestMapping("/api")
class UserController {

  /** Code prefix of county, town or village, or the code of a sub-farm. */
  private static final String DISTRICT = "[0-9A-Za-z-]{1,32}";
  static final String USERNAME = "[a-z][a-z0-9._-]{1,39}";

  private final Users users;
  private final CurrentUser current;
  private final SignInBrake brake;
  private final Reassurance reassurance;

  UserController(Users users, CurrentUser current, SignInBrake brake, Reassurance reassurance) {
    this.users = users;
    this.current = current;
    this.brake = brake;
    this.reassurance = reassurance;
  }

  @GetMapping("/me")
  User me() {
    return current.require();
  }

  @GetMapping("/users")
  List<Account> all() {
    current.require(Role.ADMINISTRATOR);
    Map<String, Instant> locked = brake.locked();
    return users.all().stream().map(user -> new Account(user, locked.get(user.username()))).toList();
  }

  @PostMapping("/users")
  @ResponseStatus(HttpStatus.CREATED)
  User add(@Valid @RequestBody NewUser user) {
    User asking = current.require(Role.ADMINISTRATOR);
    return users.add(user.username(), user.displayName(), user.role(), user.district(), user.password(), asking.username());
  }

  @PutMapping("/users/{username}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@PathVariable String username, @Valid @RequestBody NewPassword body) {
    User asking = current.require();
    if (asking.username().equals(username)) {
      reassurance.requirePassword(username, body.current(), "current");
      users.changePassword(username, body.password(), null);
      return;
    }
    current.requireReady(Role.ADMINISTRATOR);
    users.get(username);
    users.changePassword(username, body.password(), asking.username());
    brake.unlock(username);
  }

  /** Ends the wait after failed tries. */
  @DeleteMapping("/users/{username}/lock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlock(@PathVariable String username) {
    current.require(Role.ADMINISTRATOR);
    users.recordUnlocked(users.get(username));
    brake.unlock(username);
  }

  @PutMapping("/users/{username}/enabled")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setEnabled(@PathVariable String username, @Valid @RequestBody Enabled body) {
    User asking = current.require(Role.ADMINISTRATOR);
    if (asking.username().equals(username) && !body.enabled()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "You cannot lock yourself out.", "不能停用自己的账户。")
          .about(username).asException();
    }
    users.get(username);
    users.setEnabled(username, body.enabled());
  }

  /** Where the person works; whatever they were signed in to before ends. */
  @PutMapping("/users/{username}/district")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setDistrict(@PathVariable String username, @Valid @RequestBody District body) {
    current.require(Role.ADMINISTRATOR);
    users.get(username);
    users.setDistrict(username, body.district() == null || body.district().isBlank() ? null : body.district());
  }

  record District(@Nullable @Pattern(regexp = "|" + DISTRICT) String district) {
  }

  record NewUser(@NotNull @Pattern(regexp = USERNAME) String username,
      @NotBlank @Size(max = 80) String displayName, @NotNull Role role,
      @Nullable @Pattern(regexp = DISTRICT) String district, @NotNull @Size(max = 72) String password) {
  }

  /** @param current for one's own */
  record NewPassword(@NotNull @Size(max = 72) String password, @Nullable @Size(max = 72) String current) {
  }

  /** @param lockedUntil after failed tries; null: not locked */
  record Account(@JsonUnwrapped User user, @Nullable Instant lockedUntil) {
  }

  record Enabled(@NotNull Boolean enabled) {
  }
}
