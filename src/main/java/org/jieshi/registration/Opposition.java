package org.jieshi.registration;

import java.util.List;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.disputes.OpenDispute;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Bilingual;

/** What stands against a parcel, one sentence each: others' land over it, and dispute cases. */
final class Opposition {

  private Opposition() {
  }

  static List<Bilingual> overlaps(String parcel, List<Conflict> conflicts) {
    return conflicts.stream().map(conflict -> overlap(parcel, conflict)).toList();
  }

  /**
   * Overlaps with forest-right certificates of others (rule C5). A settled one still counts: that the parties agree does
   * not tell what the forestry department says.
   *
   * @param conflicts all that the parcel has, or had
   */
  static List<Bilingual> forestFindings(String parcel, List<Conflict> conflicts) {
    return overlaps(parcel, conflicts.stream().filter(conflict -> conflict.right().kind() == UnitKind.EVIDENCE
        && conflict.overlapClass() != OverlapClass.NOISE && conflict.status() != ConflictStatus.GONE).toList());
  }

  static List<Bilingual> cases(List<OpenDispute> open) {
    return open.stream().map(each -> new Bilingual(
        "Case %s (%s) is %s.".formatted(each.number(), each.track().title().en(), each.stage().title().en()),
        "案件 %s（%s）%s。".formatted(each.number(), each.track().title().zh(), each.stage().title().zh()))).toList();
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
