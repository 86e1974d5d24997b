package org.jieshi.conflicts;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jieshi.audit.AuditLog;
import org.jieshi.conflicts.Neighbourhood.Outcome;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps conflicts in step with the land, inside the transaction that changes it. */
@Component
class LandWatch {

  private final Neighbourhood neighbourhood;
  private final AuditLog audit;

  LandWatch(Neighbourhood neighbourhood, AuditLog audit) {
    this.neighbourhood = neighbourhood;
    this.audit = audit;
  }

  @EventListener
  void landChanged(UnitsChanged event) {
    Set<Long> unitIds = new TreeSet<>();
    event.changed().stream().map(UnitRef::id).forEach(unitIds::add);
    event.gone().stream().map(UnitRef::id).forEach(unitIds::add);
    Outcome outcome = neighbourhood.recompute(unitIds, "LAND_CHANGED");
    if (!outcome.nothing()) {
      audit.record("CONFLICTS_UPDATED", "conflicts", "*", Map.of("why", "LAND_CHANGED", "appeared",
          outcome.appeared(), "changed", outcome.changed(), "gone", outcome.gone()));
    }
  }
}
