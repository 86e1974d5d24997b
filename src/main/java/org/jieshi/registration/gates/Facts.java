package org.jieshi.registration.gates;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jieshi.fees.FeeStanding;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.documents.RequiredDocument;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.investigation.UseDecision;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.Objection;
import org.jieshi.registration.overrides.GateOverride;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gates judge, gathered in the transaction of the step. Null means not known.
 *
 * @param parcel null if there is none any more
 * @param investigation null while nothing was surveyed
 * @param noticeDays working days that the setting asks for
 * @param notice the latest of the application, standing or not
 * @param minutes whether a bureau meeting has decided, or is deciding in this step
 * @param fees null where the land class is unknown, so that nothing can be assessed
 * @param required null where no setting lists the documents of this kind of right
 * @param present kinds of documents that have a file
 * @param liveCertificates overlaps with live certificates of anybody, one sentence each
 * @param useDecision the latest on approved against actual use; null while there is none
 * @param overrides all that there ever were; those in force cover the facts they name
 */
public record Facts(LocalDate today, WorkingDays calendar, Officers officers, TitleFacts title,
    @Nullable ParcelNow parcel, @Nullable Investigation investigation, @Nullable Integer noticeDays,
    @Nullable Notice notice, List<Objection> objections, Contention contention, Forestry forestry, boolean minutes,
    @Nullable FeeStanding fees, @Nullable List<RequiredDocument> required, Set<DocumentKind> present,
    @Nullable List<Bilingual> liveCertificates, List<GateOverride> overrides,
    @Nullable UseDecision useDecision) {

  /** As the investigation in force states it. */
  public Holding holding() {
    return Holding.of(investigation == null ? null : investigation.form());
  }

  /**
   * What stands against the parcel.
   *
   * @param openConflicts overlaps that are not noise and not settled, one sentence each
   * @param openCases dispute cases that are not closed, one sentence each
   * @param everDisputed whether there ever was a case
   */
  public record Contention(@Nullable List<Bilingual> openConflicts, @Nullable List<Bilingual> openCases,
      @Nullable Boolean everDisputed) {

    public static final Contention UNKNOWN = new Contention(null, null, null);
  }

  /**
   * What is known of forest on the parcel.
   *
   * @param layerKnown whether forest-right certificates of others were ever loaded
   * @param findings overlaps with them (rule C5), one sentence each
   * @param forestUse whether the approved or the actual use is forest land
   * @param reply the latest reply of the forestry department
   * @param agreedUse the land use it agreed to have registered, where it said so
   */
  public record Forestry(boolean layerKnown, @Nullable List<Bilingual> findings, @Nullable Boolean forestUse,
      Reply reply, @Nullable LandUse agreedUse) {
  }

  /** How the forestry department answered. */
  public enum Reply {
    NOT_ASKED, NOT_ANSWERED, AGREED, OBJECTED
  }
}
