package org.jieshi.registration.batch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.registration.batch.Batch.Item;
import org.jieshi.registration.batch.Batch.ItemStatus;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Batches over HTTP: taken in at once, done in the background, followed by asking. */
@RestController
@RequestMapping("/api/batches")
class BatchesController {

  private final BatchDesk desk;
  private final BatchStore batches;
  private final CurrentUser current;

  BatchesController(BatchDesk desk, BatchStore batches, CurrentUser current) {
    this.desk = desk;
    this.batches = batches;
    this.current = current;
  }

  @PostMapping
  ResponseEntity<Batch> request(@Valid @RequestBody NewBatch asked,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
    JsonNode body = asked.body() == null ? JsonNodeFactory.instance.objectNode() : asked.body();
    Batch batch = desk.request(asked.step(), asked.keys(), body, idempotencyKey);
    return ResponseEntity.accepted().location(URI.create("/api/batches/" + batch.id())).body(batch);
  }

  @GetMapping
  Page<Batch> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    current.require();
    return batches.page(page, Page.size(size));
  }

  @GetMapping("/{id}")
  Batch get(@PathVariable String id) {
    current.require();
    return batches.get(id);
  }

  @GetMapping("/{id}/items")
  Page<Item> items(@PathVariable String id, @RequestParam(required = false) @Nullable ItemStatus status,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "500") int size) {
    current.require();
    batches.get(id);
    return batches.items(id, status, page, Page.size(size));
  }

  @PostMapping("/{id}/stop")
  Batch stop(@PathVariable String id) {
    return desk.stop(id);
  }

  /**
   * @param step {@code apply} for parcels, {@code certify} or a step of the procedure for applications
   * @param body what the step needs, the same for all
   */
  record NewBatch(@NotBlank String step, @NotEmpty List<@NotBlank String> keys, @Nullable JsonNode body) {
  }
}
