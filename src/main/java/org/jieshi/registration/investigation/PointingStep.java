package org.jieshi.registration.investigation;

import static org.jieshi.registration.investigation.Pointing.BOTH_ABSENT;
import static org.jieshi.registration.investigation.Pointing.BOTH_SIGNED;
import static org.jieshi.registration.investigation.Pointing.DRAFTED;
import static org.jieshi.registration.investigation.Pointing.FINAL;
import static org.jieshi.registration.investigation.Pointing.NOTICED;
import static org.jieshi.registration.investigation.Pointing.OBJECTED;
import static org.jieshi.registration.investigation.Pointing.ONE_ABSENT;
import static org.jieshi.registration.investigation.Pointing.SERVED;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of pointing out the boundary with one neighbour (domain sheet §5): from which states, to which. */
public enum PointingStep {

  /** 指界通知: both sides are asked to come; again, if the day was put off. */
  INVITE(EnumSet.of(DRAFTED, NOTICED), NOTICED),
  /** Both attend and sign; an absent side may still sign later, and a quarrel may end so. */
  SIGN(EnumSet.of(NOTICED, ONE_ABSENT, BOTH_ABSENT, SERVED, OBJECTED), BOTH_SIGNED),
  /** One side stayed away: the present side's line stands with the source documents. */
  ONE_STAYED_AWAY(EnumSet.of(NOTICED), ONE_ABSENT),
  /** Both stayed away: the investigator decides. */
  BOTH_STAYED_AWAY(EnumSet.of(NOTICED), BOTH_ABSENT),
  /** 违约缺席定界通知 is served; objection within 15 days. */
  SERVE(EnumSet.of(ONE_ABSENT, BOTH_ABSENT, OBJECTED), SERVED),
  /** In time, even if it is entered late. */
  OBJECT(EnumSet.of(SERVED), OBJECTED),
  /** 争议原由书: what either side says; the dispute goes on. */
  STATE_REASONS(EnumSet.of(OBJECTED), null),
  /** The dispute was decided by a document: mediation agreement, decision, judgment. */
  DECIDE(EnumSet.of(OBJECTED), FINAL);

  private final Set<Pointing> from;
  private final @Nullable Pointing to;

  PointingStep(Set<Pointing> from, @Nullable Pointing to) {
    this.from = from;
    this.to = to;
  }

  public boolean startsFrom(Pointing state) {
    return from.contains(state);
  }

  /** Where it leads from there. */
  public Pointing leadsTo(Pointing state) {
    return to == null ? state : to;
  }
}
