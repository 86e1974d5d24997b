package org.jieshi.store;

import org.jspecify.annotations.Nullable;

/**
 * The program can't start on its database. Carries one sentence for the person at the console, in English and Chinese,
 * that names what is wrong and what to do; the cause is for the log only.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String chinese;

  public StoreUnavailable(String english, String chinese) {
    this(english, chinese, null);
  }

  public StoreUnavailable(String english, String chinese, @Nullable Throwable cause) {
    super(english, cause);
    this.chinese = chinese;
  }

  public String english() {
    return String.valueOf(getMessage());
  }

  public String chinese() {
    return chinese;
  }
}
