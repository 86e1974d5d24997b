package org.jieshi.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.Investigations;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.LandUseClasses;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.PointingRules;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.notice.Notices;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records surveys, their form and boundary table, and the pointing with each neighbour, by {@link SurveyRules}. */
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
    ParcelNow now = SurveyRules.inForce(parcel, application);
    StatedDay.requireNotLater(survey.surveyedOn(), clock.today(), "surveyedOn");
    SurveyRules.requireDocument(survey.boundaryBasis(), survey.basisDocument());
    TitleFacts stated = survey.title() == null ? TitleFacts.NONE : survey.title();
    SurveyRules.requireClass(stated.approvedUse(), this::known, "title.approvedUse");
    SurveyRules.requireClass(stated.actualUse(), this::known, "title.actualUse");
    List<Neighbour> neighbours = SurveyRules.neighbours(survey.neighbours());
    InvestigationForm form = survey.form() == null ? null
        : survey.form().unmasked(investigations.inForce(application.id()).map(Investigation::form).orElse(null));
    SurveyRules.requireSound(form);
    checkTable(survey.boundaryTable(), form, application, now);
    application.recordSurvey(person, SurveyRules.withHolders(stated, form));
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
    Investigation found = SurveyRules.onRecord(known.investigation(), application);
    Neighbour after = PointingRules.take(SurveyRules.neighbour(found, pointed.neighbour()),
        new PointingRules.Stated(pointed.step(), pointed.on(), pointed.signer(), pointed.ownSigner(), pointed.how(),
            pointed.ground(), pointed.reasons(), pointed.document(), pointed.note()), known.today(), known.calendar());
    List<Neighbour> neighbours = new ArrayList<>(found.neighbours());
    neighbours.set(pointed.neighbour(), after);
    investigations.setNeighbours(application.id(), neighbours);
    return SurveyRules.pointed(after, known.calendar());
  }

  /** The form and the boundary table of the record in force, by the surveyor who answers for it. */
  Map<String, ?> fill(Command.FillForm filled, Application application, Facts known, String person) {
    Investigation found = SurveyRules.onRecord(known.investigation(), application);
    ParcelNow now = SurveyRules.inForce(known.parcel(), application);
    SurveyRules.requireSurveyor(found, person, application);
    InvestigationForm stated = filled.form() == null ? null : filled.form().unmasked(found.form());
    SurveyRules.requireSound(stated);
    checkTable(filled.boundaryTable(), stated != null ? stated : found.form(), application, now);
    if (stated != null) {
      investigations.setForm(application.id(), stated);
      application.restate(SurveyRules.withHolders(TitleFacts.NONE, stated));
    }
    if (filled.boundaryTable() != null) {
      investigations.setBoundaryTable(application.id(), filled.boundaryTable());
    }
    return Map.of("form", stated != null, "boundaryTable", filled.boundaryTable() != null);
  }

  private void checkTable(@Nullable List<BoundaryRow> table, @Nullable InvestigationForm form, Application application,
      ParcelNow now) {
    if (table != null) {
      SurveyRules.requireTableOf(BoundaryPoints.of(units.get(application.unitId()).boundary()), table, form,
          now.accuracy());
    }
  }

  private boolean known(LandUse use) {
    return uses.find(use).isPresent();
  }
}
