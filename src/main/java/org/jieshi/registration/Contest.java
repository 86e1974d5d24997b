package org.jieshi.registration;

import java.util.List;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.disputes.Disputes;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.registration.gates.Facts.Contention;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Bilingual;
import org.springframework.stereotype.Component;

/** What stands against a parcel: overlaps of others' land, and dispute cases. */
@Component
class Contest {

  private final Conflicts conflicts;
  private final Disputes disputes;

  Contest(Conflicts conflicts, Disputes disputes) {
    this.conflicts = conflicts;
    this.disputes = disputes;
  }

  Contention contention(String parcel) {
    return new Contention(
        conflicts.openAgainst(parcel).stream().map(conflict -> overlap(parcel, conflict)).toList(), openCases(parcel),
        disputes.everDisputed(parcel));
  }

  /**
   * Overlaps with forest-right certificates of others (rule C5). A settled one still counts: that the parties agree does
   * not tell what the forestry department says.
   */
  List<Bilingual> forestFindings(String parcel) {
    return conflicts.ofParcel(parcel).stream()
        .filter(conflict -> conflict.right().kind() == UnitKind.EVIDENCE
            && conflict.overlapClass() != OverlapClass.NOISE && conflict.status() != ConflictStatus.GONE)
        .map(conflict -> overlap(parcel, conflict)).toList();
  }

  private List<Bilingual> openCases(String parcel) {
    return disputes.openOn(parcel).stream().map(open -> new Bilingual(
        "Case %s (%s) is %s.".formatted(open.number(), open.track().title().en(), open.stage().title().en()),
        "案件 %s（%s）%s。".formatted(open.number(), open.track().title().zh(), open.stage().title().zh()))).toList();
  }

  private static Bilingual overlap(String parcel, Conflict conflict) {
    UnitRef other = conflict.left().code().equals(parcel) ? conflict.right() : conflict.left();
    return new Bilingual(
        "Conflict %d: %s %s covers %s m² of the parcel.".formatted(conflict.id(), other.kind().title().en(),
            other.code(), AreaUnits.squareMetres(conflict.area())),
        "冲突 %d：%s %s 与本宗地重叠 %s 平方米。".formatted(conflict.id(), other.kind().title().zh(), other.code(),
            AreaUnits.squareMetres(conflict.area())));
  }
}
