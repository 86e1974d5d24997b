package org.jieshi.registration;

import java.util.List;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.disputes.Disputes;
import org.jieshi.registration.gates.Facts.Contention;
import org.jieshi.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Reads what stands against a parcel; {@link Opposition} says it. */
@Component
class Contest {

  private final Conflicts conflicts;
  private final Disputes disputes;

  Contest(Conflicts conflicts, Disputes disputes) {
    this.conflicts = conflicts;
    this.disputes = disputes;
  }

  Contention contention(String parcel) {
    return new Contention(Opposition.overlaps(parcel, conflicts.openAgainst(parcel)),
        Opposition.cases(disputes.openOn(parcel)), disputes.everDisputed(parcel));
  }

  List<Bilingual> forestFindings(String parcel) {
    return Opposition.forestFindings(parcel, conflicts.ofParcel(parcel));
  }
}
