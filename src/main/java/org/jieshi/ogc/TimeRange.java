package org.jieshi.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.PastDay;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;

/**
 * The {@code datetime} of a request. A day without an hour is its end where it stands alone or ends an interval, its
 * beginning where it begins one, Beijing time: {@code 2012-12-31} is the register of that day, as {@code asOf} elsewhere.
 *
 * @param since the same as {@code until} for an instant
 */
record TimeRange(OffsetDateTime since, OffsetDateTime until) {

  /** As PostgreSQL's driver writes the infinities. */
  private static final OffsetDateTime BEGINNING = OffsetDateTime.MIN;
  private static final OffsetDateTime END = OffsetDateTime.MAX;

  /** @throws org.jieshi.shared.ProblemException {@code BAD_REQUEST} */
  static TimeRange parse(String text) {
    String[] ends = text.strip().split("/", -1);
    try {
      if (ends.length == 1) {
        OffsetDateTime instant = moment(ends[0], true);
        return new TimeRange(instant, instant);
      }
      if (ends.length == 2) {
        OffsetDateTime since = open(ends[0]) ? BEGINNING : moment(ends[0], false);
        OffsetDateTime until = open(ends[1]) ? END : moment(ends[1], true);
        if (!since.isAfter(until)) {
          return new TimeRange(since, until);
        }
      }
    } catch (DateTimeException unreadable) {
      throw refused();
    }
    throw refused();
  }

  private static boolean open(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static OffsetDateTime moment(String text, boolean end) {
    if (text.length() > 10) {
      OffsetDateTime moment = OffsetDateTime.parse(text.replace('t', 'T').replace('z', 'Z'));
      return inRange(moment.withOffsetSameInstant(ZoneOffset.UTC));
    }
    LocalDate day = LocalDate.parse(text);
    return inRange((end ? PastDay.lastMomentOf(day) : day.atStartOfDay(OfficeClock.ZONE).toInstant())
        .atOffset(ZoneOffset.UTC));
  }

  private static OffsetDateTime inRange(OffsetDateTime moment) {
    if (moment.getYear() < 0 || moment.getYear() > 9999) {
      throw new DateTimeException("no year of a calendar");
    }
    return moment;
  }

  private static RuntimeException refused() {
    return Problem.of(ProblemCode.BAD_REQUEST,
        "datetime is an instant or an interval, as 2012-12-31, 2012-12-31T16:00:00Z, 2012-01-01/2012-12-31 or ../2012-12-31.",
        "datetime 为时刻或时段，例如 2012-12-31、2012-12-31T16:00:00Z、2012-01-01/2012-12-31 或 ../2012-12-31。")
        .inField("datetime").asException();
  }
}
