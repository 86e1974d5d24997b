package org.jieshi.certificates;

import java.net.URI;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public address on every certificate: JSON for programs, the page for people. */
@RestController
@RequestMapping("/verify/{token}")
class VerificationController {

  private final Certificates certificates;

  VerificationController(Certificates certificates) {
    this.certificates = certificates;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Verification verify(@PathVariable String token) {
    return certificates.verify(token).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND,
        "This office has never issued a certificate with this address; ask the land office before you rely on the paper.",
        "本机关从未颁发带有该地址的证书，请先向国土部门核实。").asException());
  }

  @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Void> page(@PathVariable String token) {
    if (!token.matches("[A-Za-z0-9_-]{1,64}")) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/#/verify/" + token)).build();
  }
}
