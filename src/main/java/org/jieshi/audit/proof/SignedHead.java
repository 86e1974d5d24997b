package org.jieshi.audit.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jieshi.audit.AuditHead;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The head of the chain on a day, signed.
 *
 * @param key id of the key: the first 16 hexadecimal digits of its public half's SHA-256
 * @param signature Ed25519 over {@link #message}, Base64
 */
public record SignedHead(LocalDate day, long seq, String hash, Instant signedAt, String key, String signature) {

  private static final JsonMapper JSON = new JsonMapper();

  static SignedHead of(AuditHead head, LocalDate day, Instant now, SigningKey key) {
    return new SignedHead(day, head.seq(), head.hash(), now, SigningKey.idOf(key.publicHalf()),
        key.sign(message(day, head.seq(), head.hash(), now)));
  }

  /** What is signed: five lines, each with its end. */
  private static String message(LocalDate day, long seq, String hash, Instant signedAt) {
    return "Jieshi audit head\n%s\n%d\n%s\n%s\n".formatted(day, seq, hash, signedAt);
  }

  boolean isSignedBy(PublicKey publicKey) {
    return SigningKey.idOf(publicKey).equals(key)
        && SigningKey.verifies(publicKey, message(day, seq, hash, signedAt), signature);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  /** @throws IOException if the file is not one of ours */
  static SignedHead read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readString(file), SignedHead.class);
    } catch (JacksonException e) {
      throw new IOException(file + " is no signed head", e);
    }
  }

  /** Those of a folder, in order of their names; none if it is not there. */
  static List<Path> filesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
