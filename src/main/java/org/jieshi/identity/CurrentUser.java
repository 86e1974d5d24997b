package org.jieshi.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who is asking. Every action that changes something states here which roles may take it. The account is read once in a
 * request, however many ask.
 */
@Component
public class CurrentUser {

  private static final String ASKED = CurrentUser.class.getName() + ".asked";

  private final Users users;

  /** What was read for this request. */
  private record Asked(Authentication authentication, Optional<User> user) {}

  CurrentUser(Users users) {
    this.users = users;
  }

  /** The person signed in, as the account is now; nobody once it was disabled or changed since the sign-in. */
  public Optional<User> find() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return read(authentication);
    }
    if (request.getAttribute(ASKED, RequestAttributes.SCOPE_REQUEST) instanceof Asked asked
        && asked.authentication() == authentication) {
      return asked.user();
    }
    Optional<User> user = read(authentication);
    request.setAttribute(ASKED, new Asked(authentication, user), RequestAttributes.SCOPE_REQUEST);
    return user;
  }

  /** A request that changes accounts sees them as it made them. */
  @EventListener
  void accountChanged(AccountChanged changed) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.removeAttribute(ASKED, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private Optional<User> read(Authentication authentication) {
    return users.find(authentication.getName()).filter(User::enabled)
        .filter(user -> !(authentication.getPrincipal() instanceof SignedIn signedIn)
            || signedIn.revision() == user.revision());
  }

  /** The person signed in; refused with {@code NOT_SIGNED_IN} if there is none. */
  public User require() {
    return find().orElseThrow(() -> Problem.of(ProblemCode.NOT_SIGNED_IN, "Please sign in first.", "请先登录。")
        .asException());
  }

  /** The person signed in, who must have one of these roles; refused with {@code FORBIDDEN} otherwise. */
  public User require(Role... roles) {
    User user = require();
    if (!List.of(roles).contains(user.role())) {
      throw refusal(user, roles).asException();
    }
    return user;
  }

  /** As {@link #require(Role...)}, and nothing may be left to do before that. */
  User requireReady(Role... roles) {
    User user = require(roles);
    if (user.duty() != null) {
      throw refusal(user.duty()).asException();
    }
    return user;
  }

  /** What somebody is told who is limited to a district. */
  public static Problem outside(String district) {
    return Problem.of(ProblemCode.OTHER_DISTRICT, "This shows the whole farm; you work in district %s.".formatted(district),
        "此处涉及全场，您的管辖范围为 %s。".formatted(district));
  }

  /** @throws org.jieshi.shared.ProblemException {@code OTHER_DISTRICT} */
  public static void requireWholeFarm(User user) {
    if (user.district() != null) {
      throw outside(user.district()).asException();
    }
  }

  /** What somebody is told who has something to do first. */
  public static Problem refusal(Duty duty) {
    return switch (duty) {
      case NEW_PASSWORD -> Problem.of(ProblemCode.PASSWORD_DUE,
          "Somebody else chose your password: first choose one of your own, on the page My account.",
          "当前密码由他人设置，请先在“我的账户”页面设置自己的密码。");
      case SECOND_FACTOR -> Problem.of(ProblemCode.SECOND_FACTOR_DUE,
          "Your role has to have a second factor: first set it up, on the page My account.",
          "您的角色必须启用双因素验证，请先在“我的账户”页面设置。");
    };
  }

  /** What somebody is told whose role may not do what these may. */
  public static Problem refusal(User user, Role... roles) {
    return Problem.of(ProblemCode.FORBIDDEN,
        "This is done by the %s; you are signed in as %s.".formatted(titles(roles, true), user.role().title().en()),
        "此操作由%s办理，您的角色是%s。".formatted(titles(roles, false), user.role().title().zh()));
  }

  /** Runs background work in the name of the person who asked for it, so that the audit log names that person. */
  public <T> T actingAs(String username, Supplier<T> work) {
    User user = users.get(username);
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContext acting = SecurityContextHolder.createEmptyContext();
    acting.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user.username(), null,
        List.of(new SimpleGrantedAuthority(user.role().authority()))));
    SecurityContextHolder.setContext(acting);
    try {
      return work.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  private static String titles(Role[] roles, boolean english) {
    return Arrays.stream(roles).map(role -> english ? role.title().en() : role.title().zh())
        .collect(Collectors.joining(english ? " or " : "或"));
  }
}
