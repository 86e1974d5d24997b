package org.jieshi.register;

import java.nio.charset.StandardCharsets;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Register entries over HTTP, for everybody signed in. */
@RestController
@RequestMapping("/api/parcels/{code}")
class RegisterController {

  private final RegisterEntries entries;
  private final boolean synthetic;

  RegisterController(RegisterEntries entries, Environment environment) {
    this.entries = entries;
    this.synthetic = environment.acceptsProfiles(Profiles.of("demo"));
  }

  @GetMapping("/register")
  RegisterEntry entry(@PathVariable String code) {
    return entries.of(code);
  }

  @GetMapping(value = "/register.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> extract(@PathVariable String code) {
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
        .filename("登记簿 " + code + ".pdf", StandardCharsets.UTF_8).build().toString())
        .body(RegisterExtract.print(entries.of(code), synthetic));
  }
}
