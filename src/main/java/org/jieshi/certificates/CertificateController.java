package org.jieshi.certificates;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Certificates over HTTP, for people of the office. */
@RestController
@RequestMapping("/api/certificates")
class CertificateController {

  private final Certificates certificates;
  private final Serials serials;

  CertificateController(Certificates certificates, Serials serials) {
    this.certificates = certificates;
    this.serials = serials;
  }

  @GetMapping
  Page<CertificateView> page(@RequestParam @Nullable String parcel, @RequestParam @Nullable CertificateStatus status,
      @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size) {
    return certificates.page(parcel, status, asOf, page, Page.size(size)).map(CertificateView::of);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CertificateView issue(@Valid @RequestBody Issue issue) {
    return CertificateView.of(certificates.issue(issue.application()));
  }

  /** Each application in a transaction of its own; one refusal does not hold up the others. */
  @PostMapping("/batch")
  List<BatchItem> issueAll(@Valid @RequestBody Batch batch) {
    return batch.applications().stream().map(this::issueOne).toList();
  }

  private BatchItem issueOne(String application) {
    try {
      return new BatchItem(application, certificates.issue(application).number(), null);
    } catch (ProblemException refusal) {
      return new BatchItem(application, null, Map.of("code", refusal.problem().code(),
          "detail", refusal.problem().detail().en(), "detailZh", refusal.problem().detail().zh()));
    }
  }

  @GetMapping("/{number}")
  ResponseEntity<CertificateView> get(@PathVariable String number) {
    IssuedPaper paper = certificates.paper(number);
    return ResponseEntity.ok().eTag(Revision.etag(paper.certificate().revision()))
        .body(CertificateView.of(paper, serials.ofPaper(paper.number())));
  }

  @GetMapping(value = "/{number}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(@PathVariable String number) {
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
        .filename(number + ".pdf", StandardCharsets.UTF_8).build().toString()).body(certificates.pdf(number));
  }

  @PostMapping("/{number}/cancel")
  ResponseEntity<CertificateView> cancel(@PathVariable String number,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Cancel cancel) {
    Certificate ended = certificates.cancel(number, Revision.required(ifMatch, number), cancel.reason(),
        cancel.document());
    return ResponseEntity.ok().eTag(Revision.etag(ended.revision())).body(CertificateView.of(ended));
  }

  /** Says which printed blank the certificate was written on. */
  @PostMapping("/{number}/printed-serials")
  CertificateView recordSerial(@PathVariable String number, @Valid @RequestBody Blank blank) {
    serials.record(number, blank.serial(), blank.note());
    IssuedPaper paper = certificates.paper(number);
    return CertificateView.of(paper, serials.ofPaper(paper.number()));
  }

  /** @param note why another blank was needed; required from the second on */
  record Blank(@NotBlank @Size(max = 40) String serial, @Nullable @Size(max = 400) String note) {
  }

  record Issue(@NotBlank String application) {
  }

  record Batch(@NotEmpty @Size(max = 1000) List<@NotBlank String> applications) {
  }

  record BatchItem(String application, @Nullable String number, @Nullable Map<String, ?> problem) {
  }

  /** @param document number of the decision */
  record Cancel(@NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 80) String document) {
  }
}
