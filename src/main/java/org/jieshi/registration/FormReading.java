package org.jieshi.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.PointingStep;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingCalendar;
import org.jieshi.shared.WorkingDays;
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
        found, users.get(found.surveyor()).displayName(), form, table(parcel, points, rows), found.boundaryTable() != null,
        units.get(application.unitId()).boundaryHash().equals(found.boundaryHash()), sides(found), warnings,
        review(application), parcel.degrees());
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

  private List<FormView.Point> table(UnitVersion parcel, List<BoundaryPoint> points, List<BoundaryRow> rows) {
    Map<String, List<SharedPoints.Shared>> sharedWith = shared.of(parcel);
    String code = parcel.ref().code();
    return IntStream.range(0, points.size()).mapToObj(i -> {
      BoundaryPoint point = points.get(i);
      BoundaryRow row = rows.get(i);
      List<SharedPoints.Shared> others = sharedWith.getOrDefault(point.number(), List.of());
      return new FormView.Point(row.number(), point.part(), point.ring(), point.north(), point.east(),
          point.distanceToNext(), row.number().charAt(0) + point.next().substring(1), row,
          SharedPoints.physical(code, row.number(), others), others);
    }).toList();
  }

  private List<FormView.Side> sides(Investigation found) {
    LocalDate today = clock.today();
    WorkingDays days = calendar.load();
    return IntStream.range(0, found.neighbours().size())
        .mapToObj(place -> side(place, found.neighbours().get(place), today, days)).toList();
  }

  /** A year without its calendar leaves the deadline open, and what was served is not final. */
  private static FormView.Side side(int place, Neighbour neighbour, LocalDate today, WorkingDays days) {
    LocalDate deadline = null;
    Pointing standing = neighbour.pointing();
    try {
      deadline = neighbour.objectionDeadline(days);
      standing = neighbour.standing(today, days);
    } catch (ProblemException calendarMissing) {
      // shown without a deadline; the gate names the year that is missing
    }
    return new FormView.Side(place, neighbour, standing, deadline, Arrays.stream(PointingStep.values())
        .filter(step -> step.startsFrom(neighbour.pointing())).map(Enum::name).toList());
  }

  /** Of the survey in force: a later one threw the review away. */
  private FormView.@Nullable Signed review(Application application) {
    if (application.reviewer() == null) {
      return null;
    }
    return file.steps(application.id()).stream().filter(event -> event.action().equals(Action.REVIEW.path()))
        .reduce((earlier, later) -> later)
        .map(event -> new FormView.Signed(String.valueOf(event.detail().getOrDefault("opinion", "")),
            event.personName(), event.at().atZone(OfficeClock.ZONE).toLocalDate())).orElse(null);
  }
}
