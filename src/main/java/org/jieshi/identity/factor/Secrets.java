package org.jieshi.identity.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jieshi.shared.KeyFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts what has to be read again but by nobody who only has the database or a backup: AES-256-GCM under a key in a file
 * of its own, which is made when it is first needed. Several programs over one database need the same file.
 */
@Component
public class Secrets {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path file;
  private final SecureRandom random = new SecureRandom();
  private @Nullable SecretKeySpec key;

  public Secrets(@Value("${jieshi.secrets.key}") Path file) {
    this.file = file;
  }

  /** @param purpose what it is and whose: it opens for the same purpose only */
  public byte[] seal(String purpose, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
      byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM encrypts", e);
    }
  }

  /** @return empty where it was sealed with another key or for another purpose, or was changed */
  public Optional<byte[]> open(String purpose, byte[] sealed) {
    if (sealed.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), purpose)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private synchronized SecretKeySpec key() {
    if (key == null) {
      try {
        if (!Files.exists(file)) {
          make();
        }
        byte[] bytes = Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
        if (bytes.length != KEY_BYTES) {
          throw new IOException(file + " holds no key of 256 bits");
        }
        key = new SecretKeySpec(bytes, "AES");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return key;
  }

  private void make() throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    KeyFile.make(file, Base64.getEncoder().encodeToString(bytes) + "\n");
  }
}
