package org.jieshi.ingest;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bytes of an upload, kept in the database in pieces. */
@Repository
class UploadContent {

  private static final int PIECE = 1 << 20;

  private final JdbcClient jdbc;

  UploadContent(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void store(long importId, Path content) throws IOException {
    // not through a channel: each thread would keep a buffer outside the heap as large as its largest read
    try (InputStream in = new FileInputStream(content.toFile())) {
      byte[] piece = new byte[PIECE];
      int seq = 0;
      for (int read = in.readNBytes(piece, 0, PIECE); read > 0; read = in.readNBytes(piece, 0, PIECE)) {
        jdbc.sql("insert into import_chunk (import_id, seq, content) values (:id, :seq, :content)")
            .param("id", importId).param("seq", seq++)
            .param("content", read == PIECE ? piece : Arrays.copyOf(piece, read)).update();
      }
    }
  }

  void fetch(long importId, Path target) throws IOException {
    int pieces = jdbc.sql("select count(*) from import_chunk where import_id = :id").param("id", importId)
        .query(Integer.class).single();
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int seq = 0; seq < pieces; seq++) {
        out.write(jdbc.sql("select content from import_chunk where import_id = :id and seq = :seq")
            .param("id", importId).param("seq", seq).query(byte[].class).single());
      }
    }
  }

  void delete(long importId) {
    jdbc.sql("delete from import_chunk where import_id = :id").param("id", importId).update();
  }

  static String sha256(Path content) throws IOException {
    MessageDigest digest = newDigest();
    try (InputStream in = Files.newInputStream(content)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest)); // by a few kilobytes at a time
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
