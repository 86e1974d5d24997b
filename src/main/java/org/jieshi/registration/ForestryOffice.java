package org.jieshi.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.coordination.Department;
import org.jieshi.coordination.LetterStatus;
import org.jieshi.coordination.LetterSubject;
import org.jieshi.coordination.LiaisonLetter;
import org.jieshi.coordination.LiaisonLetters;
import org.jieshi.coordination.NewLetter;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.registration.gates.Facts.Forestry;
import org.jieshi.registration.gates.Facts.Reply;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.LandUseClasses.LandUseClass;
import org.jieshi.registration.investigation.LandUseClasses;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.investigation.UseDecision;
import org.jieshi.registration.investigation.UseDecisions;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The consultation of the forestry department, by liaison letters about the application. */
@Component
class ForestryOffice {

  private final LiaisonLetters letters;
  private final LandUseClasses uses;
  private final SpatialUnits units;
  private final UseDecisions decisions;
  private final OfficeClock clock;

  ForestryOffice(LiaisonLetters letters, LandUseClasses uses, SpatialUnits units, UseDecisions decisions,
      OfficeClock clock) {
    this.decisions = decisions;
    this.clock = clock;
    this.letters = letters;
    this.uses = uses;
    this.units = units;
  }

  Forestry facts(Application application, @Nullable Investigation investigation, @Nullable List<Bilingual> findings) {
    Optional<LiaisonLetter> latest = latest(application, investigation);
    LandUse agreed = latest.map(letter -> LandUse.of(letter.landUseScheme(), letter.landUseCode())).orElse(null);
    return new Forestry(units.hasEvidence(UnitFacts.FOREST_CERTIFICATE), findings, forestUse(application.title()),
        latest.map(ForestryOffice::reply).orElse(Reply.NOT_ASKED), agreed);
  }

  /** Letters about an earlier survey asked about other land; withdrawn ones ask nothing. */
  Optional<LiaisonLetter> latest(Application application, @Nullable Investigation investigation) {
    if (investigation == null) {
      return Optional.empty();
    }
    return letters.forSubject(LetterSubject.APPLICATION, application.id()).stream()
        .filter(letter -> letter.department() == Department.FORESTRY && letter.status() != LetterStatus.WITHDRAWN)
        .filter(letter -> !letter.sentAt().isBefore(investigation.recordedAt()))
        .reduce((earlier, later) -> later);
  }

  /** Letters to other departments; their answers stand on the file, none of them is a gate. */
  List<String> askOthers(Application application, Command.Consult consult) {
    List<Department> others = consult.others() == null ? List.of() : consult.others();
    return others.stream().filter(department -> department != Department.FORESTRY).distinct()
        .map(department -> letters.send(new NewLetter(department, null, LetterSubject.APPLICATION, application.id(),
            application.parcel(), question(application, consult), consult.dueDays(), null)).id()).toList();
  }

  LiaisonLetter ask(Application application, Command.Consult consult) {
    return letters.send(new NewLetter(Department.FORESTRY, consult.addressee(), LetterSubject.APPLICATION,
        application.id(), application.parcel(), question(application, consult), consult.dueDays(), null));
  }

  private static String question(Application application, Command.Consult consult) {
    LandUse use = application.title().actualUse();
    return consult.question() != null ? consult.question()
        : "请就宗地 %s 拟按现状用途%s办理国有土地使用权登记提出书面意见。"
            .formatted(application.parcel(), use == null ? "" : "（" + use.scheme() + " " + use.code() + "）");
  }

  /** What was agreed on the use of the land, recorded where the approved and the actual one differ. */
  static boolean usesDiffer(TitleFacts title) {
    return title.approvedUse() != null && title.actualUse() != null && !title.approvedUse().equals(title.actualUse());
  }

  Map<String, ?> decideUse(Command.DecideLandUse decide, Application application, String person) {
    LandUse approved = application.title().approvedUse();
    LandUse actual = application.title().actualUse();
    if (!usesDiffer(application.title())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Approved and actual use of %s do not differ: there is nothing to decide.".formatted(application.id()),
          "申请 %s 的批准用途与实际用途并无不一致，无须决定。".formatted(application.number())).about(application.id()).asException();
    }
    decisions.add(application.id(), new UseDecision(approved, actual, decide.registered(), decide.reason(),
        decide.document(), person, clock.now()));
    return Map.of("registered", decide.registered().name(), "reason", decide.reason(), "document", decide.document());
  }

  private static Reply reply(LiaisonLetter letter) {
    if (letter.decision() == null) {
      return Reply.NOT_ANSWERED;
    }
    return switch (letter.decision()) {
      case AGREED, NO_OBJECTION -> Reply.AGREED;
      case OBJECTED -> Reply.OBJECTED;
      case RECEIVED -> Reply.NOT_ANSWERED;
    };
  }

  /** True if any of the uses is forest; null if one that is stated, or the actual one, cannot be told. */
  private @Nullable Boolean forestUse(TitleFacts title) {
    if (title.rightKind() == RightKind.FOREST_LAND_USE) {
      return true;
    }
    Boolean actual = forest(title.actualUse());
    Boolean approved = title.approvedUse() == null ? Boolean.FALSE : forest(title.approvedUse());
    if (Boolean.TRUE.equals(actual) || Boolean.TRUE.equals(approved)) {
      return true;
    }
    return actual == null || approved == null ? null : Boolean.FALSE;
  }

  private @Nullable Boolean forest(@Nullable LandUse use) {
    return use == null ? null : uses.find(use).map(LandUseClass::forest).orElse(null);
  }
}
