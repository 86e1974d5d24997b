package org.jieshi.registration;

import java.util.EnumSet;
import java.util.Set;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.personal.PersonalSource;
import org.jieshi.registration.notice.Objection;
import org.jieshi.registration.notice.Objections;
import org.jieshi.shared.ProblemException;
import org.springframework.stereotype.Component;

/** How to reach who objected, for those who answer. */
@Component
class ObjectorContacts implements PersonalSource {

  private final Objections objections;

  ObjectorContacts(Objections objections) {
    this.objections = objections;
  }

  @Override
  public Kind kind() {
    return Kind.OBJECTOR_CONTACT;
  }

  @Override
  public Set<Role> roles() {
    return EnumSet.of(Role.REVIEWER, Role.MEDIATOR, Role.APPROVER);
  }

  @Override
  public Whole whole(String id, int place, User asking) {
    CurrentUser.requireWholeFarm(asking);
    Objection objection = objections.get(id);
    if (objection.contact() == null) {
      throw ProblemException.notFound("contact", "联系方式", id);
    }
    return new Whole("objection", objection.person(), objection.contact());
  }
}
