package org.jieshi.registration;

import org.jieshi.registration.form.FormView;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The investigation form over HTTP, to read and to print; it is filled in by steps of the application. */
@RestController
@RequestMapping("/api/applications/{id}")
class FormController {

  private final FormReading reading;

  FormController(FormReading reading) {
    this.reading = reading;
  }

  @GetMapping("/investigation")
  FormView get(@PathVariable String id) {
    return reading.view(id);
  }

  @GetMapping(value = "/investigation.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(@PathVariable String id) {
    return Printed.inline("地籍调查表-" + id, reading.print(id));
  }

  /** @param place of the neighbour, from 0 */
  @GetMapping(value = "/neighbours/{place}/default-notice.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> notice(@PathVariable String id, @PathVariable int place) {
    return Printed.inline("违约缺席定界通知书-" + id + "-" + (place + 1), reading.defaultNotice(id, place));
  }

  @GetMapping(value = "/neighbours/{place}/reasons.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> reasons(@PathVariable String id, @PathVariable int place) {
    return Printed.inline("争议原由书-" + id + "-" + (place + 1), reading.reasons(id, place));
  }
}
