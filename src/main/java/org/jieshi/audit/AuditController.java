package org.jieshi.audit;

import java.util.List;
import org.jieshi.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The chain over HTTP, for managers and administrators. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

  private final AuditTrail trail;
  private final AuditVerifier verifier;

  AuditController(AuditTrail trail, AuditVerifier verifier) {
    this.trail = trail;
    this.verifier = verifier;
  }

  @GetMapping
  AuditPage entries(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int size) {
    return new AuditPage(trail.after(after, Page.size(size)), trail.head());
  }

  @GetMapping("/head")
  AuditHead head() {
    return trail.head();
  }

  @PostMapping("/verify")
  AuditReport verify() {
    return verifier.verify();
  }

  /** Entries in order, and the head they lead to. */
  record AuditPage(List<AuditEntry> items, AuditHead head) {
  }
}
