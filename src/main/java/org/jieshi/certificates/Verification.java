package org.jieshi.certificates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the public verification page tells whoever holds a certificate: whether it counts, and the figures to compare.
 *
 * @param holder to whom this paper is made out
 * @param holders all co-owners, each with share and certificate; empty where one holds alone
 * @param paperSha256 of the PDF as it was issued: any altered byte gives another
 */
public record Verification(String number, CertificateStatus status, boolean valid, String sentence, String sentenceZh,
    String parcel, @Nullable String unitNumber, String holder, Holding.Kind holding, List<CoHolder> holders,
    BigDecimal area, LocalDate issuedOn, @Nullable Instant endedAt, String paperSha256, long auditSeq,
    String auditHash) {

  static Verification of(IssuedPaper paper) {
    Certificate certificate = paper.certificate();
    Bilingual sentence = switch (certificate.status()) {
      case LIVE -> new Bilingual("This certificate is valid.", "本证书有效。");
      case CANCELLED -> new Bilingual("This certificate was cancelled and is not valid.", "本证书已注销，无效。");
      case SUPERSEDED -> new Bilingual("This certificate was superseded by a later one and is not valid.",
          "本证书已被新证书取代，无效。");
    };
    return new Verification(paper.number(), certificate.status(),
        certificate.status() == CertificateStatus.LIVE, sentence.en(), sentence.zh(), certificate.parcel(),
        certificate.unitNumber(), paper.holder(), certificate.holding(), certificate.holders(), certificate.area(),
        certificate.issuedOn(), certificate.endedAt(), paper.sha256(), certificate.auditHead().seq(), certificate.auditHead().hash());
  }
}
