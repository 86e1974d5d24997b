package org.jieshi.identity.personal;

import org.jspecify.annotations.Nullable;

/** What is shown of personal data: enough to tell two apart, not enough to use. */
public final class Masked {

  private static final String HIDDEN = "*";

  private Masked() {
  }

  /** {@code 450**************X}. */
  public static String identity(String number) {
    return middle(number.strip(), 3, 1);
  }

  /** Of a telephone or an address: {@code 138******00}, {@code 白水*****}. */
  public static @Nullable String contact(@Nullable String contact) {
    if (contact == null) {
      return null;
    }
    String text = contact.strip();
    boolean number = !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '+') && text.length() > 6;
    return number ? middle(text, 3, 2) : middle(text, Math.min(2, text.length() / 2), 0);
  }

  private static String middle(String text, int before, int after) {
    return text.length() <= before + after ? HIDDEN.repeat(text.length())
        : text.substring(0, before) + HIDDEN.repeat(text.length() - before - after)
            + text.substring(text.length() - after);
  }
}
