package org.jieshi.ingest.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is text throughout (rule F4): a byte order mark decides, then what the surveyor says, then strict UTF-8,
 * then GB18030, of which GBK and GB 2312 are parts. What is said has to fit every byte of the file.
 *
 * @param encoding as people know it
 */
public record TextFile(String name, Path path, Charset charset, String encoding) {

  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 1 << 13;

  /**
   * @param requested what the surveyor says about the encoding, or null
   * @throws FileProblem when the file isn't text in any encoding it may be in
   */
  public static TextFile of(NamedFile file, @Nullable String requested) throws IOException {
    Charset marked = byteOrderMark(file.path());
    if (marked != null) {
      return fitting(file, marked, marked.name());
    }
    if (requested != null) {
      EncodingName named = EncodingName.of(requested)
          .orElseThrow(() -> FileFault.ENCODING_NAME_UNKNOWN.problem(requested));
      return fitting(file, named.charset(), named.name());
    }
    if (misfit(file.path(), StandardCharsets.UTF_8) == 0) {
      return new TextFile(file.name(), file.path(), StandardCharsets.UTF_8, "UTF-8");
    }
    long line = misfit(file.path(), EncodingName.GB18030);
    if (line > 0) {
      throw FileFault.ENCODING_TEXT_UNKNOWN.problem(file.name(), line);
    }
    return new TextFile(file.name(), file.path(), EncodingName.GB18030, "GB18030");
  }

  private static TextFile fitting(NamedFile file, Charset charset, String encoding) throws IOException {
    long line = misfit(file.path(), charset);
    if (line > 0) {
      throw FileFault.ENCODING_TEXT_UNFIT.problem(file.name(), encoding, line);
    }
    return new TextFile(file.name(), file.path(), charset, encoding);
  }

  /** The text from its first character on, without a byte order mark. */
  public BufferedReader open() throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset), BUFFER);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** The beginning of any file as text, for telling formats apart; damaged characters don't matter here. */
  public static String head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(HEAD);
      Charset marked = byteOrderMark(path);
      if (marked != null) {
        return new String(bytes, marked).replace("\uFEFF", "");
      }
      String utf8 = new String(bytes, StandardCharsets.UTF_8);
      // the last character may be cut
      boolean fits = utf8.indexOf('\uFFFD') < 0 || utf8.indexOf('\uFFFD') >= utf8.length() - 3;
      return fits ? utf8 : new String(bytes, EncodingName.GB18030);
    }
  }

  private static @Nullable Charset byteOrderMark(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(3);
      if (head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
        return StandardCharsets.UTF_8;
      }
      if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
        return StandardCharsets.UTF_16LE;
      }
      return head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF ? StandardCharsets.UTF_16BE : null;
    }
  }

  /** The line, from 1, with the first bytes that aren't of the encoding; 0 when all are. */
  private static long misfit(Path path, Charset charset) throws IOException {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    CharBuffer chars = CharBuffer.allocate(BUFFER);
    long line = 1;
    try (InputStream in = Files.newInputStream(path)) {
      for (boolean end = false; !end;) {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result;
        do {
          chars.clear();
          result = decoder.decode(bytes, chars, end);
          line += chars.flip().chars().filter(c -> c == '\n').count();
        } while (result.isOverflow());
        if (result.isError()) {
          return line;
        }
      }
    }
    return 0;
  }
}
