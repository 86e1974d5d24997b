package org.jieshi.registration;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jieshi.identity.Districts;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.personal.PersonalSource;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.Investigations;
import org.jieshi.shared.ProblemException;
import org.springframework.stereotype.Component;

/** Identity numbers of holders, for those who fill in the investigation form and decide by it. */
@Component
class HolderIdentities implements PersonalSource {

  private final Investigations investigations;
  private final Districts districts;

  HolderIdentities(Investigations investigations, Districts districts) {
    this.investigations = investigations;
    this.districts = districts;
  }

  @Override
  public Kind kind() {
    return Kind.HOLDER_IDENTITY;
  }

  @Override
  public Set<Role> roles() {
    return EnumSet.of(Role.SURVEYOR, Role.REVIEWER, Role.APPROVER);
  }

  @Override
  public Whole whole(String id, int place, User asking) {
    String district = asking.district();
    if (district != null && !districts.holds(district, "application", id)) {
      throw ProblemException.notFound("application", "申请", id);
    }
    List<Holder> holders = investigations.inForce(id).map(Investigation::form).map(form -> form.allHolders())
        .orElse(List.of());
    if (place >= holders.size() || holders.get(place).identityNumber() == null) {
      throw ProblemException.notFound("identity number", "证件号", place + 1);
    }
    return new Whole("application", holders.get(place).name(), holders.get(place).identityNumber());
  }
}
