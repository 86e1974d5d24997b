package org.jieshi.registration.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.jieshi.shared.Sha256;

/**
 * The code on the receipt of an objection, by which whoever lodged it sees the answer. 49 random bits in letters that
 * cannot be mistaken for each other; only its hash is kept.
 */
public record ReceiptCode(String text) {

  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ23";
  private static final SecureRandom RANDOM = new SecureRandom();

  public static ReceiptCode random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(30)));
    }
    return new ReceiptCode(code.insert(5, '-').toString());
  }

  String hash() {
    return Sha256.hex(text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
  }

  boolean matches(String kept) {
    return MessageDigest.isEqual(hash().getBytes(StandardCharsets.US_ASCII), kept.getBytes(StandardCharsets.US_ASCII));
  }
}
