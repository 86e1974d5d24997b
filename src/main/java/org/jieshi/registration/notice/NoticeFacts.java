package org.jieshi.registration.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a notice makes public (domain sheet §7). Their hash, not that of the wording, decides whether a notice
 * still says the truth: so a sentence may be worded better one day without spoiling the notices that stand.
 *
 * @param sharing how several hold, with their shares; null where one holds alone
 * @param area m², plane
 */
public record NoticeFacts(String parcel, String holder, @Nullable Bilingual sharing, String location, BigDecimal area,
    LandUse use, RightKind rightKind, RightNature rightNature, @Nullable LocalDate termUntil) {

  /** Null where a fact is missing. */
  public static @Nullable NoticeFacts of(TitleFacts title, Holding holding, ParcelNow parcel) {
    if (title.holder() == null || title.location() == null || title.actualUse() == null || title.rightKind() == null
        || title.rightNature() == null) {
      return null;
    }
    return new NoticeFacts(parcel.code(), title.holder(), holding.stated().orElse(null), title.location(),
        parcel.planeArea(), title.actualUse(), title.rightKind(), title.rightNature(), title.termUntil());
  }

  /** SHA-256 over the facts, each with its length before it. */
  public String hash() {
    String text = Stream.concat(Stream.of(parcel, holder, location, area.setScale(2).toPlainString(), use.scheme(),
        use.code(), rightKind.name(), rightNature.name(), String.valueOf(termUntil)),
        Stream.ofNullable(sharing).map(Bilingual::zh)).map(fact -> fact.length() + ":" + fact).collect(Collectors.joining());
    return Sha256.hex(text);
  }
}
