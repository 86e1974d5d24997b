package org.jieshi.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jieshi.platform.access.EndpointTable;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;

/** The table of addresses lets in to each action in a case whom the case lets take it. */
class DisputeActionRolesTest {

  @Test
  void eachActionHasItsLineAndItsRoles() throws IOException {
    EndpointTable table = new EndpointTable();
    for (DisputeAction action : DisputeAction.values()) {
      assertThat(table.find("POST", PathContainer.parsePath("/api/disputes/D1/actions/" + action.path())).orElseThrow()
          .roles()).as(action.path()).containsExactlyInAnyOrder(action.roles());
    }
  }
}
