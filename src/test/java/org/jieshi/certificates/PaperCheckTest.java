package org.jieshi.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.certificates.PapersInHand.ENDED;
import static org.jieshi.certificates.PapersInHand.FIRST;
import static org.jieshi.certificates.PapersInHand.ISSUED;
import static org.jieshi.certificates.PapersInHand.PARCEL;
import static org.jieshi.certificates.PapersInHand.alone;
import static org.jieshi.certificates.PapersInHand.certificate;
import static org.jieshi.certificates.PapersInHand.ended;
import static org.jieshi.certificates.PapersInHand.paper;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.certificates.PaperCheck.FieldCheck;
import org.jieshi.certificates.PaperCheck.Result;
import org.jieshi.parcels.Land;
import org.jieshi.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the public is told of a paper, by its file or by its figures. */
class PaperCheckTest {

  private static final IssuedPaper PAPER = paper(alone("广西国有华山农场、大岭村"), FIRST);

  @Test
  void everyFigureThatAgreesIsSaidToAgreeHoweverItIsTyped() {
    TypedCertificate typed = new TypedCertificate(FIRST, "大岭村； 广西国有 华山农场;", " " + PARCEL, new BigDecimal("10000"),
        ISSUED, "华山一分场8队", "NO 0001");

    assertThat(typed.figures()).isEqualTo(6);
    assertThat(typed.compare(PAPER, List.of("NO0001", "NO0000"))).containsExactly(agrees("holder", true),
        agrees("parcel", true), agrees("area", true), agrees("issuedOn", true), agrees("location", true),
        agrees("printedSerial", true));
  }

  @Test
  void aFigureThatDoesNotAgreeIsNamed() {
    TypedCertificate typed = new TypedCertificate(FIRST, "广西国有华山农场", Land.code(13), new BigDecimal("10000.01"),
        ISSUED.plusDays(1), "华山二分场", "NO0000");

    assertThat(typed.compare(PAPER, List.of("NO0001", "NO0000"))).extracting(FieldCheck::agrees).containsOnly(false)
        .hasSize(6);
  }

  @Test
  void theRealEstateUnitNumberIsTheParcelsNumberToo() {
    assertThat(typed(null, PAPER.certificate().unitNumber(), null).compare(PAPER, null)).containsExactly(agrees("parcel", true));
  }

  @Test
  void whatNobodyRecordedAgreesWithNothing() {
    IssuedPaper placeless = paper(certificate(Series.STATE_LAND_USE, PARCEL, "甲", null, null, List.of()), FIRST);

    assertThat(typed(null, null, "华山").compare(placeless, null)).containsExactly(agrees("location", false));
    TypedCertificate serial = new TypedCertificate(FIRST, null, null, null, null, null, "NO0001");
    assertThat(serial.compare(PAPER, null)).containsExactly(agrees("printedSerial", false));
    assertThat(serial.compare(PAPER, List.of())).containsExactly(agrees("printedSerial", false));
  }

  @Test
  void ofANumberThatIsNobodysNothingAgreesAndBlanksAreNoFigures() {
    TypedCertificate all = new TypedCertificate(FIRST, "甲", PARCEL, BigDecimal.TEN, LocalDate.EPOCH, "乙", "丙");

    assertThat(all.compare(null, null)).extracting(FieldCheck::agrees).hasSize(6).containsOnly(false);
    assertThat(typed(" ", null, "\t").figures()).isZero();
  }

  @Test
  void figuresThatAllAgreeTellTheStatusOthersDoNot() {
    PaperCheck matches = PaperCheck.typed(PAPER, List.of(agrees("area", true), agrees("parcel", true)));
    assertThat(matches.result()).isEqualTo(Result.MATCHES);
    assertThat(matches.valid()).isTrue();
    assertThat(matches.sentence()).isEqualTo("The figures agree with the register. This certificate is valid.");

    PaperCheck differs = PaperCheck.typed(PAPER, List.of(agrees("area", true), agrees("parcel", false)));
    assertThat(differs.result()).isEqualTo(Result.DIFFERS);
    assertThat(differs.valid()).isFalse();
    assertThat(differs.sentence()).startsWith("DIFFERENT: a certificate of this number was issued, but not with these figures.");
  }

  @Test
  void onlyALiveCertificateIsValid() {
    assertThat(Verification.of(PAPER).valid()).isTrue();
    Verification cancelled = Verification.of(paper(ended(CertificateStatus.CANCELLED), FIRST));
    assertThat(cancelled.valid()).isFalse();
    assertThat(cancelled.sentence()).isEqualTo("This certificate was cancelled and is not valid.");
    assertThat(cancelled.endedAt()).isEqualTo(ENDED);
    assertThat(Verification.of(paper(ended(CertificateStatus.SUPERSEDED), FIRST)).sentence())
        .isEqualTo("This certificate was superseded by a later one and is not valid.");
  }

  @Test
  void aCertificateThatEndedLaterWasLive() {
    Certificate ended = ended(CertificateStatus.CANCELLED);

    assertThat(ended.at(ENDED)).isSameAs(ended);
    assertThat(ended.at(ENDED.plusSeconds(1))).isSameAs(ended);
    Certificate before = ended.at(ENDED.minusSeconds(1));
    assertThat(before.status()).isEqualTo(CertificateStatus.LIVE);
    assertThat(before.endedAt()).isNull();
    assertThat(alone("甲").at(ENDED).status()).isEqualTo(CertificateStatus.LIVE);
  }

  @Test
  void aFileOfNobodysAndANumberOfNobodysAreToldApart() {
    assertThat(PaperCheck.notOurs("5a5a").sentence()).startsWith("UNKNOWN: this is not a file that this office issued");
    assertThat(PaperCheck.notOurs(null).sentence()).isEqualTo("UNKNOWN: this office never issued a certificate of this "
        + "number. Do not rely on it.");
  }

  @Test
  void aSealedFileEndsWithItsTokenAndTheHashOfAllBefore() {
    byte[] pdf = "%PDF-1.7\nland".getBytes(StandardCharsets.ISO_8859_1);

    byte[] sealed = Seal.on(pdf, "AbCdEfGhIjKlMnOpQrStUv");

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-1.7\nland\n%JIESHI-SEAL 1 "
        + "token=AbCdEfGhIjKlMnOpQrStUv sha256=" + Sha256.hex(pdf) + "\n");
    assertThat(Seal.token(sealed)).contains("AbCdEfGhIjKlMnOpQrStUv");
    assertThat(Seal.token(Seal.on(sealed, "another_token_of_a_paper"))).as("the last").contains("another_token_of_a_paper");
    assertThat(Seal.token(pdf)).isEmpty();
  }


  private static TypedCertificate typed(@Nullable String holder, @Nullable String parcel, @Nullable String location) {
    return new TypedCertificate(FIRST, holder, parcel, null, null, location, null);
  }

  private static FieldCheck agrees(String name, boolean agrees) {
    return new FieldCheck(name, agrees);
  }
}
