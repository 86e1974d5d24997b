package org.jieshi.certificates.print;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a certificate says, frozen at its issue.
 *
 * @param title 国有土地使用证 or 不动产权证书
 * @param fields label and text, in the order of the form
 * @param verification address of the public verification page, printed as text and QR code
 * @param auditHead number and hash of the audit chain's head at the issue
 * @param synthetic true on the demo farm: printed on every page
 */
public record PrintedCertificate(String title, String number, String authority, LocalDate issuedOn, List<Field> fields,
    PrintedMap map, String verification, String auditHead, boolean synthetic) {

  /** @param text printed as it is; a dash if null */
  public record Field(String label, @Nullable String text) {
  }
}
