package org.jieshi.conflicts;

import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One side of a possible conflict: what the rules look at.
 *
 * @param boundary plane coordinates, carrying their SRID
 * @param accuracy RMSE, m; null: not known
 * @param certified under a live certificate
 */
record Side(UnitKind kind, String code, Geometry boundary, @Nullable Double accuracy, UnitFacts facts,
    boolean certified) {

  Standing standing() {
    return new Standing(kind, code, boundary.getSRID(), accuracy, facts, certified);
  }

  static Side of(UnitVersion unit) {
    return new Side(unit.ref().kind(), unit.ref().code(), unit.boundary(), unit.accuracy(), unit.facts(),
        unit.status() == UnitStatus.CERTIFIED);
  }

  /** A unit that is not on the register yet. */
  static Side of(UnitKind kind, UnitDraft draft) {
    Geometry boundary = draft.boundary();
    if (boundary.getSRID() != draft.srid()) {
      boundary = boundary.copy();
      boundary.setSRID(draft.srid());
    }
    return new Side(kind, draft.code(), boundary, draft.accuracy(), draft.facts(), false);
  }
}
