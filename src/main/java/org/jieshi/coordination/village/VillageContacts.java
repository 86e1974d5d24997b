package org.jieshi.coordination.village;

import java.util.Set;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.personal.PersonalSource;
import org.jieshi.shared.ProblemException;
import org.springframework.stereotype.Component;

/** How to reach who made a village's statement, for those who answer. */
@Component
class VillageContacts implements PersonalSource {

  private final StatementStore store;

  VillageContacts(StatementStore store) {
    this.store = store;
  }

  @Override
  public Kind kind() {
    return Kind.VILLAGE_CONTACT;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(VillageStatements.OFFICE);
  }

  @Override
  public Whole whole(String id, int place, User asking) {
    CurrentUser.requireWholeFarm(asking);
    VillageStatement statement = store.find(id).orElseThrow(() -> ProblemException.notFound("statement", "陈述", id));
    if (statement.contact() == null) {
      throw ProblemException.notFound("contact", "联系方式", id);
    }
    return new Whole("village-statement", statement.person(), statement.contact());
  }
}
