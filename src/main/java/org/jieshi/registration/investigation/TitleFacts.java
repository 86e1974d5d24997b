package org.jieshi.registration.investigation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be registered. What is not known is null, and keeps the notice from being published.
 *
 * @param approvedUse by the documents
 * @param actualUse as found on the land, and registered
 * @param termUntil end of the term; null for a right without one, as by allocation
 */
public record TitleFacts(@Nullable String holder, @Nullable RightKind rightKind, @Nullable RightNature rightNature,
    @Nullable String location, @Nullable LandUse approvedUse, @Nullable LandUse actualUse,
    @Nullable LocalDate termUntil) {

  public static final TitleFacts NONE = new TitleFacts(null, null, null, null, null, null, null);

  /** These facts, with everything that a surveyor states taking the place of what was known. */
  public TitleFacts with(TitleFacts stated) {
    return new TitleFacts(stated.holder != null ? stated.holder : holder,
        stated.rightKind != null ? stated.rightKind : rightKind,
        stated.rightNature != null ? stated.rightNature : rightNature,
        stated.location != null ? stated.location : location,
        stated.approvedUse != null ? stated.approvedUse : approvedUse,
        stated.actualUse != null ? stated.actualUse : actualUse,
        stated.termUntil != null ? stated.termUntil : termUntil);
  }
}
