package org.jieshi.registration;

import java.util.Collection;
import java.util.List;
import org.jieshi.parcels.UnitUse;
import org.jieshi.shared.Bilingual;
import org.springframework.stereotype.Component;

/** An import is not taken back from under an application. */
@Component
class ParcelsInUse implements UnitUse {

  private final ApplicationStore applications;

  ParcelsInUse(ApplicationStore applications) {
    this.applications = applications;
  }

  @Override
  public List<Bilingual> usesOf(Collection<Long> unitIds) {
    if (unitIds.isEmpty()) {
      return List.of();
    }
    return applications.standingOn(unitIds).stream().map(application -> new Bilingual(
        "Parcel %s has application %s.".formatted(application.parcel(), application.id()),
        "宗地 %s 有申请 %s。".formatted(application.parcel(), application.number()))).toList();
  }
}
