package org.jieshi.platform.operations;

import java.io.IOException;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The state of the program, for the administrator. */
@RestController
class OperationsController {

  private final Operations operations;
  private final CurrentUser current;

  OperationsController(Operations operations, CurrentUser current) {
    this.operations = operations;
    this.current = current;
  }

  @GetMapping("/api/operations")
  State state() throws IOException {
    current.require(Role.ADMINISTRATOR);
    return operations.state();
  }
}
