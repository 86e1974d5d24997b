package org.jieshi.disputes.contents;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The file of a case over HTTP. */
@RestController
class ContentsController {

  private final CaseContents contents;
  private final EvidenceDesk evidence;

  ContentsController(CaseContents contents, EvidenceDesk evidence) {
    this.contents = contents;
    this.evidence = evidence;
  }

  /** @param weight 0 to 100; orders the list of evidence */
  record Weight(int weight) {
  }

  @GetMapping("/api/disputes/{id}/contents")
  ContentsView view(@PathVariable String id) {
    return contents.view(id);
  }

  @PostMapping("/api/disputes/{id}/statements")
  @ResponseStatus(HttpStatus.CREATED)
  ContentsView state(@PathVariable String id, @Valid @RequestBody NewStatement statement) {
    contents.state(id, statement);
    return contents.view(id);
  }

  @PostMapping("/api/disputes/{id}/visits")
  @ResponseStatus(HttpStatus.CREATED)
  ContentsView visit(@PathVariable String id, @Valid @RequestBody NewVisit visit) {
    contents.visit(id, visit);
    return contents.view(id);
  }

  @PostMapping("/api/disputes/{id}/visits/{visit}/photos")
  @ResponseStatus(HttpStatus.CREATED)
  ContentsView photo(@PathVariable String id, @PathVariable int visit, @RequestParam MultipartFile file,
      @RequestParam @Nullable String caption, @RequestParam @Nullable Double lon, @RequestParam @Nullable Double lat) {
    contents.photo(id, visit, new CaseContents.NewPhoto(caption, lon, lat, name(file), bytes(file)));
    return contents.view(id);
  }

  @PostMapping("/api/disputes/{id}/evidence")
  @ResponseStatus(HttpStatus.CREATED)
  ContentsView add(@PathVariable String id, @RequestParam MultipartFile file, @RequestParam String evidenceClass,
      @RequestParam String title, @RequestParam @Nullable String party, @RequestParam @Nullable String document,
      @RequestParam @Nullable LocalDate datedOn, @RequestParam @Nullable String note) {
    evidence.add(id, new EvidenceDesk.NewEvidence(party, evidenceClass, title, document, datedOn, note, name(file),
        bytes(file)));
    return contents.view(id);
  }

  @GetMapping("/api/disputes/{id}/evidence/{evidence}/file")
  ResponseEntity<byte[]> evidenceFile(@PathVariable String id, @PathVariable("evidence") long number) {
    return attachment(evidence.evidence(id, number));
  }

  @GetMapping("/api/disputes/{id}/photos/{photo}/file")
  ResponseEntity<byte[]> photoFile(@PathVariable String id, @PathVariable long photo) {
    return attachment(evidence.photo(id, photo));
  }

  @GetMapping("/api/evidence-classes")
  List<ContentsView.EvidenceClass> classes() {
    return contents.classes();
  }

  @PutMapping("/api/evidence-classes/{code}")
  List<ContentsView.EvidenceClass> weigh(@PathVariable String code, @RequestBody Weight weight) {
    return contents.weigh(code, weight.weight());
  }

  /**
   * As what its first bytes say, so that a picture can be shown within a page, but always as an attachment: what
   * somebody uploaded is never opened as a page of this program.
   */
  private static ResponseEntity<byte[]> attachment(EvidenceDesk.Download file) {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType()))
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(file.fileName(), StandardCharsets.UTF_8).build().toString())
        .body(file.bytes());
  }

  private static String name(MultipartFile file) {
    return file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getSize() > CaseFiles.LARGEST ? new byte[CaseFiles.LARGEST + 1] : file.getBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
