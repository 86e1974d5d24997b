package org.jieshi.conflicts;

import org.jieshi.conflicts.CandidatePairs.Pair;
import org.jieshi.parcels.UnitRef;

/** Two units on the register that overlap. */
record JudgedPair(Pair pair, UnitRef left, UnitRef right, Finding finding) {
}
