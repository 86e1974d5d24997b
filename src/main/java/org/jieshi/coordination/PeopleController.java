package org.jieshi.coordination;

import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works here, for those who name colleagues: as owners, chairs, members of a group. */
@RestController
@RequestMapping("/api/people")
class PeopleController {

  private final Users users;
  private final CurrentUser current;

  PeopleController(Users users, CurrentUser current) {
    this.users = users;
    this.current = current;
  }

  @GetMapping
  List<Person> people() {
    current.require();
    return users.all().stream().filter(User::enabled)
        .map(user -> new Person(user.username(), user.displayName(), user.role())).toList();
  }

  record Person(String username, String name, Role role) {
  }
}
