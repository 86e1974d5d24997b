package org.jieshi.registration.gates;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.registration.gates.Officers.Office;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;

/**
 * W4: surveyor, reviewer and approver are three persons. Whoever acts now may not have acted in another office of the
 * same application, whatever role the account has today; the offices before the present one must be on record.
 */
final class FourEyesGate implements Gate {

  @Override
  public String id() {
    return "W4";
  }

  @Override
  public List<UnmetGate> unmet(Facts facts) {
    Officers officers = facts.officers();
    List<UnmetGate> unmet = new ArrayList<>();
    for (Office office : Office.values()) {
      String person = holder(officers, office);
      if (person == null && office.ordinal() < officers.office().ordinal()) {
        add(unmet, "No %s is on record.".formatted(title(office).en()), "没有%s的记录。".formatted(title(office).zh()));
      }
      if (person != null && office != officers.office() && person.equals(officers.acting())) {
        add(unmet, "%s acted as %s and cannot act as %s too: another person must.".formatted(person,
            title(office).en(), title(officers.office()).en()),
            "%s 已作为%s办理，不得再作为%s办理，须由他人办理。".formatted(person, title(office).zh(),
                title(officers.office()).zh()));
      }
    }
    checkPairwise(officers, unmet);
    return unmet;
  }

  private void checkPairwise(Officers officers, List<UnmetGate> unmet) {
    for (Office one : Office.values()) {
      for (Office other : Office.values()) {
        String person = holder(officers, one);
        if (one.ordinal() < other.ordinal() && person != null && person.equals(holder(officers, other))) {
          add(unmet, "%s stands on record as both %s and %s.".formatted(person, title(one).en(), title(other).en()),
              "%s 同时被记录为%s和%s。".formatted(person, title(one).zh(), title(other).zh()));
        }
      }
    }
  }

  private static @Nullable String holder(Officers officers, Office office) {
    return switch (office) {
      case SURVEYOR -> officers.surveyor();
      case REVIEWER -> officers.reviewer();
      case APPROVER -> officers.approver();
    };
  }

  private static Bilingual title(Office office) {
    return switch (office) {
      case SURVEYOR -> new Bilingual("surveyor", "测绘员");
      case REVIEWER -> new Bilingual("reviewer", "经办人");
      case APPROVER -> new Bilingual("approver", "审批人");
    };
  }

  private void add(List<UnmetGate> unmet, String en, String zh) {
    unmet.add(UnmetGate.of(id(), en, zh));
  }
}
