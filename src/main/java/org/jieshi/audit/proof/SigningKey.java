package org.jieshi.audit.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jieshi.shared.KeyFile;
import org.jieshi.shared.Sha256;

/**
 * The Ed25519 key (RFC 8032) with which heads of the audit chain are signed, in a file outside the database: PEM, the
 * private half first (PKCS #8), the public one after it (X.509), as OpenSSL reads them. Read anew each time, so that
 * nobody has to restart the program to exchange it.
 */
final class SigningKey {

  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private final PrivateKey privateHalf;
  private final PublicKey publicHalf;

  private SigningKey(PrivateKey privateHalf, PublicKey publicHalf) {
    this.privateHalf = privateHalf;
    this.publicHalf = publicHalf;
  }

  /** The key in this file, made if there is no such file. */
  static SigningKey in(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    try {
      return new SigningKey(factory().generatePrivate(new PKCS8EncodedKeySpec(decoded(text, PRIVATE, file))),
          publicHalf(text, file));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no Ed25519 key", e);
    }
  }

  /** Of a file with the public half alone, or with both. */
  static PublicKey publicIn(Path file) throws IOException {
    try {
      return publicHalf(Files.readString(file, StandardCharsets.US_ASCII), file);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no Ed25519 key", e);
    }
  }

  private static PublicKey publicHalf(String text, Path file) throws GeneralSecurityException, IOException {
    EncodedKeySpec spec = new X509EncodedKeySpec(decoded(text, PUBLIC, file));
    return factory().generatePublic(spec);
  }

  private static void make(Path file) throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      KeyFile.make(file, pem(PRIVATE, pair.getPrivate().getEncoded()) + pem(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 15 and newer have Ed25519", e);
    }
  }

  String sign(String message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateHalf);
      signature.update(message.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs", e);
    }
  }

  static boolean verifies(PublicKey key, String message, String signature) {
    try {
      Signature checked = Signature.getInstance(ALGORITHM);
      checked.initVerify(key);
      checked.update(message.getBytes(StandardCharsets.UTF_8));
      return checked.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  PublicKey publicHalf() {
    return publicHalf;
  }

  /** The first 16 hexadecimal digits of the public half's SHA-256. */
  static String idOf(PublicKey key) {
    return Sha256.hex(key.getEncoded()).substring(0, 16);
  }

  static String pem(PublicKey key) {
    return pem(PUBLIC, key.getEncoded());
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what,
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)).replace("\r", "");
  }

  private static byte[] decoded(String text, String what, Path file) throws IOException {
    String begin = "-----BEGIN " + what + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + what + "-----");
    if (from < 0 || to < from) {
      throw new IOException(file + " holds no " + what);
    }
    return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
  }

  private static KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM);
  }
}
