package org.jieshi.ingest.transformation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.Page;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/transformations}: sets of local parameters. */
@RestController
@RequestMapping("/api/transformations")
class TransformationController {

  private final TransformationSets sets;
  private final CurrentUser current;

  TransformationController(TransformationSets sets, CurrentUser current) {
    this.sets = sets;
    this.current = current;
  }

  /** @param reason why it isn't used any more */
  record Retirement(@NotBlank @Size(max = 400) String reason) {}

  @GetMapping
  Page<TransformationSet> list() {
    List<TransformationSet> all = sets.all();
    return new Page<>(all, all.size(), 0, all.size());
  }

  @GetMapping("/{id}")
  ResponseEntity<TransformationSet> get(@PathVariable long id) {
    current.require();
    return answer(sets.get(id));
  }

  @PostMapping
  ResponseEntity<TransformationSet> add(@Valid @RequestBody NewTransformation given) {
    TransformationSet added = sets.add(given);
    return ResponseEntity.created(URI.create("/api/transformations/" + added.id()))
        .eTag(Revision.etag(added.revision())).body(added);
  }

  @PostMapping("/{id}/actions/retire")
  ResponseEntity<TransformationSet> retire(@PathVariable long id, @Valid @RequestBody Retirement retirement,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    return answer(sets.retire(id, Revision.required(ifMatch, "transformation " + id), retirement.reason()));
  }

  private static ResponseEntity<TransformationSet> answer(TransformationSet set) {
    return ResponseEntity.ok().eTag(Revision.etag(set.revision())).body(set);
  }
}
