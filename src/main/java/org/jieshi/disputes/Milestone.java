package org.jieshi.disputes;

/** The dates of a case that deadlines run from or end on. */
enum Milestone {

  OPENED("opened_on"),
  ACCEPTED("accepted_on"),
  COPIED("copied_on"),
  ANSWERED("answered_on"),
  MEDIATION("mediation_on"),
  /** The handling opinion is ready and the case goes up for a decision. */
  OPINION("opinion_on"),
  REPORTED("reported_on"),
  /** The end of the investigation as extended with approval. */
  INVESTIGATION_UNTIL("investigation_until"),
  AGREED("agreed_on"),
  DECIDED("decided_on"),
  /** The agreement, or the last decision, was served on the parties. */
  SERVED("served_on"),
  ORDERED("ordered_on"),
  RESTITUTION_BY("restitution_by"),
  RECOVERED("recovered_on"),
  /** Of two certificates over one land, one holder had an objection registered: it lapses without a suit. */
  OBJECTION_REGISTERED("objection_registered_on"),
  SUIT_FILED("suit_filed_on"),
  ENDED("ended_on");

  private final String column;

  Milestone(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }
}
