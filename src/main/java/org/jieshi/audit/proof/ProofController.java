package org.jieshi.audit.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The proof to take away, for those who may read the chain. */
@RestController
@RequestMapping("/api/audit")
class ProofController {

  private final SignedHeads heads;
  private final AuditExport export;
  private final OfficeClock clock;

  ProofController(SignedHeads heads, AuditExport export, OfficeClock clock) {
    this.heads = heads;
    this.export = export;
    this.clock = clock;
  }

  @GetMapping("/heads")
  Page<SignedHead> heads(@RequestParam(defaultValue = "30") int size) {
    List<SignedHead> newest = heads.newest(Page.size(size));
    return new Page<>(newest, newest.size(), 0, Math.max(1, newest.size()));
  }

  /** As PEM; the other half never leaves the server. */
  @GetMapping("/key.pem")
  ResponseEntity<String> key() throws IOException {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/x-pem-file"))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment("jieshi-audit-key.pem")).body(heads.publicKey());
  }

  /** The whole chain, for {@code jieshi verify-export}. */
  @GetMapping("/export.jsonl")
  void export(HttpServletResponse response) throws IOException {
    response.setContentType("application/x-ndjson");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("jieshi-audit-%s.jsonl".formatted(clock.today())));
    export.write(response.getOutputStream());
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment().filename(name).build().toString();
  }
}
