package org.jieshi.disputes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A side of a case.
 *
 * @param units codes of the parcels, claims and evidence it stands for
 * @param kind what it is, which decides who has jurisdiction; null: nobody said yet
 */
record Party(Side side, String name, List<String> units, @Nullable Kind kind) {

  enum Side { APPLICANT, RESPONDENT }

  enum Kind { UNIT, INDIVIDUAL }

  Party(Side side, String name, List<String> units) {
    this(side, name, units, null);
  }
}
