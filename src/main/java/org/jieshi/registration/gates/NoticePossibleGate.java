package org.jieshi.registration.gates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;

/**
 * W1 before publication: a notice states the truth only if the investigation is of the boundary in force, every
 * neighbour's side stands, and holder, place, area, use and right are known (domain sheet §5, §7).
 */
final class NoticePossibleGate implements Gate {

  @Override
  public String id() {
    return "W1";
  }

  @Override
  public List<UnmetGate> unmet(Facts facts) {
    List<UnmetGate> unmet = new ArrayList<>();
    ParcelNow parcel = facts.parcel();
    if (parcel == null || !parcel.inForce()) {
      add(unmet, "The parcel is no longer on the register.", "宗地已不在册。");
    } else {
      checkInvestigation(facts, parcel, unmet);
      if (parcel.accuracy() == null) {
        add(unmet, "The accuracy of the survey of parcel %s is not known.".formatted(parcel.code()),
            "宗地 %s 的测量精度不明。".formatted(parcel.code()));
      }
    }
    checkTitle(facts.title(), unmet);
    if (facts.holding().leavesOpen(facts.title().holder())) {
      add(unmet, "%s are several holders: state each of them in the investigation form, with shares or jointly."
          .formatted(facts.title().holder()), "权利人“%s”为多人：请在调查表中逐一填写权利人及其份额（共同共有不填份额）。"
          .formatted(facts.title().holder()));
    }
    checkPeriod(facts, unmet);
    return unmet;
  }

  private void checkInvestigation(Facts facts, ParcelNow parcel, List<UnmetGate> unmet) {
    Investigation found = facts.investigation();
    if (found == null) {
      add(unmet, "There is no investigation record.", "缺少地籍调查记录。");
      return;
    }
    if (found.parcelVersion() != parcel.version() || !found.boundaryHash().equals(parcel.boundaryHash())) {
      add(unmet, "The investigation is of version %d of the boundary; version %d is in force: record a new survey."
          .formatted(found.parcelVersion(), parcel.version()),
          "调查依据的是界线第 %d 版，现行为第 %d 版：请重新调查。".formatted(found.parcelVersion(), parcel.version()));
    }
    if (found.neighbours().isEmpty()) {
      add(unmet, "No neighbour has pointed out the boundary.", "没有相邻方的指界记录。");
    }
    for (Neighbour neighbour : found.neighbours()) {
      checkPointing(neighbour, facts, unmet);
    }
  }

  private void checkPointing(Neighbour neighbour, Facts facts, List<UnmetGate> unmet) {
    try {
      if (neighbour.settled(facts.today(), facts.calendar())) {
        return;
      }
      LocalDate deadline = neighbour.objectionDeadline(facts.calendar());
      if (neighbour.pointing() == Pointing.SERVED && deadline != null) {
        add(unmet, "The boundary with %s was served on %s: it can be objected to until %s inclusive."
            .formatted(neighbour.name(), neighbour.servedOn(), deadline),
            "与%s的定界通知于 %s 送达，异议期至 %s（含当日）。".formatted(neighbour.name(), neighbour.servedOn(), deadline));
        return;
      }
      add(unmet, "The boundary with %s is not settled: its pointing is %s.".formatted(neighbour.name(),
          neighbour.pointing()), "与%s的界线尚未确定：指界状态为“%s”。".formatted(neighbour.name(),
              neighbour.pointing().zh()));
    } catch (ProblemException missing) {
      unmet.add(new UnmetGate(id(), missing.problem().detail()));
    }
  }

  private void checkTitle(TitleFacts title, List<UnmetGate> unmet) {
    require(title.holder(), "holder", "权利人", unmet);
    require(title.location(), "location", "坐落", unmet);
    require(title.actualUse(), "actual land use", "实际用途", unmet);
    require(title.rightKind(), "kind of right", "权利类型", unmet);
    require(title.rightNature(), "nature of the right", "权利性质", unmet);
  }

  private void checkPeriod(Facts facts, List<UnmetGate> unmet) {
    if (facts.noticeDays() == null) {
      add(unmet, "No setting tells how long a notice for this kind of right runs.", "未设置该类权利的公示期限。");
      return;
    }
    try {
      facts.calendar().lastDay(facts.today(), facts.noticeDays());
    } catch (ProblemException missing) {
      unmet.add(new UnmetGate(id(), missing.problem().detail()));
    }
  }

  private void require(@Nullable Object fact, String en, String zh, List<UnmetGate> unmet) {
    if (fact == null) {
      add(unmet, "The %s is not known: the surveyor must state it.".formatted(en), "%s不明：请测绘员填报。".formatted(zh));
    }
  }

  private void add(List<UnmetGate> unmet, String en, String zh) {
    unmet.add(UnmetGate.of(id(), en, zh));
  }
}
