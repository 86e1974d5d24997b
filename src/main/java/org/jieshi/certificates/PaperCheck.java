package org.jieshi.certificates;

import java.util.List;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told about a file or about figures typed from a paper.
 *
 * @param valid the file or the figures are exactly those of a certificate that is live: all that anybody may rely on
 * @param certificate what the office has on record; only for who holds its file or its address
 * @param sha256 of the file that was sent; null for typed figures
 * @param fields for typed figures: which agree
 */
record PaperCheck(Result result, boolean valid, String sentence, String sentenceZh, @Nullable Verification certificate,
    @Nullable String sha256, List<FieldCheck> fields) {

  enum Result {

    /** Byte for byte the file that the office issued. */
    EXACT,
    /** The file names a certificate of this office, but is not the one that was issued. */
    ALTERED,
    /** Every figure agrees. */
    MATCHES,
    /** At least one figure does not agree. */
    DIFFERS,
    /** Nothing that this office issued. */
    NOT_OURS
  }

  /** @param name as in the question */
  record FieldCheck(String name, boolean agrees) {
  }

  static PaperCheck exact(Verification certificate, String sha256) {
    return new PaperCheck(Result.EXACT, certificate.valid(),
        "This file is, byte for byte, the certificate %s as issued. %s".formatted(certificate.number(),
            certificate.sentence()),
        "该文件与本机关颁发的证书 %s 逐字节一致。%s".formatted(certificate.number(), certificate.sentenceZh()),
        certificate, sha256, List.of());
  }

  static PaperCheck altered(Verification certificate, String sha256) {
    return new PaperCheck(Result.ALTERED, false,
        "ALTERED: this file names certificate %s but is not the file that was issued. Do not rely on it; compare the figures below and ask the land office."
            .formatted(certificate.number()),
        "已被改动：该文件自称为证书 %s，但与颁发的文件不一致，不得作为凭据；请与下列登记内容核对，并向国土部门核实。"
            .formatted(certificate.number()), certificate, sha256, List.of());
  }

  static PaperCheck notOurs(@Nullable String sha256) {
    return notOurs(sha256, List.of());
  }

  static PaperCheck notOurs(@Nullable String sha256, List<FieldCheck> fields) {
    Bilingual sentence = sha256 == null
        ? new Bilingual("UNKNOWN: this office never issued a certificate of this number. Do not rely on it.",
            "查无此证：本机关从未颁发该编号的证书，不得作为凭据。")
        : new Bilingual("UNKNOWN: this is not a file that this office issued, or it was changed beyond recognition. "
            + "Do not rely on it; scan the code on the paper or type its figures.",
            "查无此件：该文件不是本机关颁发的证书文件，或已被改动至无法辨认，不得作为凭据；请扫描纸质证书二维码或输入证书内容核验。");
    return new PaperCheck(Result.NOT_OURS, false, sentence.en(), sentence.zh(), null, sha256, fields);
  }

  /** The status is told only to who knows all that was asked for. */
  static PaperCheck typed(IssuedPaper paper, List<FieldCheck> fields) {
    if (fields.stream().allMatch(FieldCheck::agrees)) {
      Verification known = Verification.of(paper);
      return new PaperCheck(Result.MATCHES, known.valid(), "The figures agree with the register. " + known.sentence(),
          "所填内容与登记簿一致。" + known.sentenceZh(), null, null, fields);
    }
    return new PaperCheck(Result.DIFFERS, false,
        "DIFFERENT: a certificate of this number was issued, but not with these figures. Do not rely on the paper; ask the land office.",
        "内容不符：该编号的证书确有颁发，但所填内容与登记簿不一致，不得作为凭据，请向国土部门核实。", null, null, fields);
  }
}
