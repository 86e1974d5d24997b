package org.jieshi.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.coordination.LiaisonLetter;
import org.jieshi.fees.FeeFacts;
import org.jieshi.fees.FeeStanding;
import org.jieshi.fees.Fees;
import org.jieshi.fees.Refund;
import org.jieshi.fees.Settlement;
import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.notice.Notices;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.stereotype.Component;

/** What each step does to the application and its file, once {@link Procedure} found that it may be taken. */
@Component
class Steps {

  private final SurveyDesk surveys;
  private final NoticePublisher publisher;
  private final Notices notices;
  private final ApplicationFile file;
  private final FactsReader facts;
  private final ForestryOffice forestry;
  private final Fees fees;
  private final OverrideDesk overrides;
  private final OfficeClock clock;

  Steps(SurveyDesk surveys, NoticePublisher publisher, Notices notices,
      ApplicationFile file, FactsReader facts, ForestryOffice forestry, Fees fees, OverrideDesk overrides,
      OfficeClock clock) {
    this.surveys = surveys;
    this.publisher = publisher;
    this.notices = notices;
    this.file = file;
    this.facts = facts;
    this.forestry = forestry;
    this.fees = fees;
    this.overrides = overrides;
    this.clock = clock;
  }

  /** @return what is worth recording of the step */
  Map<String, ?> take(Command command, Application application, Facts known, String person) {
    Map<String, ?> plain = PlainSteps.take(command, application, person, clock.today());
    if (plain != null) {
      return plain;
    }
    if (command instanceof Command.RecordSurvey survey) {
      return surveys.record(survey, application, known.parcel(), person);
    }
    if (command instanceof Command.PublishNotice publish) {
      application.publishNotice();
      return publisher.publish(application, known, publish.place(), person);
    }
    if (command instanceof Command.DecideInMeeting meeting) {
      return decideInMeeting(meeting, application, person);
    }
    if (command instanceof Command.Consult consult) {
      return consult(consult, application, known);
    }
    if (command instanceof Command.SettleFees settle) {
      StatedDay.requireNotLater(settle.paidOn(), clock.today(), "paidOn");
      return recorded(fees.settle(feeFacts(application), application.appliedOn(), settle.receiptNumber(),
          settle.paidOn()));
    }
    if (command instanceof Command.ExemptFees exempt) {
      return recorded(fees.exempt(feeFacts(application), application.appliedOn(), exempt.reason(),
          exempt.document()));
    }
    if (command instanceof Command.DecideLandUse decide) {
      return forestry.decideUse(decide, application, person);
    }
    if (command instanceof Command.RefundFees refund) {
      return refund(refund, application);
    }
    if (command instanceof Command.PointBoundary pointed) {
      return surveys.point(pointed, application, known);
    }
    if (command instanceof Command.FillForm filled) {
      return surveys.fill(filled, application, known, person);
    }
    return overrides.take(command, application, person);
  }

  /** A closed application leaves no notice standing to which somebody could still object. */
  void closeNotice(Application application, Instant at) {
    if (application.state().endedWithoutCertificate()) {
      notices.end(application.id(), "CLOSED", at);
    }
  }

  private Map<String, ?> decideInMeeting(Command.DecideInMeeting meeting, Application application, String person) {
    StatedDay.requireNotLater(meeting.heldOn(), clock.today(), "heldOn");
    application.decideInMeeting(person);
    file.addMinutes(application.id(), new Minutes(meeting.meetingNumber(), meeting.heldOn(), meeting.attendees(),
        meeting.decision()), person, clock.now());
    return Map.of("meeting", meeting.meetingNumber(), "heldOn", meeting.heldOn().toString(), "decision",
        meeting.decision());
  }

  private Map<String, ?> consult(Command.Consult consult, Application application, Facts known) {
    application.consult();
    ForestryHearing hearing = ForestryHearing.of(known);
    Map<String, Object> detail = new LinkedHashMap<>();
    List<String> others = forestry.askOthers(application, consult);
    if (!others.isEmpty()) {
      detail.put("others", others);
    }
    if (!hearing.asksNow(consult.question())) {
      detail.put("forestry", hearing.whyNot());
      return detail;
    }
    LiaisonLetter letter = forestry.ask(application, consult);
    detail.putAll(Map.of("forestry", "asked", "letter", letter.id(), "dueOn", letter.dueOn().toString()));
    return detail;
  }

  /** Where it goes on, or ended with a certificate, what is due stays; otherwise everything goes back. */
  private Map<String, ?> refund(Command.RefundFees wanted, Application application) {
    StatedDay.requireNotLater(wanted.refundedOn(), clock.today(), "refundedOn");
    FeeStanding standing = fees.standing(feeFacts(application), application.appliedOn());
    Refund refund = fees.refund(standing, application.id(), application.state().endedWithoutCertificate(), new Refund(wanted.amount(), wanted.reason(),
        wanted.document(), wanted.receiptNumber(), wanted.refundedOn(), ""));
    return Map.of("amount", refund.amount(), "reason", refund.reason(), "document", refund.document(), "receipt",
        refund.receiptNumber());
  }

  private FeeFacts feeFacts(Application application) {
    return facts.feeFacts(application).orElseThrow(() -> Problem.of(ProblemCode.CONFLICTING_STATE,
        "The fee of %s cannot be assessed: the class of the land use is not known.".formatted(application.id()),
        "申请 %s 的费用无法核定：土地用途类别不明。".formatted(application.number())).about(application.id()).asException());
  }

  private static Map<String, ?> recorded(Settlement settlement) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("amount", settlement.amount());
    Optional.ofNullable(settlement.tariff()).ifPresent(tariff -> detail.put("tariff", tariff));
    Optional.ofNullable(settlement.receiptNumber()).ifPresent(receipt -> detail.put("receipt", receipt));
    Optional.ofNullable(settlement.exemptionReason()).ifPresent(reason -> detail.put("reason", reason));
    Optional.ofNullable(settlement.exemptionDocument()).ifPresent(document -> detail.put("document", document));
    return detail;
  }
}
