package org.jieshi.disputes;

import java.util.Collection;
import java.util.List;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.stereotype.Component;

/** Who may handle a case: mediators and reviewers with an account in use. */
@Component
class Handlers {

  private final Users users;

  Handlers(Users users) {
    this.users = users;
  }

  /** The same names, refused with {@code INVALID_FIELD} if one of them may not handle a case. */
  Collection<String> require(Collection<String> usernames) {
    usernames.forEach(username -> {
      boolean able = users.find(username).filter(User::enabled)
          .filter(user -> user.role() == Role.MEDIATOR || user.role() == Role.REVIEWER).isPresent();
      if (!able) {
        throw Problem.of(ProblemCode.INVALID_FIELD,
            "%s cannot handle a case: name mediators or reviewers with an account in use.".formatted(username),
            "%s 不能承办案件：请指定在用账户的调解员或经办人。".formatted(username)).inField("handlers").asException();
      }
    });
    return usernames;
  }

  List<String> names(Collection<String> usernames) {
    return usernames.stream().map(username -> users.get(username).displayName()).toList();
  }
}
