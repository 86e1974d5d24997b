package org.jieshi.registration;

import java.util.List;
import org.jieshi.registration.ParcelHistory.Chapter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registration history of a parcel over HTTP. */
@RestController
@RequestMapping("/api/parcels/{code}")
class ParcelHistoryController {

  private final ParcelHistory history;

  ParcelHistoryController(ParcelHistory history) {
    this.history = history;
  }

  @GetMapping("/registrations")
  List<Chapter> of(@PathVariable String code) {
    return history.of(code);
  }

  @GetMapping(value = "/registrations.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(@PathVariable String code) {
    return Printed.inline("宗地登记经过-" + code, history.print(code));
  }
}
