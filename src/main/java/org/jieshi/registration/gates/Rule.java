package org.jieshi.registration.gates;

import java.util.Collection;
import java.util.List;
import org.jieshi.shared.UnmetGate;

/** The gates by name. W1 is asked twice: whether a notice may be published, and whether it has run its course. */
public enum Rule {

  NOTICE_POSSIBLE(new NoticePossibleGate()),
  NOTICE_RUN(new NoticeRunGate()),
  UNDISPUTED(new DisputeGate()),
  FORESTRY(new ForestryGate()),
  FOUR_EYES(new FourEyesGate()),
  MEETING(new MeetingGate()),
  FEES_AND_DOCUMENTS(new FeesAndDocumentsGate()),
  NO_LIVE_CERTIFICATE(new LiveCertificateGate());

  private final Gate gate;

  Rule(Gate gate) {
    this.gate = gate;
  }

  /** {@code W1} to {@code W7}. */
  public String id() {
    return gate.id();
  }

  /** What the gate lacks and no override in force covers. */
  public List<UnmetGate> unmet(Facts facts) {
    return missing(facts).stream().filter(fact -> !overridden(fact, facts)).toList();
  }

  /** What the gate lacks, overridden or not. */
  public List<UnmetGate> missing(Facts facts) {
    return gate.unmet(facts);
  }

  private boolean overridden(UnmetGate fact, Facts facts) {
    return this != NO_LIVE_CERTIFICATE
        && facts.overrides().stream().anyMatch(override -> override.covers(fact, facts.today()));
  }

  /** What these gates lack and overrides cover. */
  public static List<UnmetGate> overridden(Collection<Rule> rules, Facts facts) {
    return rules.stream().flatMap(rule -> rule.missing(facts).stream().filter(fact -> rule.overridden(fact, facts)))
        .toList();
  }

  /** What all of these gates lack. */
  public static List<UnmetGate> unmet(Collection<Rule> rules, Facts facts) {
    return rules.stream().flatMap(rule -> rule.unmet(facts).stream()).toList();
  }
}
