package org.jieshi.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.investigation.LandUseClasses;
import org.jieshi.registration.investigation.LandUseClasses.LandUseClass;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.NoticeFacts;
import org.jieshi.registration.notice.NoticeText;
import org.jieshi.registration.notice.Notices;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Freezes text, boundary and period of a notice; an earlier one of the application ends by it. */
@Component
class NoticePublisher {

  private final Notices notices;
  private final ApplicationStore numbers;
  private final LandUseClasses uses;
  private final OfficeClock clock;
  private final Bilingual county;

  NoticePublisher(Notices notices, ApplicationStore numbers, LandUseClasses uses, OfficeClock clock,
      @Value("${jieshi.farm.county-name-en}") String countyEn, @Value("${jieshi.farm.county-name}") String countyZh) {
    this.notices = notices;
    this.numbers = numbers;
    this.uses = uses;
    this.clock = clock;
    this.county = new Bilingual(countyEn, countyZh);
  }

  /** The gates have passed: nothing of what the notice states is missing. */
  Map<String, ?> publish(Application application, Facts known, String place, String person) {
    ParcelNow parcel = Objects.requireNonNull(known.parcel());
    NoticeFacts stated = Objects.requireNonNull(NoticeFacts.of(application.title(), parcel));
    int days = Objects.requireNonNull(known.noticeDays());
    LocalDate today = known.today();
    LocalDate deadline = known.calendar().lastDay(today, days);
    String number = numbers.nextNumber("NOTICE", today.getYear());
    Instant now = clock.now();
    notices.end(application.id(), "REPLACED", now);
    notices.add(new Notice("N" + number, "示" + number, application.id(), parcel.unitId(), parcel.code(),
        parcel.version(), parcel.boundaryHash(), stated.holder(), NoticeText.of("示" + number, stated,
            uses.find(stated.use()).map(LandUseClass::name).orElse(null), today, days, deadline, place, county),
        stated.hash(), place, days, today, deadline, person, now, null, null));
    return Map.of("notice", "N" + number, "deadline", deadline.toString(), "workingDays", days);
  }
}
