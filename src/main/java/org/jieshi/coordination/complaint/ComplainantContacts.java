package org.jieshi.coordination.complaint;

import java.util.Set;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.personal.PersonalSource;
import org.jieshi.shared.ProblemException;
import org.springframework.stereotype.Component;

/** How to reach who complained: for those who handle complaints, never for the one it is about. */
@Component
class ComplainantContacts implements PersonalSource {

  private final ComplaintStore store;

  ComplainantContacts(ComplaintStore store) {
    this.store = store;
  }

  @Override
  public Kind kind() {
    return Kind.COMPLAINANT_CONTACT;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Complaints.OFFICE);
  }

  @Override
  public Whole whole(String id, int place, User asking) {
    CurrentUser.requireWholeFarm(asking);
    Complaint complaint = store.find(id).orElseThrow(() -> ProblemException.notFound("complaint", "投诉", id));
    if (complaint.contact() == null || asking.username().equals(complaint.respondentUser())) {
      throw ProblemException.notFound("contact", "联系方式", id);
    }
    return new Whole("complaint", complaint.complainant(), complaint.contact());
  }
}
