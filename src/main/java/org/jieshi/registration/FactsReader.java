package org.jieshi.registration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jieshi.fees.FeeFacts;
import org.jieshi.fees.FeeStanding;
import org.jieshi.fees.Fees;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.documents.ApplicationDocument;
import org.jieshi.registration.documents.Documents;
import org.jieshi.registration.documents.RequiredDocument;
import org.jieshi.registration.gates.Facts.Contention;
import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.Investigations;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.LandUseClasses.LandUseClass;
import org.jieshi.registration.investigation.LandUseClasses;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.UseDecisions;
import org.jieshi.registration.notice.Notices;
import org.jieshi.registration.notice.Objection;
import org.jieshi.registration.notice.Objections;
import org.jieshi.registration.overrides.Overrides;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gathers what the gates judge, as the running transaction sees it. What another module cannot tell stays unknown, and
 * the gates refuse it by name.
 */
@Component
class FactsReader {

  private final SpatialUnits units;
  private final Investigations investigations;
  private final LandUseClasses uses;
  private final Notices notices;
  private final Objections objections;
  private final Documents documents;
  private final Overrides overrides;
  private final UseDecisions useDecisions;
  private final ApplicationFile file;
  private final Fees fees;
  private final Contest contest;
  private final ForestryOffice forestry;
  private final ObjectProvider<LiveCertificates> certificates;
  private final ObjectProvider<CertificateForms> forms;
  private final WorkingCalendar calendar;
  private final OfficeClock clock;

  FactsReader(SpatialUnits units, Investigations investigations, LandUseClasses uses, Notices notices,
      Objections objections, Documents documents, Overrides overrides,
      UseDecisions useDecisions, ApplicationFile file, Fees fees, Contest contest,
      ForestryOffice forestry, ObjectProvider<LiveCertificates> certificates,
      ObjectProvider<CertificateForms> forms, WorkingCalendar calendar,
      OfficeClock clock) {
    this.units = units;
    this.investigations = investigations;
    this.uses = uses;
    this.notices = notices;
    this.objections = objections;
    this.documents = documents;
    this.overrides = overrides;
    this.useDecisions = useDecisions;
    this.file = file;
    this.fees = fees;
    this.contest = contest;
    this.forestry = forestry;
    this.certificates = certificates;
    this.forms = forms;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * @param acting who takes the step; null for nobody in particular
   * @param deciding whether this very step brings the minutes of the meeting
   */
  Facts read(Application application, Action action, @Nullable String acting, boolean deciding) {
    ParcelNow parcel = parcel(application);
    Investigation investigation = investigations.inForce(application.id()).orElse(null);
    List<Objection> lodged = objections.of(application.id());
    Contention contention = contest.contention(application.parcel());
    RightKind kind = application.title().rightKind();
    return new Facts(clock.today(), calendar.load(), application.officers(action, acting), application.title(), parcel,
        investigation, kind == null ? null : file.noticeDays(kind, application.appliedOn()).orElse(null),
        notices.latest(application.id()).orElse(null), lodged, contention,
        forestry.facts(application, investigation, contest.forestFindings(application.parcel())),
        deciding || minutes(application).isPresent(),
        feeStanding(application, parcel, contention, lodged).orElse(null), required(application),
        documents.of(application.id()).stream().map(ApplicationDocument::kind).collect(Collectors.toSet()),
        liveCertificates(application), overrides.of(application.id()),
        useDecisions.latest(application.id()).orElse(null));
  }

  ParcelNow parcel(Application application) {
    UnitVersion version = units.get(application.unitId());
    return new ParcelNow(version.ref().id(), version.ref().code(), version.ref().version(), version.boundaryHash(),
        version.planeArea(), version.accuracy(), version.current());
  }

  /** Of a meeting on the survey in force. */
  Optional<Minutes> minutes(Application application) {
    return investigations.inForce(application.id())
        .flatMap(found -> file.minutes(application.id(), found.recordedAt()));
  }

  /** What the fee is judged by; empty where the class of the land is not known. */
  Optional<FeeFacts> feeFacts(Application application) {
    return feeFacts(application, parcel(application), contest.contention(application.parcel()),
        objections.of(application.id()));
  }

  Optional<FeeStanding> feeStanding(Application application) {
    return feeFacts(application).map(facts -> fees.standing(facts, application.appliedOn()));
  }

  private Optional<FeeStanding> feeStanding(Application application, ParcelNow parcel, Contention contention,
      List<Objection> lodged) {
    return feeFacts(application, parcel, contention, lodged)
        .map(facts -> fees.standing(facts, application.appliedOn()));
  }

  private Optional<FeeFacts> feeFacts(Application application, ParcelNow parcel, Contention contention,
      List<Objection> lodged) {
    LandUse use = application.title().actualUse();
    if (use == null) {
      return Optional.empty();
    }
    boolean disputed = !lodged.isEmpty() || Boolean.TRUE.equals(contention.everDisputed());
    return uses.find(use).map(LandUseClass::landClass)
        .map(landClass -> new FeeFacts(application.id(), parcel.planeArea(), landClass, disputed, copies(application)));
  }

  private int copies(Application application) {
    Holding holding = Holding.of(investigations.inForce(application.id()).map(Investigation::form).orElse(null));
    CertificateForms known = forms.getIfAvailable();
    return known == null ? 1 : known.papers(holding);
  }

  private @Nullable List<RequiredDocument> required(Application application) {
    RightKind kind = application.title().rightKind();
    List<RequiredDocument> required = kind == null ? List.of() : documents.required(kind, application.appliedOn());
    return required.isEmpty() ? null : required;
  }

  private @Nullable List<Bilingual> liveCertificates(Application application) {
    LiveCertificates register = certificates.getIfAvailable();
    if (register == null) {
      return null;
    }
    return register.overlapping(application.unitId()).stream().map(FactsReader::sentence).toList();
  }

  private static Bilingual sentence(LiveCertificates.LiveOverlap overlap) {
    return overlap.area() == null
        ? new Bilingual("Live certificate %s of parcel %s lies beside or over the land in another datum, so nobody can say "
            + "whether they overlap; have its boundary measured in the system of this parcel.",
            "有效证书 %s（宗地 %s）位于本宗地附近但坐标基准不同，无法判定是否重叠，请按本宗地坐标系补测其界线。")
            .formatted(overlap.number(), overlap.parcel())
        : new Bilingual("Live certificate %s of parcel %s covers %s m² of the land.",
            "有效证书 %s（宗地 %s）与本宗地重叠 %s 平方米。")
            .formatted(overlap.number(), overlap.parcel(), overlap.area());
  }
}
