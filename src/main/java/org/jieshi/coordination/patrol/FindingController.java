package org.jieshi.coordination.patrol;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.disputes.encroachment.EncroachmentFact;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.Page;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Findings over HTTP. */
@RestController
@RequestMapping("/api/findings")
class FindingController {

  private final Findings findings;
  private final CurrentUser current;

  FindingController(Findings findings, CurrentUser current) {
    this.findings = findings;
    this.current = current;
  }

  @GetMapping
  Page<Finding> list(@RequestParam Finding.@Nullable Status status, @RequestParam @Nullable String patrol,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    current.require();
    return findings.page(status, patrol, page, size);
  }

  @PostMapping
  ResponseEntity<Finding> add(@Valid @RequestBody New finding) {
    Finding added = findings.add(new Findings.NewFinding(finding.patrolId(), finding.foundOn(), finding.lon(),
        finding.lat(), finding.outline() == null ? List.of() : finding.outline(),
        finding.accuracy() == null ? Findings.USUAL_ACCURACY : finding.accuracy(), finding.occupier(), finding.way(),
        finding.since(), finding.note()));
    return ResponseEntity.created(URI.create("/api/findings/" + added.id())).eTag(Revision.etag(added.revision()))
        .body(added);
  }

  @GetMapping("/{id}")
  ResponseEntity<Finding> get(@PathVariable String id) {
    current.require();
    return answer(findings.get(id));
  }

  @PostMapping("/{id}/photos")
  ResponseEntity<Finding> addPhoto(@PathVariable String id, @RequestParam MultipartFile file) {
    return answer(findings.addPhoto(id, Files.name(file), Files.bytes(file)));
  }

  /** The picture itself: its type was read from its content when it came. */
  @GetMapping("/{id}/photos/{seq}")
  ResponseEntity<byte[]> photo(@PathVariable String id, @PathVariable int seq) {
    current.require();
    byte[] content = findings.photo(id, seq);
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(Files.imageType(content))).body(content);
  }

  @PostMapping("/{id}/actions/outline")
  ResponseEntity<Finding> outline(@PathVariable String id, @Valid @RequestBody Outline outline,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(findings.outline(id, Revision.required(ifMatch, id), outline.outline(),
        outline.accuracy() == null ? Findings.USUAL_ACCURACY : outline.accuracy()));
  }

  @PostMapping("/{id}/actions/claim")
  ResponseEntity<Finding> claim(@PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(findings.claim(id, Revision.required(ifMatch, id)));
  }

  @PostMapping("/{id}/actions/case")
  ResponseEntity<Finding> openCase(@PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(findings.openCase(id, Revision.required(ifMatch, id)));
  }

  @PostMapping("/{id}/actions/dismiss")
  ResponseEntity<Finding> dismiss(@PathVariable String id, @Valid @RequestBody Reason reason,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(findings.dismiss(id, Revision.required(ifMatch, id), reason.reason()));
  }

  private static ResponseEntity<Finding> answer(Finding finding) {
    return ResponseEntity.ok().eTag(Revision.etag(finding.revision())).body(finding);
  }

  /** @param outline corners as [longitude, latitude] */
  record New(@Nullable String patrolId, @NotNull LocalDate foundOn, @NotNull Double lon, @NotNull Double lat,
      @Nullable @Size(max = 5000) List<@NotNull List<@NotNull Double>> outline,
      @Nullable @DecimalMin("0.01") @DecimalMax("100") Double accuracy, @NotBlank @Size(max = 120) String occupier,
      @NotNull EncroachmentFact.Way way, @Nullable LocalDate since, @Nullable @Size(max = 4000) String note) {
  }

  record Outline(@NotNull @Size(max = 5000) List<@NotNull List<@NotNull Double>> outline,
      @Nullable @DecimalMin("0.01") @DecimalMax("100") Double accuracy) {
  }

  record Reason(@NotBlank @Size(max = 1000) String reason) {
  }
}
