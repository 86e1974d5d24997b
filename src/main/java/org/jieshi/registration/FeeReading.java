package org.jieshi.registration;

import org.jieshi.fees.FeeSheet;
import org.jieshi.fees.FeeStanding;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The fee of an application on paper. */
@Service
class FeeReading {

  private final ApplicationStore applications;
  private final FactsReader facts;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final String office;
  private final @Nullable String mark;

  FeeReading(ApplicationStore applications, FactsReader facts, CurrentUser current, OfficeClock clock,
      @Value("${jieshi.farm.county-name}") String county, Environment environment) {
    this.applications = applications;
    this.facts = facts;
    this.current = current;
    this.clock = clock;
    this.office = county + "土地管理部门";
    this.mark = environment.acceptsProfiles(Profiles.of("demo")) ? Printed.SYNTHETIC : null;
  }

  @Transactional(readOnly = true)
  byte[] sheet(String id) {
    current.require();
    Application application = applications.find(id)
        .orElseThrow(() -> ProblemException.notFound("application", "申请", id));
    FeeStanding fees = facts.feeStanding(application).orElseThrow(() -> Problem.of(ProblemCode.CONFLICTING_STATE,
        "The fee of %s cannot be assessed: the class of the land use is not known.".formatted(id),
        "申请 %s 的费用无法核定：土地用途类别不明。".formatted(application.number())).about(id).asException());
    return FeeSheet.print(application.number(), application.parcel(), application.title().holder(), fees, office,
        clock.today(), mark);
  }
}
