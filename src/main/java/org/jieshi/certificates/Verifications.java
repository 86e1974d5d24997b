package org.jieshi.certificates;

import java.util.List;
import java.util.Optional;
import org.jieshi.certificates.PaperCheck.FieldCheck;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers whoever holds a certificate, without a sign-in: by the address under its square code, by the file, by the figures
 * on the paper. A file counts only if it is, byte for byte, one that was issued.
 */
@Service
@Transactional(readOnly = true)
class Verifications {

  private final CertificateStore store;
  private final Serials serials;

  Verifications(CertificateStore store, Serials serials) {
    this.store = store;
    this.serials = serials;
  }

  /** What the bearer of a certificate's verification address may know; empty for an address that was never issued. */
  Optional<Verification> verify(String token) {
    return store.findPaperByToken(token).map(Verification::of);
  }

  PaperCheck check(byte[] file) {
    String sha256 = Sha256.hex(file);
    return store.findPaperByHash(sha256).map(paper -> PaperCheck.exact(Verification.of(paper), sha256))
        .or(() -> Seal.token(file).flatMap(this::verify).map(named -> PaperCheck.altered(named, sha256)))
        .orElseGet(() -> PaperCheck.notOurs(sha256));
  }

  PaperCheck check(TypedCertificate typed) {
    if (typed.figures() < TypedCertificate.FEWEST_FIGURES) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "Give at least two figures of the paper beside its number: holder, parcel, area, date of issue.",
          "除证号外，请至少再填写两项：权利人、宗地代码、面积、发证日期。").inField("holder").asException();
    }
    Optional<IssuedPaper> found = CertificateNumber.find(typed.number())
        .flatMap(number -> store.findPaperByNumber(number.canonical()));
    if (found.isEmpty()) {
      return PaperCheck.notOurs(null);
    }
    List<FieldCheck> fields = typed.compare(found.get(), serials.ofPaper(found.get().number()));
    return PaperCheck.typed(found.get(), fields);
  }
}
