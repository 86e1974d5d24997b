package org.jieshi.registration.gates;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.notice.Objection;
import org.jieshi.registration.notice.Objection.Status;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;

/**
 * W2: no open objection, overlap or dispute. Land with an unresolved ownership dispute is not registered
 * (不动产登记暂行条例 Art. 22(2)).
 */
final class DisputeGate implements Gate {

  @Override
  public String id() {
    return "W2";
  }

  @Override
  public List<UnmetGate> unmet(Facts facts) {
    List<UnmetGate> unmet = new ArrayList<>();
    if (facts.parcel() == null) {
      add(unmet, "The parcel is no longer on the register.", "宗地已不在册。");
    } else if (facts.parcel().accuracy() == null) {
      add(unmet, "The accuracy of the survey of parcel %s is not known, so overlaps cannot be told from survey error."
          .formatted(facts.parcel().code()),
          "宗地 %s 的测量精度不明，无法区分重叠与测量误差。".formatted(facts.parcel().code()));
    }
    addAll(facts.contention().openConflicts(), "Whether others' land overlaps is not known.", "是否与他人土地重叠不明。",
        unmet);
    addAll(facts.contention().openCases(), "Whether a dispute is open is not known.", "是否存在未决争议不明。", unmet);
    for (Objection objection : facts.objections()) {
      check(objection, unmet);
    }
    if (facts.investigation() != null) {
      facts.investigation().neighbours().stream().filter(neighbour -> neighbour.pointing() == Pointing.OBJECTED)
          .forEach(neighbour -> add(unmet, "%s objected to the boundary that was served: let it be decided first."
              .formatted(neighbour.name()), "%s对定界结果提出异议，须先行处理。".formatted(neighbour.name())));
    }
    return unmet;
  }

  private void check(Objection objection, List<UnmetGate> unmet) {
    if (objection.status() == Status.OPEN) {
      add(unmet, "Objection %s has not been answered.".formatted(objection.receipt()),
          "异议 %s 尚未答复。".formatted(objection.receipt()));
    }
    if (objection.status() == Status.UPHELD && objection.caseNumber() == null) {
      add(unmet, "Objection %s was upheld: open a dispute case for it and name the case.".formatted(objection.receipt()),
          "异议 %s 成立：请立案处理并登记案号。".formatted(objection.receipt()));
    }
  }

  private void addAll(@Nullable List<Bilingual> matters, String unknownEn, String unknownZh, List<UnmetGate> unmet) {
    if (matters == null) {
      add(unmet, unknownEn, unknownZh);
      return;
    }
    matters.forEach(matter -> unmet.add(new UnmetGate(id(), matter)));
  }

  private void add(List<UnmetGate> unmet, String en, String zh) {
    unmet.add(UnmetGate.of(id(), en, zh));
  }
}
