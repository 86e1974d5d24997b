package org.jieshi.registration;

import java.util.List;
import org.jieshi.disputes.Disputes;
import org.jieshi.registration.gates.Facts.Contention;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands against a parcel: overlaps of others' land, and dispute cases. */
@Component
class Contest {

  private final Disputes disputes;

  Contest(Disputes disputes) {
    this.disputes = disputes;
  }

  Contention contention(String parcel) {
    return new Contention(null, openCases(parcel), disputes.everDisputed(parcel));
  }

  private List<Bilingual> openCases(String parcel) {
    return disputes.openOn(parcel).stream().map(open -> new Bilingual(
        "Case %s (%s) is %s.".formatted(open.number(), open.track().title().en(), open.stage().title().en()),
        "案件 %s（%s）%s。".formatted(open.number(), open.track().title().zh(), open.stage().title().zh()))).toList();
  }

  /** Overlaps with forest-right certificates of others (rule C5), settled ones too; null where it cannot be told. */
  @Nullable List<Bilingual> forestFindings(String parcel) {
    return null;
  }
}
