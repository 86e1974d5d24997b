package org.jieshi.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jieshi.registration.documents.ApplicationDocument;
import org.jieshi.registration.documents.DocumentKind;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of applications over HTTP; one file may be given to many applications at once. */
@RestController
@RequestMapping("/api/applications")
class DocumentController {

  private final DocumentDesk desk;
  private final ApplicationBatch batch;

  DocumentController(DocumentDesk desk, ApplicationBatch batch) {
    this.desk = desk;
    this.batch = batch;
  }

  @PostMapping("/{id}/documents")
  @ResponseStatus(HttpStatus.CREATED)
  ApplicationDocument add(@PathVariable String id, @RequestParam DocumentKind kind, @RequestParam MultipartFile file) {
    return desk.add(id, kind, name(file), mediaType(file), bytes(file));
  }

  @PostMapping("/batch/documents")
  ApplicationBatch.Result addToMany(@RequestParam List<String> ids, @RequestParam DocumentKind kind,
      @RequestParam MultipartFile file) {
    byte[] content = bytes(file);
    return batch.each(ids, id -> {
      desk.add(id, kind, name(file), mediaType(file), content);
      return ApplicationBatch.Item.done(id, id, null);
    });
  }

  /** As an attachment, so that nothing somebody uploaded is ever shown as a page of this program. */
  @GetMapping("/{id}/documents/{document}")
  ResponseEntity<byte[]> content(@PathVariable String id, @PathVariable long document) {
    return attachment(desk.content(id, document));
  }

  static ResponseEntity<byte[]> attachment(DocumentDesk.Content content) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(content.document().fileName(), StandardCharsets.UTF_8).build().toString())
        .body(content.bytes());
  }

  static String name(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null || name.isBlank() ? "document" : name.substring(Math.max(name.lastIndexOf('/'),
        name.lastIndexOf('\\')) + 1);
  }

  static String mediaType(MultipartFile file) {
    return file.getContentType() == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : file.getContentType();
  }

  static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
