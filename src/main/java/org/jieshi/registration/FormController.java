package org.jieshi.registration;

import org.jieshi.registration.form.FormView;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The investigation form and the fee sheet over HTTP, to read and to print; both are filled in by steps. */
@RestController
@RequestMapping("/api/applications/{id}")
class FormController {

  private final FormReading reading;
  private final FeeReading fees;

  FormController(FormReading reading, FeeReading fees) {
    this.reading = reading;
    this.fees = fees;
  }

  @GetMapping("/investigation")
  FormView get(@PathVariable String id) {
    return reading.view(id);
  }

  @GetMapping(value = "/investigation.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(@PathVariable String id) {
    return Printed.inline("地籍调查表-" + id, reading.print(id));
  }

  /** The assessment sheet of the fee. */
  @GetMapping(value = "/fees.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> fees(@PathVariable String id) {
    return Printed.inline("登记费核定单-" + id, fees.sheet(id));
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
