package org.jieshi.certificates;

import java.util.List;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** The serial printed on a blank that a certificate is written on, 印刷序号: not the number of the certificate. */
record PrintedSerial(String text) {

  /**
   * As people type it, spaces left out.
   *
   * @throws ProblemException {@code INVALID_FIELD}
   */
  static PrintedSerial typed(String typed) {
    String serial = typed.replaceAll("\\s", "");
    if (!serial.matches("[0-9A-Z\\u4e00-\\u9fff-]{4,24}")) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "%s is no printed serial: 4 to 24 digits and capitals.".formatted(typed),
          "“%s”不是印刷序号：应为 4 至 24 位数字或大写字母。".formatted(typed)).inField("serial").asException();
    }
    return new PrintedSerial(serial);
  }

  /**
   * Only a live certificate is written on a blank, and a second blank has its reason.
   *
   * @param earlier serials of the blanks that the paper was written on before
   * @param note why another blank was needed
   * @throws ProblemException {@code CONFLICTING_STATE}, {@code INVALID_FIELD}
   */
  static void requireBlankFor(Certificate certificate, List<String> earlier, @Nullable String note) {
    if (certificate.status() != CertificateStatus.LIVE) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Certificate %s is no longer live; it gets no blank any more."
          .formatted(certificate.number()), "证书 %s 已失效，不再登记印刷序号。".formatted(certificate.number()))
          .about(certificate.number()).asException();
    }
    if (!earlier.isEmpty() && (note == null || note.isBlank())) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Say why %s needs another blank.".formatted(certificate.number()),
          "证书 %s 已有印刷序号，请说明换证原因。".formatted(certificate.number())).inField("note").asException();
    }
  }
}
