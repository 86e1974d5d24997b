package org.jieshi.registration;

import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.registration.batch.BatchWork;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The steps of the procedure as work of a batch: {@code apply} for parcels, every {@link Action} for applications. */
@Component
class StepWork implements BatchWork {

  private static final String APPLY = "apply";

  private final Applications applications;
  private final Procedure procedure;
  private final Commands commands;
  private final CurrentUser current;

  StepWork(Applications applications, Procedure procedure, Commands commands, CurrentUser current) {
    this.applications = applications;
    this.procedure = procedure;
    this.commands = commands;
    this.current = current;
  }

  @Override
  public boolean takes(String step) {
    return step.equals(APPLY) || Action.ofPath(step).filter(action -> action != Action.CERTIFY).isPresent();
  }

  @Override
  public void check(String step, JsonNode body) {
    if (step.equals(APPLY)) {
      current.require(Role.SURVEYOR, Role.REVIEWER);
      return;
    }
    current.require(commands.read(step, body).action().roles());
  }

  @Override
  public Outcome one(String step, String key, JsonNode body) {
    if (step.equals(APPLY)) {
      RegisteredRight right = applications.apply(key);
      return new Outcome(right.id(), right.state().name(), null);
    }
    Application application = procedure.take(key, null, commands.read(step, body));
    return new Outcome(application.id(), application.state().name(), null);
  }
}
