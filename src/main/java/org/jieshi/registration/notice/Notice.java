package org.jieshi.registration.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it was published.
 *
 * @param id ASCII id, {@code N2013-0001}; {@code number} is the printed one
 * @param factsHash of the facts the text states
 * @param place where it hangs besides the web page
 * @param deadline last day to object
 * @param endedAt null while it stands
 * @param endedWhy {@code REPLACED}, {@code RESURVEYED} or {@code CLOSED}
 */
public record Notice(String id, String number, String applicationId, long unitId, String parcel, int parcelVersion,
    String boundaryHash, String holder, Bilingual text, String factsHash, String place, int workingDays,
    LocalDate publishedOn, LocalDate deadline, String publishedBy, Instant publishedAt, @Nullable Instant endedAt,
    @Nullable String endedWhy) {

  public boolean stands() {
    return endedAt == null;
  }
}
