package org.jieshi.registration.gates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.NoticeFacts;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.UnmetGate;

/**
 * W1: a notice exists, its full period has elapsed, and boundary and facts are those that were published. The period
 * is counted anew with the calendar and the setting known today, and the later of that day and the published deadline
 * decides: a holiday that was forgotten never shortens anybody's time. The last day itself belongs to the objectors.
 */
final class NoticeRunGate implements Gate {

  @Override
  public String id() {
    return "W1";
  }

  @Override
  public List<UnmetGate> unmet(Facts facts) {
    Notice notice = facts.notice();
    if (notice == null || !notice.stands()) {
      return List.of(UnmetGate.of(id(), "There is no public notice in force.", "没有有效的公示。"));
    }
    List<UnmetGate> unmet = new ArrayList<>();
    checkPeriod(facts, notice, unmet);
    checkUnchanged(facts, notice, unmet);
    return unmet;
  }

  private void checkPeriod(Facts facts, Notice notice, List<UnmetGate> unmet) {
    if (facts.noticeDays() == null) {
      add(unmet, "No setting tells how long a notice for this kind of right runs.", "未设置该类权利的公示期限。");
      return;
    }
    LocalDate last;
    try {
      last = facts.calendar().lastDay(notice.publishedOn(), Math.max(facts.noticeDays(), notice.workingDays()));
    } catch (ProblemException missing) {
      unmet.add(new UnmetGate(id(), missing.problem().detail()));
      return;
    }
    LocalDate end = last.isAfter(notice.deadline()) ? last : notice.deadline();
    if (!facts.today().isAfter(end)) {
      add(unmet, "Notice %s runs until %s inclusive.".formatted(notice.number(), end),
          "公示 %s 至 %s（含当日）方届满。".formatted(notice.number(), end));
    }
  }

  private void checkUnchanged(Facts facts, Notice notice, List<UnmetGate> unmet) {
    ParcelNow parcel = facts.parcel();
    if (parcel == null || !parcel.inForce()) {
      add(unmet, "The parcel is no longer on the register.", "宗地已不在册。");
      return;
    }
    if (parcel.version() != notice.parcelVersion() || !parcel.boundaryHash().equals(notice.boundaryHash())) {
      add(unmet, "Notice %s shows version %d of the boundary; version %d is in force: survey and publish again."
          .formatted(notice.number(), notice.parcelVersion(), parcel.version()),
          "公示 %s 的界线为第 %d 版，现行为第 %d 版：请重新调查并公示。"
              .formatted(notice.number(), notice.parcelVersion(), parcel.version()));
      return;
    }
    NoticeFacts now = NoticeFacts.of(facts.title(), facts.holding(), parcel);
    if (now == null || !now.hash().equals(notice.factsHash())) {
      add(unmet, "Holder, place, area, use or right differ from notice %s: publish again.".formatted(notice.number()),
          "权利人、坐落、面积、用途或权利与公示 %s 不一致：请重新公示。".formatted(notice.number()));
    }
  }

  private void add(List<UnmetGate> unmet, String en, String zh) {
    unmet.add(UnmetGate.of(id(), en, zh));
  }
}
