package org.jieshi.disputes.contents;

import java.util.Arrays;
import java.util.HexFormat;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bytes of evidence and photos, each kept once under its SHA-256. */
@Repository
class CaseFiles {

  /** Bytes of one file. */
  static final int LARGEST = 20 * 1024 * 1024;

  /** The few kinds that are taken, by their first bytes: a name or a header can say anything. */
  enum Kind {
    PDF("application/pdf", "255044462d"),
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a"),
    TIFF("image/tiff", "49492a00"),
    TIFF_BIG_ENDIAN("image/tiff", "4d4d002a");

    private final String mediaType;
    private final byte[] signature;

    Kind(String mediaType, String signature) {
      this.mediaType = mediaType;
      this.signature = HexFormat.of().parseHex(signature);
    }
  }

  /** @param mediaType what the first bytes say */
  record Stored(String fileName, long size, String sha256, String mediaType) {
  }

  private final JdbcClient jdbc;

  CaseFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param fileName as the person's machine calls it; only its last part is kept */
  Stored keep(String fileName, byte[] content) {
    String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
        .replaceAll("\\p{Cntrl}", "").strip();
    if (content.length == 0) {
      throw refused(ProblemCode.INVALID_FIELD, "The file %s is empty.", "文件 %s 为空。", name);
    }
    if (content.length > LARGEST) {
      throw refused(ProblemCode.TOO_LARGE, "The file %s is larger than 20 MB.", "文件 %s 超过 20 MB。", name);
    }
    String mediaType = Arrays.stream(Kind.values()).filter(kind -> startsWith(content, kind.signature))
        .map(kind -> kind.mediaType).findFirst().orElseThrow(() -> refused(ProblemCode.UNSUPPORTED_TYPE,
            "The file %s is none of PDF, JPEG, PNG, TIFF: scan or export it as one of them.",
            "文件 %s 不是 PDF、JPEG、PNG 或 TIFF，请扫描或导出为上述格式。", name));
    String sha256 = Sha256.hex(content);
    jdbc.sql("""
        insert into dispute_file (sha256, media_type, content) values (:sha256, :type, :content) on conflict do nothing
        """).param("sha256", sha256).param("type", mediaType).param("content", content).update();
    return new Stored(name.isEmpty() ? "file" : name, content.length, sha256, mediaType);
  }

  /** @throws IllegalStateException if the stored bytes are no longer those that were uploaded */
  byte[] content(String sha256) {
    byte[] content = jdbc.sql("select content from dispute_file where sha256 = :sha256").param("sha256", sha256)
        .query(byte[].class).single();
    if (!Sha256.hex(content).equals(sha256)) {
      throw new IllegalStateException("file " + sha256 + " was altered in the database");
    }
    return content;
  }

  private static boolean startsWith(byte[] content, byte[] signature) {
    return content.length >= signature.length
        && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
  }

  private static RuntimeException refused(ProblemCode code, String en, String zh, String name) {
    return Problem.of(code, en.formatted(name), zh.formatted(name)).inField("file").asException();
  }
}
