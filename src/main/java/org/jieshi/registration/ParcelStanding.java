package org.jieshi.registration;

import org.jieshi.disputes.Disputes;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.registration.Suspension.Cause;
import org.springframework.stereotype.Component;

/**
 * Shows on the parcel how its application stands. A case that contests the title keeps the parcel disputed whatever the
 * application does; a parcel that is retired stays so.
 */
@Component
class ParcelStanding {

  private final SpatialUnits units;
  private final Disputes disputes;

  ParcelStanding(SpatialUnits units, Disputes disputes) {
    this.units = units;
    this.disputes = disputes;
  }

  void follow(Application application) {
    if (application.state() == ApplicationState.CERTIFIED || !units.get(application.unitId()).current()) {
      return;
    }
    units.setParcelStatus(application.parcel(), wanted(application),
        new ChangeReason("APPLICATION", application.number()));
  }

  private UnitStatus wanted(Application application) {
    Suspension suspension = application.suspension();
    if ((suspension != null && suspension.cause() == Cause.DISPUTE)
        || disputes.openOn(application.parcel()).stream().anyMatch(open -> open.track().contestsTitle())) {
      return UnitStatus.DISPUTED;
    }
    return application.state().isFinal() ? UnitStatus.SURVEYED : UnitStatus.PENDING;
  }
}
