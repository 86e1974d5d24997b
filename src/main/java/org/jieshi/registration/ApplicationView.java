package org.jieshi.registration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.coordination.LiaisonLetter;
import org.jieshi.fees.FeeStanding;
import org.jieshi.registration.documents.ApplicationDocument;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.investigation.UseDecision;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.Objection;
import org.jieshi.registration.overrides.GateOverride;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;

/**
 * An application with its file, for somebody signed in.
 *
 * @param allowedActions the steps that its state and the role of the person asking leave open, gates aside
 * @param nextAction the step the procedure waits for; null when it has ended
 * @param unmet what the gates before {@code nextAction} lack
 * @param overridden what they lack and an override in force covers
 * @param overrides all that there ever were, the oldest first
 * @param warnings L2: a party, right or source that stands there twice, fields that do not fit the holder
 * @param useDecision on approved against actual use, the latest
 * @param fees null while the class of the land use is not known
 */
record ApplicationView(String id, String number, String parcel, ApplicationState state, Bilingual stateTitle,
    @Nullable ApplicationState suspendedFrom, Suspension.@Nullable Cause suspendedFor, TitleFacts title,
    LocalDate appliedOn, String appliedBy, @Nullable LocalDate registeredOn, @Nullable String surveyor,
    @Nullable String reviewer, @Nullable String approver, List<String> allowedActions, @Nullable String nextAction,
    List<Unmet> unmet, List<Unmet> overridden, List<Override> overrides,
    List<Bilingual> warnings, @Nullable UseDecision useDecision, @Nullable Investigation investigation, @Nullable Notice notice, List<Objection> objections,
    @Nullable Minutes minutes, List<LiaisonLetter> letters, List<ApplicationDocument> documents,
    List<DocumentKind> requiredDocuments, @Nullable FeeStanding fees, List<ApplicationEvent> timeline, int revision) {

  /** A gate that is not passed, as in the refusal of the step itself. */
  record Unmet(String gate, String fact, String factZh) {

    static Unmet of(UnmetGate unmet) {
      return new Unmet(unmet.gate(), unmet.fact().en(), unmet.fact().zh());
    }
  }

  /** An override, and how it stands today. */
  record Override(@JsonUnwrapped GateOverride override, GateOverride.Status status) {
  }

  /** One line of a list. */
  record Line(String id, String number, String parcel, ApplicationState state, Bilingual stateTitle,
      @Nullable String holder, LocalDate appliedOn, @Nullable LocalDate registeredOn, @Nullable String nextAction,
      List<String> allowedActions, int revision) {
  }
}
