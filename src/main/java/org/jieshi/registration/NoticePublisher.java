package org.jieshi.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.investigation.LandUseClasses.LandUseClass;
import org.jieshi.registration.investigation.LandUseClasses;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.NoticeFacts;
import org.jieshi.registration.notice.NoticeText;
import org.jieshi.registration.notice.Notices;
import org.jieshi.registration.numbers.RunningNumbers;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Freezes text, boundary and period of a notice; an earlier one of the application ends by it. */
@Component
class NoticePublisher {

  private final Notices notices;
  private final RunningNumbers numbers;
  private final LandUseClasses uses;
  private final OfficeClock clock;
  private final Bilingual county;

  NoticePublisher(Notices notices, RunningNumbers numbers, LandUseClasses uses, OfficeClock clock,
      @Value("${jieshi.farm.county-name-en}") String countyEn, @Value("${jieshi.farm.county-name}") String countyZh) {
    this.notices = notices;
    this.numbers = numbers;
    this.uses = uses;
    this.clock = clock;
    this.county = new Bilingual(countyEn, countyZh);
  }

  /**
   * What the notice states must be known, even where gate W1 was overridden.
   *
   * @throws ProblemException {@code CONFLICTING_STATE}
   */
  Map<String, ?> publish(Application application, Facts known, String place, String person) {
    ParcelNow parcel = known.parcel();
    NoticeFacts stated = parcel == null ? null : NoticeFacts.of(application.title(), known.holding(), parcel);
    Integer days = known.noticeDays();
    if (parcel == null || stated == null || days == null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "A notice for %s needs holder, location, area, use, right and period: no override can stand for them."
              .formatted(application.id()),
          "申请 %s 的公示须有权利人、坐落、面积、用途、权利和期限，例外审批不能代替。".formatted(application.number()))
          .about(application.id()).asException();
    }
    LocalDate today = known.today();
    LocalDate deadline = known.calendar().lastDay(today, days);
    String number = numbers.next("NOTICE", today.getYear());
    Instant now = clock.now();
    notices.end(application.id(), "REPLACED", now);
    notices.add(new Notice("N" + number, "示" + number, application.id(), parcel.unitId(), parcel.code(),
        parcel.version(), parcel.boundaryHash(), stated.holder(), NoticeText.of("示" + number, stated,
            uses.find(stated.use()).map(LandUseClass::name).orElse(null), today, days, deadline, place, county),
        stated.hash(), place, days, today, deadline, person, now, null, null));
    return Map.of("notice", "N" + number, "deadline", deadline.toString(), "workingDays", days);
  }
}
