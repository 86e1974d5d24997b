package org.jieshi.coordination.complaint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.coordination.due.WorkKind;
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

/** Complaints over HTTP. */
@RestController
@RequestMapping("/api/complaints")
class ComplaintController {

  private final Complaints complaints;
  private final ComplaintPaper paper;

  ComplaintController(Complaints complaints, ComplaintPaper paper) {
    this.complaints = complaints;
    this.paper = paper;
  }

  @GetMapping
  Page<Complaint> list(@RequestParam Complaint.@Nullable Status status, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return complaints.page(status, page, size);
  }

  @PostMapping
  ResponseEntity<Complaint> receive(@Valid @RequestBody New complaint) {
    Complaint received = complaints.receive(new Complaints.NewComplaint(complaint.complainant(), complaint.contact(),
        complaint.respondent(), complaint.respondentUser(),
        complaint.subjectKind() == null ? null : complaint.subjectKind().name(), complaint.subjectId(),
        complaint.body()));
    return ResponseEntity.created(URI.create("/api/complaints/" + received.id()))
        .eTag(Revision.etag(received.revision())).body(received);
  }

  @GetMapping("/{id}")
  ResponseEntity<Complaint> get(@PathVariable String id) {
    return answer(complaints.view(id));
  }

  /** The written result, or the record so far. */
  @GetMapping(path = "/{id}/result.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(@PathVariable String id) {
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"%s.pdf\"".formatted(id))
        .contentType(MediaType.APPLICATION_PDF).body(paper.print(complaints.view(id)));
  }

  @PostMapping("/{id}/actions/group")
  ResponseEntity<Complaint> group(@PathVariable String id, @Valid @RequestBody Group group,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(complaints.group(id, Revision.required(ifMatch, id), group.members()));
  }

  @PostMapping("/{id}/actions/copy")
  ResponseEntity<Complaint> copy(@PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(complaints.copy(id, Revision.required(ifMatch, id)));
  }

  @PostMapping("/{id}/actions/answer")
  ResponseEntity<Complaint> answer(@PathVariable String id, @Valid @RequestBody Answer answer,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(complaints.answer(id, Revision.required(ifMatch, id), answer.answer(), answer.answeredBy()));
  }

  @PostMapping("/{id}/actions/hear")
  ResponseEntity<Complaint> hear(@PathVariable String id, @Valid @RequestBody Heard heard,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(complaints.hear(id, Revision.required(ifMatch, id),
        new Complaint.Hearing(heard.side(), heard.heldOn(),
        heard.appeared(), heard.people(), heard.minutes())));
  }

  @PostMapping("/{id}/actions/decide")
  ResponseEntity<Complaint> decide(@PathVariable String id, @Valid @RequestBody Decided decided,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(complaints.decide(id, Revision.required(ifMatch, id), decided.finding(), decided.result(),
        decided.recipients() == null ? List.of() : decided.recipients()));
  }

  @PostMapping("/{id}/actions/withdraw")
  ResponseEntity<Complaint> withdraw(@PathVariable String id, @Valid @RequestBody Reason reason,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(complaints.withdraw(id, Revision.required(ifMatch, id), reason.reason()));
  }

  private static ResponseEntity<Complaint> answer(Complaint complaint) {
    return ResponseEntity.ok().eTag(Revision.etag(complaint.revision())).body(complaint);
  }

  record New(@NotBlank @Size(max = 120) String complainant, @NotBlank @Size(max = 200) String contact,
      @NotBlank @Size(max = 120) String respondent, @Nullable @Size(max = 40) String respondentUser,
      @Nullable WorkKind subjectKind, @Nullable @Size(max = 64) String subjectId,
      @NotBlank @Size(max = 8000) String body) {
  }

  record Group(@NotNull @Size(max = 20) List<@NotBlank String> members) {
  }

  record Answer(@NotBlank @Size(max = 8000) String answer, @Nullable @Size(max = 120) String answeredBy) {
  }

  record Heard(@NotNull Complaint.Side side, @NotNull LocalDate heldOn, @NotNull Boolean appeared,
      @NotBlank @Size(max = 400) String people, @NotBlank @Size(max = 8000) String minutes) {
  }

  record Decided(@NotNull Complaint.Finding finding, @NotBlank @Size(max = 8000) String result,
      @Nullable @Size(max = 30) List<@NotBlank @Size(max = 120) String> recipients) {
  }

  record Reason(@NotBlank @Size(max = 1000) String reason) {
  }
}
