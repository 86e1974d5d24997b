package org.jieshi.certificates;

import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.registration.batch.BatchWork;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Issuing certificates as work of a batch. */
@Component
class IssueWork implements BatchWork {

  private final Certificates certificates;
  private final CurrentUser current;

  IssueWork(Certificates certificates, CurrentUser current) {
    this.certificates = certificates;
    this.current = current;
  }

  @Override
  public boolean takes(String step) {
    return step.equals("certify");
  }

  @Override
  public void check(String step, JsonNode body) {
    current.require(Role.APPROVER);
  }

  @Override
  public Outcome one(String step, String key, JsonNode body) {
    return new Outcome(key, "CERTIFIED", certificates.issue(key).number());
  }
}
