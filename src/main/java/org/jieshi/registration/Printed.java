package org.jieshi.registration;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A printed document as the answer to a request. */
final class Printed {

  /** On every paper of the demonstration. */
  static final String SYNTHETIC = "演示数据，并非真实土地 — SYNTHETIC demo data, no real land";

  private Printed() {
  }

  /** Shown by the browser, and saved under that name. */
  static ResponseEntity<byte[]> inline(String name, byte[] pdf) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
            .filename(name + ".pdf", StandardCharsets.UTF_8).build().toString()).body(pdf);
  }
}
