package org.jieshi.disputes;

import static org.jieshi.disputes.ClockUnit.DAYS;
import static org.jieshi.disputes.ClockUnit.MONTHS;
import static org.jieshi.disputes.ClockUnit.SET_DAY;
import static org.jieshi.disputes.ClockUnit.WORKING_DAYS;

import java.util.EnumSet;
import java.util.Set;
import org.jieshi.shared.Bilingual;

/** The time limits of a case (domain.md §6). */
enum ClockKind {

  ACCEPTANCE("acceptance opinion", "受理意见", 7, WORKING_DAYS, true, 3, "Order 17"),
  COPY("copy to the respondent", "送达申请书副本", 5, WORKING_DAYS, true, 2, "Order 17"),
  /** Lateness does not stop the case, so that nobody's delay shows as the office's. */
  ANSWER("respondent's answer", "答辩", 30, DAYS, false, 7, "Order 17"),
  INVESTIGATION("investigation and handling opinion", "调查处理意见", 6, MONTHS, true, 30, "Order 17"),
  REPORT("report to the government", "上报政府", 5, WORKING_DAYS, true, 2, "Order 17"),
  MEDIATION_DOCUMENT("mediation document served and reported", "调解书送达并抄报", 15, DAYS, true, 5, "Order 17"),
  JUDICIAL_CONFIRMATION("joint application for judicial confirmation", "共同申请司法确认", 30, DAYS, false, 7,
      "People's Mediation Law"),
  ADMINISTRATIVE_REVIEW("administrative review", "申请行政复议", 60, DAYS, false, 15, "Administrative Review Law"),
  DIRECT_SUIT("direct suit", "直接起诉", 30, DAYS, false, 10, "Order 17"),
  SUIT_AFTER_REVIEW("suit after review", "复议后起诉", 15, DAYS, false, 5, "Administrative Litigation Law"),
  OBJECTION_REGISTRATION("objection registration lapses without a suit", "异议登记失效（未起诉）", 15, DAYS, false, 5,
      "Civil Code Art. 220"),
  RESTITUTION("return of the land", "返还土地", 0, SET_DAY, true, 7, "order of restitution");

  /** What the parties can still do against a decision. */
  static final Set<ClockKind> REMEDIES = EnumSet.of(ADMINISTRATIVE_REVIEW, DIRECT_SUIT, SUIT_AFTER_REVIEW);

  private final Bilingual title;
  private final int length;
  private final ClockUnit unit;
  private final boolean duty;
  private final int warning;
  private final String rule;

  ClockKind(String en, String zh, int length, ClockUnit unit, boolean duty, int warning, String rule) {
    this.title = new Bilingual(en, zh);
    this.length = length;
    this.unit = unit;
    this.duty = duty;
    this.warning = warning;
    this.rule = rule;
  }

  Bilingual title() {
    return title;
  }

  int length() {
    return length;
  }

  ClockUnit unit() {
    return unit;
  }

  /** Whether somebody must act, so that a missed day is overdue; a right that is not used lapses instead. */
  boolean duty() {
    return duty;
  }

  /** So many days before its end it is to be pointed out. */
  int warning() {
    return warning;
  }

  String rule() {
    return rule;
  }
}
