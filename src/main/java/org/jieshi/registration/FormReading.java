package org.jieshi.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Users;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.form.FormPrinter;
import org.jieshi.registration.form.FormView;
import org.jieshi.registration.form.SharedPoints;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.BoundaryTableCheck;
import org.jieshi.registration.investigation.HolderRules;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.Investigations;
import org.jieshi.registration.investigation.LandUseClasses;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows and prints the investigation form of an application. */
@Service
class FormReading {

  private final ApplicationStore applications;
  private final ApplicationFile file;
  private final Investigations investigations;
  private final SpatialUnits units;
  private final SharedPoints shared;
  private final LandUseClasses uses;
  private final WorkingCalendar calendar;
  private final Users users;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final HolderIdentities numbers;
  private final AuditLog audit;
  private final String office;
  private final @Nullable String mark;

  FormReading(ApplicationStore applications, ApplicationFile file, Investigations investigations, SpatialUnits units,
      SharedPoints shared, LandUseClasses uses, WorkingCalendar calendar, Users users, CurrentUser current, OfficeClock clock,
      HolderIdentities numbers, AuditLog audit, @Value("${jieshi.farm.county-name}") String county, Environment environment) {
    this.applications = applications;
    this.file = file;
    this.investigations = investigations;
    this.units = units;
    this.shared = shared;
    this.uses = uses;
    this.calendar = calendar;
    this.users = users;
    this.current = current;
    this.clock = clock;
    this.numbers = numbers;
    this.audit = audit;
    this.office = county + "土地管理部门";
    this.mark = environment.acceptsProfiles(Profiles.of("demo")) ? Printed.SYNTHETIC : null;
  }

  /** @throws ProblemException {@code NOT_FOUND} without an application or before it was surveyed */
  @Transactional(readOnly = true)
  FormView view(String id) {
    return view(id, false);
  }

  private FormView view(String id, boolean whole) {
    Application application = applications.find(id)
        .orElseThrow(() -> ProblemException.notFound("application", "申请", id));
    Investigation found = investigations.inForce(id)
        .orElseThrow(() -> ProblemException.notFound("investigation of application", "调查记录：申请", id));
    UnitVersion parcel = units.getVersion(application.unitId(), found.parcelVersion());
    InvestigationForm form = found.form() == null ? InvestigationForm.EMPTY : found.form();
    InvestigationForm.Method method = BoundaryTableCheck.method(form, parcel.accuracy());
    List<BoundaryPoint> points = BoundaryPoints.of(parcel.boundary());
    List<BoundaryRow> rows = found.boundaryTable() != null ? found.boundaryTable()
        : BoundaryTableCheck.blank(points, method);
    List<Bilingual> warnings = new ArrayList<>(BoundaryTableCheck.warnings(rows, points, parcel.accuracy()));
    warnings.addAll(HolderRules.warnings(form.allHolders()));
    found = whole ? found : found.masked();
    form = found.form() == null ? InvestigationForm.EMPTY : found.form();
    return new FormView(id, application.number(), application.parcel(), application.title(), parcel.planeArea(),
        CoordinateSystems.bySrid(parcel.srid()).labelZh() + "（EPSG:" + parcel.srid() + "）", parcel.accuracy(), method,
        found, users.get(found.surveyor()).displayName(), form,
        InvestigationSheet.table(parcel.ref().code(), points, rows, shared.of(parcel)), found.boundaryTable() != null,
        units.get(application.unitId()).boundaryHash().equals(found.boundaryHash()),
        InvestigationSheet.sides(found.neighbours(), clock.today(), calendar.load()), warnings,
        InvestigationSheet.review(application, file.steps(id)), parcel.degrees());
  }

  /**
   * The paper 地籍调查表 has the holders' numbers (TD/T 1001-2012, appendix): whole for those who fill it in and decide by
   * it, with an entry in the audit record; masked for everybody else.
   */
  @Transactional
  byte[] print(String id) {
    boolean whole = numbers.roles().contains(current.require().role());
    FormView view = view(id, whole);
    if (whole && !view.form().masked().equals(view.form())) {
      audit.record("PERSONAL_DATA_PRINTED", "application", id, Map.of("what", numbers.kind().name(), "paper", "地籍调查表"));
    }
    return FormPrinter.form(view, boundary(id, view), use -> uses.find(use).map(known -> known.name()).orElse(null),
        mark);
  }

  byte[] defaultNotice(String id, int place) {
    FormView view = view(id);
    return FormPrinter.notice(view, side(view, place), office, mark);
  }

  byte[] reasons(String id, int place) {
    FormView view = view(id);
    return FormPrinter.reasons(view, side(view, place), mark);
  }

  private Geometry boundary(String id, FormView view) {
    long unit = applications.find(id).orElseThrow().unitId();
    return units.getVersion(unit, view.investigation().parcelVersion()).boundary();
  }

  private static FormView.Side side(FormView view, int place) {
    return view.neighbours().stream().filter(side -> side.place() == place).findFirst()
        .orElseThrow(() -> ProblemException.notFound("neighbour", "相邻方", place));
  }
}
