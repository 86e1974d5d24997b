package org.jieshi.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.BoundaryTableCheck;
import org.jieshi.registration.investigation.HolderRules;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.Investigations;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.LandUseClasses;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.PointingRules;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.notice.Notices;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records surveys, their form and boundary table, and the pointing with each neighbour. */
@Component
class SurveyDesk {

  private final Investigations investigations;
  private final LandUseClasses uses;
  private final Notices notices;
  private final OverrideDesk overrides;
  private final SpatialUnits units;
  private final OfficeClock clock;

  SurveyDesk(Investigations investigations, LandUseClasses uses, Notices notices, OverrideDesk overrides,
      SpatialUnits units, OfficeClock clock) {
    this.investigations = investigations;
    this.uses = uses;
    this.notices = notices;
    this.overrides = overrides;
    this.units = units;
    this.clock = clock;
  }

  Map<String, ?> record(Command.RecordSurvey survey, Application application, @Nullable ParcelNow parcel,
      String person) {
    ParcelNow now = inForce(parcel, application);
    requireNotLater(survey.surveyedOn(), "surveyedOn");
    if (survey.boundaryBasis().documented() && (survey.basisDocument() == null || survey.basisDocument().isBlank())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "A boundary that rests on %s needs the document's number.".formatted(survey.boundaryBasis()),
          "界线依据为 %s 时须填写文件编号。".formatted(survey.boundaryBasis())).inField("basisDocument").asException();
    }
    TitleFacts stated = survey.title() == null ? TitleFacts.NONE : survey.title();
    requireKnown(stated.approvedUse(), "title.approvedUse");
    requireKnown(stated.actualUse(), "title.actualUse");
    List<Neighbour> neighbours = survey.neighbours().stream().map(SurveyDesk::served).toList();
    for (int i = 0; i < neighbours.size(); i++) {
      requireGround(neighbours.get(i), i);
    }
    InvestigationForm form = survey.form() == null ? null
        : survey.form().unmasked(investigations.inForce(application.id()).map(Investigation::form).orElse(null));
    checkForm(form);
    checkTable(survey.boundaryTable(), form, application, now);
    application.recordSurvey(person, withHolders(stated, form));
    investigations.add(application.id(), new Investigation(now.version(), now.boundaryHash(), survey.boundaryBasis(),
        survey.basisDocument(), survey.surveyedOn(), neighbours, survey.notes(), person, clock.now(), form,
        survey.boundaryTable()));
    notices.end(application.id(), "RESURVEYED", clock.now());
    overrides.endAll(application, person);
    return Map.of("version", now.version(), "boundaryBasis", survey.boundaryBasis().name(),
        "neighbours", neighbours.size());
  }

  /** One step of pointing with one neighbour. */
  Map<String, ?> point(Command.PointBoundary pointed, Application application, Facts known) {
    Investigation found = found(application, known);
    if (pointed.neighbour() >= found.neighbours().size()) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "neighbour: the record has %d neighbours, counted from 0.".formatted(found.neighbours().size()),
          "字段 neighbour：调查记录有 %d 个相邻方，自 0 起计。".formatted(found.neighbours().size())).inField("neighbour")
          .asException();
    }
    Neighbour before = found.neighbours().get(pointed.neighbour());
    Neighbour after = PointingRules.take(before, new PointingRules.Stated(pointed.step(), pointed.on(),
        pointed.signer(), pointed.ownSigner(), pointed.how(), pointed.ground(), pointed.reasons(), pointed.document(),
        pointed.note()), known.today(), known.calendar());
    List<Neighbour> neighbours = new ArrayList<>(found.neighbours());
    neighbours.set(pointed.neighbour(), after);
    investigations.setNeighbours(application.id(), neighbours);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("neighbour", after.name());
    detail.put("pointing", after.pointing().name());
    detail.put("on", after.on() == null ? "" : after.on().toString());
    LocalDate deadline = after.objectionDeadline(known.calendar());
    if (deadline != null) {
      detail.put("deadline", deadline.toString());
    }
    return detail;
  }

  /** The form and the boundary table of the record in force, by the surveyor who answers for it. */
  Map<String, ?> fill(Command.FillForm filled, Application application, Facts known, String person) {
    Investigation found = found(application, known);
    ParcelNow now = inForce(known.parcel(), application);
    if (!person.equals(found.surveyor())) {
      throw Problem.of(ProblemCode.FORBIDDEN,
          "The record is that of %s, who answers for it: record a survey of your own.".formatted(found.surveyor()),
          "该调查记录由 %s 负责，请另行登记调查。".formatted(found.surveyor())).about(application.id()).asException();
    }
    InvestigationForm stated = filled.form() == null ? null : filled.form().unmasked(found.form());
    checkForm(stated);
    InvestigationForm form = stated != null ? stated : found.form();
    checkTable(filled.boundaryTable(), form, application, now);
    if (stated != null) {
      investigations.setForm(application.id(), stated);
      application.restate(withHolders(TitleFacts.NONE, stated));
    }
    if (filled.boundaryTable() != null) {
      investigations.setBoundaryTable(application.id(), filled.boundaryTable());
    }
    return Map.of("form", stated != null, "boundaryTable", filled.boundaryTable() != null);
  }

  private Investigation found(Application application, Facts known) {
    if (known.investigation() == null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Application %s has no investigation yet: record the survey first."
          .formatted(application.id()), "申请 %s 尚无调查记录，请先登记权属调查。".formatted(application.number()))
          .about(application.id()).asException();
    }
    return known.investigation();
  }

  private static ParcelNow inForce(@Nullable ParcelNow parcel, Application application) {
    if (parcel == null || !parcel.inForce()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Parcel %s is no longer on the register: withdraw the application.".formatted(application.parcel()),
          "宗地 %s 已不在册：请撤回申请。".formatted(application.parcel())).about(application.parcel()).asException();
    }
    return parcel;
  }

  /** Where only the day was stated, it is the day of the service. */
  private static Neighbour served(Neighbour stated) {
    return stated.pointing() != Pointing.SERVED || stated.servedOn() != null
        ? stated
        : new Neighbour(stated.name(), stated.side(), stated.pointing(), stated.on(), stated.note(), stated.signer(),
            stated.ownSigner(), stated.on(), stated.servedHow(), stated.ground(), stated.reasons(), stated.decidedBy());
  }

  private static void requireGround(Neighbour neighbour, int place) {
    if (neighbour.lacksGround()) {
      String field = "neighbours[%d].pointing".formatted(place);
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "%s: a line that stands without both signatures needs the day its notice was served, or the document that "
              .formatted(field) + "decided it.",
          "字段 %s：无双方签章的界线须有定界通知送达日期，或作出决定的文件。".formatted(field)).inField(field).asException();
    }
  }

  private static void checkForm(@Nullable InvestigationForm form) {
    if (form != null) {
      HolderRules.refusal(form.allHolders()).ifPresent(problem -> {
        throw problem.asException();
      });
    }
  }

  private void checkTable(@Nullable List<BoundaryRow> table, @Nullable InvestigationForm form, Application application,
      ParcelNow now) {
    if (table != null) {
      List<BoundaryPoint> points = BoundaryPoints.of(units.get(application.unitId()).boundary());
      BoundaryTableCheck.refusal(table, points, BoundaryTableCheck.method(form, now.accuracy())).ifPresent(problem -> {
        throw problem.asException();
      });
    }
  }

  /** Whoever is named with shares is who is registered. */
  private static TitleFacts withHolders(TitleFacts stated, @Nullable InvestigationForm form) {
    if (form == null || form.allHolders().isEmpty()) {
      return stated;
    }
    String names = String.join("、", form.allHolders().stream().map(holder -> holder.name().strip()).toList());
    return new TitleFacts(names, stated.rightKind(), stated.rightNature(), stated.location(), stated.approvedUse(),
        stated.actualUse(), stated.termUntil());
  }

  private void requireKnown(@Nullable LandUse use, String field) {
    if (use != null && uses.find(use).isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "%s: %s has no class %s.".formatted(field, use.scheme(), use.code()),
          "字段 %s：%s 中没有地类 %s。".formatted(field, use.scheme(), use.code())).inField(field).asException();
    }
  }

  private void requireNotLater(LocalDate day, String field) {
    if (day.isAfter(clock.today())) {
      throw notLater(day, field);
    }
  }

  static ProblemException notLater(LocalDate day, String field) {
    return Problem.of(ProblemCode.INVALID_FIELD, "%s: %s is in the future.".formatted(field, day),
        "字段 %s：%s 晚于今日。".formatted(field, day)).inField(field).asException();
  }
}
