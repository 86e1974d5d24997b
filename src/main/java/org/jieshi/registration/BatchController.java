package org.jieshi.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same step for many parcels or applications; the answer tells what became of each. */
@RestController
@RequestMapping("/api/applications/batch")
class BatchController {

  private final ApplicationBatch batch;
  private final Commands commands;

  BatchController(ApplicationBatch batch, Commands commands) {
    this.batch = batch;
    this.commands = commands;
  }

  @PostMapping
  ApplicationBatch.Result apply(@Valid @RequestBody Parcels parcels) {
    return batch.apply(parcels.parcels());
  }

  /** {@code {"ids": […], …}}, the rest being the body of the step. Takes the applications as they stand, without tag. */
  @PostMapping("/actions/{action}")
  ApplicationBatch.Result act(@PathVariable String action, @RequestBody JsonNode body) {
    JsonNode ids = body instanceof ObjectNode order ? order.remove("ids") : null;
    if (ids == null || !ids.isArray() || ids.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "ids: list the applications to be stepped.", "字段 ids：请列出申请编号。")
          .inField("ids").asException();
    }
    return batch.act(ids.valueStream().map(JsonNode::asString).toList(), commands.read(action, body));
  }

  record Parcels(@NotEmpty List<@NotBlank String> parcels) {
  }
}
