package org.jieshi.registration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.BoundaryTableCheck;
import org.jieshi.registration.investigation.HolderRules;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * What a survey, its form and the pointing with neighbours must state, and what follows from it (domain sheet §5). What
 * lacks something is refused by field.
 */
final class SurveyRules {

  private SurveyRules() {
  }

  /** Only land that is on the register is surveyed for it. */
  static ParcelNow inForce(@Nullable ParcelNow parcel, Application application) {
    if (parcel == null || !parcel.inForce()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Parcel %s is no longer on the register: withdraw the application.".formatted(application.parcel()),
          "宗地 %s 已不在册：请撤回申请。".formatted(application.parcel())).about(application.parcel()).asException();
    }
    return parcel;
  }

  static Investigation onRecord(@Nullable Investigation investigation, Application application) {
    if (investigation == null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Application %s has no investigation yet: record the survey first."
          .formatted(application.id()), "申请 %s 尚无调查记录，请先登记权属调查。".formatted(application.number()))
          .about(application.id()).asException();
    }
    return investigation;
  }

  /** Whoever surveyed answers for the record, and nobody else writes into it. */
  static void requireSurveyor(Investigation found, String person, Application application) {
    if (!person.equals(found.surveyor())) {
      throw Problem.of(ProblemCode.FORBIDDEN,
          "The record is that of %s, who answers for it: record a survey of your own.".formatted(found.surveyor()),
          "该调查记录由 %s 负责，请另行登记调查。".formatted(found.surveyor())).about(application.id()).asException();
    }
  }

  static void requireDocument(BoundaryBasis basis, @Nullable String document) {
    if (basis.documented() && (document == null || document.isBlank())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "A boundary that rests on %s needs the document's number.".formatted(basis),
          "界线依据为 %s 时须填写文件编号。".formatted(basis)).inField("basisDocument").asException();
    }
  }

  /** @param known the classes of the standards */
  static void requireClass(@Nullable LandUse use, Predicate<LandUse> known, String field) {
    if (use != null && !known.test(use)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "%s: %s has no class %s.".formatted(field, use.scheme(), use.code()),
          "字段 %s：%s 中没有地类 %s。".formatted(field, use.scheme(), use.code())).inField(field).asException();
    }
  }

  /** As they go on record: a line that stands without both signatures has what makes it stand. */
  static List<Neighbour> neighbours(List<Neighbour> stated) {
    List<Neighbour> neighbours = stated.stream().map(SurveyRules::served).toList();
    for (int place = 0; place < neighbours.size(); place++) {
      requireGround(neighbours.get(place), place);
    }
    return neighbours;
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

  /** @param place among the neighbours of the record, from 0 */
  static Neighbour neighbour(Investigation found, int place) {
    if (place >= found.neighbours().size()) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "neighbour: the record has %d neighbours, counted from 0.".formatted(found.neighbours().size()),
          "字段 neighbour：调查记录有 %d 个相邻方，自 0 起计。".formatted(found.neighbours().size())).inField("neighbour")
          .asException();
    }
    return found.neighbours().get(place);
  }

  /** What is worth recording of a step of pointing; a deadline only where something was served. */
  static Map<String, ?> pointed(Neighbour after, WorkingDays calendar) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("neighbour", after.name());
    detail.put("pointing", after.pointing().name());
    detail.put("on", after.on() == null ? "" : after.on().toString());
    LocalDate deadline = after.objectionDeadline(calendar);
    if (deadline != null) {
      detail.put("deadline", deadline.toString());
    }
    return detail;
  }

  static void requireSound(@Nullable InvestigationForm form) {
    if (form != null) {
      HolderRules.refusal(form.allHolders()).ifPresent(problem -> {
        throw problem.asException();
      });
    }
  }

  /**
   * @param form in force with the table: it may say how the points were found
   * @param points of the boundary in force
   */
  static void requireTableOf(List<BoundaryPoint> points, List<BoundaryRow> table, @Nullable InvestigationForm form,
      @Nullable Double accuracy) {
    BoundaryTableCheck.refusal(table, points, BoundaryTableCheck.method(form, accuracy)).ifPresent(problem -> {
      throw problem.asException();
    });
  }

  /** Whoever is named with shares is who is registered. */
  static TitleFacts withHolders(TitleFacts stated, @Nullable InvestigationForm form) {
    if (form == null || form.allHolders().isEmpty()) {
      return stated;
    }
    String names = String.join("、", form.allHolders().stream().map(holder -> holder.name().strip()).toList());
    return new TitleFacts(names, stated.rightKind(), stated.rightNature(), stated.location(), stated.approvedUse(),
        stated.actualUse(), stated.termUntil());
  }
}
