package org.jieshi.conflicts.rules;

import jakarta.validation.Valid;
import java.util.List;
import org.jieshi.shared.Page;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rule over HTTP: read by everybody signed in, entered by the administrator. */
@RestController
@RequestMapping("/api/overlap-rules")
class OverlapRuleController {

  private final OverlapRules rules;

  OverlapRuleController(OverlapRules rules) {
    this.rules = rules;
  }

  /** Newest first; the entity tag is the version in force. */
  @GetMapping
  ResponseEntity<Page<OverlapRule>> rules() {
    List<OverlapRule> all = rules.all();
    return ResponseEntity.ok().eTag(Revision.etag(all.get(0).version()))
        .body(new Page<>(all, all.size(), 0, all.size()));
  }

  @PostMapping
  ResponseEntity<OverlapRule> enter(@Valid @RequestBody NewOverlapRule rule,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    OverlapRule entered = rules.enter(rule, Revision.required(ifMatch, "overlap-rules"));
    return ResponseEntity.status(HttpStatus.CREATED).eTag(Revision.etag(entered.version())).body(entered);
  }
}
