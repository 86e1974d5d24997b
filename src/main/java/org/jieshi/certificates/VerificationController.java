package org.jieshi.certificates;

import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The public address on every certificate: JSON for programs, the page for people. Needs no sign-in. */
@RestController
@RequestMapping("/verify")
class VerificationController {

  /** Bytes; our largest certificate, with an orthophoto and thousands of boundary points, has a tenth. */
  private static final long LARGEST_FILE = 32L << 20;

  private final Verifications verifications;

  VerificationController(Verifications verifications) {
    this.verifications = verifications;
  }

  @GetMapping(path = "/{token}", produces = MediaType.APPLICATION_JSON_VALUE)
  Verification verify(@PathVariable String token) {
    return verifications.verify(token).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND,
        "This office has never issued a certificate with this address; ask the land office before you rely on the paper.",
        "本机关从未颁发带有该地址的证书，请先向国土部门核实。").asException());
  }

  @GetMapping(path = "/{token}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Void> page(@PathVariable String token) {
    if (!token.matches("[A-Za-z0-9_-]{1,64}")) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/#/verify/" + token)).build();
  }

  /** Whether a PDF is, byte for byte, a certificate as issued. The file is not kept. */
  @PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  PaperCheck file(@RequestParam MultipartFile file) throws IOException {
    if (file.getSize() > LARGEST_FILE) {
      throw Problem.of(ProblemCode.TOO_LARGE, "No certificate of this office is larger than 32 MB.",
          "本机关的证书文件不超过 32 MB。").inField("file").asException();
    }
    return verifications.check(file.getBytes());
  }

  /** Whether figures typed from a paper agree with the register. */
  @PostMapping(path = "/figures")
  PaperCheck figures(@Valid @RequestBody TypedCertificate typed) {
    return verifications.check(typed);
  }
}
