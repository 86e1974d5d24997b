package org.jieshi.coordination.due;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jspecify.annotations.Nullable;

/** To whom a reminder goes: persons with an account in use, and roles that somebody has; never to nobody. */
final class Recipients {

  /** One recipient: a person or a role. */
  record Recipient(@Nullable String username, @Nullable Role role) {
  }

  private final Set<String> people = new HashSet<>();
  private final Set<Role> filled = EnumSet.noneOf(Role.class);

  Recipients(List<User> users) {
    users.stream().filter(User::enabled).forEach(user -> {
      people.add(user.username());
      filled.add(user.role());
    });
  }

  List<Recipient> of(OpenItem item, Reminder.Level level) {
    return switch (level) {
      case SOON, OVERDUE -> owners(item);
      case APPROVER -> List.of(role(Role.APPROVER));
      case MANAGER -> List.of(role(Role.MANAGER));
    };
  }

  /** Where one of the owners has left, the role is told besides those who are still there. */
  private List<Recipient> owners(OpenItem item) {
    List<Recipient> named = new ArrayList<>(item.owners().stream().filter(people::contains).distinct()
        .map(name -> new Recipient(name, null)).toList());
    if (named.size() < item.owners().stream().distinct().count() || named.isEmpty()) {
      named.add(role(item.kind().responsible()));
    }
    return named;
  }

  /** The role, or the next one up that anybody has. */
  private Recipient role(Role wanted) {
    return new Recipient(null, Stream.of(wanted, Role.APPROVER, Role.MANAGER, Role.ADMINISTRATOR)
        .filter(filled::contains).findFirst().orElse(Role.ADMINISTRATOR));
  }
}
