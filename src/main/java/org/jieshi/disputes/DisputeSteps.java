package org.jieshi.disputes;

import java.util.Arrays;
import java.util.List;
import org.jieshi.shared.ActionBodies;
import org.springframework.stereotype.Component;

/** The actions of a case, for the description of the interface. */
@Component
class DisputeSteps implements ActionBodies {

  @Override
  public String address() {
    return "/api/disputes/{id}/actions/{path}";
  }

  @Override
  public List<Step> steps() {
    return Arrays.stream(DisputeAction.values()).map(each -> new Step(each.path(), each.title(), each.command())).toList();
  }
}
