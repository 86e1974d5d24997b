package org.jieshi.identity.personal;

import java.util.Set;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;

/** One kind of personal data that a module keeps. */
public interface PersonalSource {

  /** What there is, by the name clients use. */
  enum Kind {
    /** Of a holder who is a person, in the investigation of an application. */
    HOLDER_IDENTITY,
    OBJECTOR_CONTACT,
    COMPLAINANT_CONTACT,
    VILLAGE_CONTACT
  }

  /**
   * @param subjectKind of the record, for the audit: {@code application}
   * @param person whose it is
   * @param value the whole
   */
  record Whole(String subjectKind, String person, String value) {

    /** Never in a log. */
    @Override
    public String toString() {
      return "Whole[" + subjectKind + "]";
    }
  }

  Kind kind();

  /** Who needs it for their work. */
  Set<Role> roles();

  /**
   * @param place which of the record's persons, counted from 0
   * @param asking may be limited to a district, or be the one a complaint is about
   * @throws org.jieshi.shared.ProblemException {@code NOT_FOUND}, {@code OTHER_DISTRICT}, {@code FORBIDDEN}
   */
  Whole whole(String id, int place, User asking);
}
