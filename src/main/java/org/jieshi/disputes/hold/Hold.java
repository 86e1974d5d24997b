package org.jieshi.disputes.hold;

import java.time.LocalDate;
import org.jieshi.disputes.DisputeTrack;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A hold on a parcel.
 *
 * @param caseNumber as printed; {@code caseId} is the ASCII id
 * @param releasedOn null while it stands
 * @param letter what {@link HoldLetters} write to the office that issues the permits, of this parcel alone
 */
public record Hold(long id, String caseId, String caseNumber, DisputeTrack track, String parcel, HoldKind kind,
    Bilingual kindTitle, Bilingual basis, LocalDate placedOn, @Nullable LocalDate releasedOn,
    @Nullable String releasedBy, boolean stands, Letter letter) {

  /** @param to the office; @param body of the letter, one paragraph a line */
  public record Letter(Bilingual to, Bilingual subject, Bilingual body) {
  }
}
