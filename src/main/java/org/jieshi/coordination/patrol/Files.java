package org.jieshi.coordination.patrol;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.Sha256;
import org.springframework.web.multipart.MultipartFile;

/** Files that come from the field. */
final class Files {

  /** Bytes of one track or photo. */
  static final int LARGEST = 20 * 1024 * 1024;

  private Files() {
  }

  static byte[] bytes(MultipartFile file) {
    if (file.getSize() > LARGEST) {
      throw Problem.of(ProblemCode.TOO_LARGE, "The file %s is larger than 20 MB.".formatted(name(file)),
          "文件 %s 超过 20 MB。".formatted(name(file))).inField("file").asException();
    }
    if (file.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "The file %s is empty.".formatted(name(file)),
          "文件 %s 为空。".formatted(name(file))).inField("file").asException();
    }
    try {
      return file.getBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Without folders. */
  static String name(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null || name.isBlank() ? "file"
        : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** By what the file holds, never by what it is called. */
  static String imageType(byte[] content) {
    boolean jpeg = content.length > 3 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xD8
        && (content[2] & 0xFF) == 0xFF;
    boolean png = content.length > 8 && (content[0] & 0xFF) == 0x89 && content[1] == 'P' && content[2] == 'N'
        && content[3] == 'G';
    if (!jpeg && !png) {
      throw Problem.of(ProblemCode.UNSUPPORTED_TYPE, "A photo is a JPEG or PNG file.", "照片应为 JPEG 或 PNG 文件。")
          .inField("file").asException();
    }
    return jpeg ? "image/jpeg" : "image/png";
  }
}
