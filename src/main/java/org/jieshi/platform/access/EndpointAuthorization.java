package org.jieshi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Districts;
import org.jieshi.identity.Duty;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Decides each request by the table. The role is the one the account has now, not the one it had at sign-in, and an account
 * that is disabled or gone is nobody.
 */
@Component
public class EndpointAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

  private static final Logger LOG = LoggerFactory.getLogger(EndpointAuthorization.class);

  private final EndpointTable table;
  private final CurrentUser current;
  private final Districts districts;

  EndpointAuthorization(EndpointTable table, CurrentUser current, Districts districts) {
    this.table = table;
    this.current = current;
    this.districts = districts;
  }

  @Override
  public AuthorizationDecision authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Optional<Endpoint> endpoint = table.find(request.getMethod(), path(request));
    return new AuthorizationDecision(endpoint.isPresent() && (endpoint.get().open()
        || current.find().filter(user -> endpoint.get().roles().contains(user.role())
            && (user.duty() == null || endpoint.get().beforeDuties())
            && outside(user, endpoint.get(), path(request)).isEmpty()).isPresent()));
  }

  /** Why somebody limited to a district is refused; empty: they are not. */
  private Optional<Problem> outside(User user, Endpoint endpoint, PathContainer path) {
    String district = user.district();
    if (district == null || !endpoint.touchesLand()) {
      return Optional.empty();
    }
    if (endpoint.wholeFarm()) {
      return Optional.of(CurrentUser.outside(district));
    }
    return districts.holds(district, endpoint.kind(), endpoint.id(path)) ? Optional.empty()
        : Optional.of(Problem.of(ProblemCode.NOT_FOUND, "There is no such record in your district.",
            "您的管辖范围内没有该记录。"));
  }

  /** Why a request was refused, to the person who asked; and to the log, where somebody is signed in. */
  public Problem refusal(HttpServletRequest request) {
    Problem problem = why(request);
    current.find().ifPresent(user -> LOG.info("Refused to {}: {} ({})", user.username(),
        table.find(request.getMethod(), path(request)).map(Endpoint::toString).orElse("no address"), problem.code()));
    return problem;
  }

  private Problem why(HttpServletRequest request) {
    Optional<User> user = current.find();
    if (user.isEmpty()) {
      return Problem.of(ProblemCode.NOT_SIGNED_IN, "Please sign in first.", "请先登录。");
    }
    Optional<Endpoint> endpoint = table.find(request.getMethod(), path(request));
    if (endpoint.isEmpty() || endpoint.get().roles().isEmpty()) {
      return endpoint.isPresent() || table.methods(path(request)).isEmpty()
          ? Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.", "该地址没有内容。")
          : Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "This address does not answer that method.", "该地址不支持此方法。");
    }
    Duty duty = user.get().duty();
    if (duty != null && !endpoint.get().beforeDuties()) {
      return CurrentUser.refusal(duty);
    }
    return endpoint.get().roles().contains(user.get().role())
        ? outside(user.get(), endpoint.get(), path(request)).orElseThrow()
        : CurrentUser.refusal(user.get(), endpoint.get().roles().toArray(Role[]::new));
  }

  private static PathContainer path(HttpServletRequest request) {
    return (ServletRequestPathUtils.hasParsedRequestPath(request) ? ServletRequestPathUtils.getParsedRequestPath(request)
        : ServletRequestPathUtils.parseAndCache(request)).pathWithinApplication();
  }
}
