package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jieshi.platform.access.EndpointTable;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;

/** The table of addresses lets in to each step whom the procedure lets take it. */
class ActionRolesTest {

  @Test
  void eachStepHasItsLineAndItsRoles() throws IOException {
    EndpointTable table = new EndpointTable();
    for (Action action : Action.values()) {
      assertThat(table.find("POST", PathContainer.parsePath("/api/applications/A1/actions/" + action.path())).orElseThrow()
          .roles()).as(action.path()).containsExactlyInAnyOrder(action.roles());
    }
  }
}
