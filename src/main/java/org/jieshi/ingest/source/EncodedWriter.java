package org.jieshi.ingest.source;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text of a file in one encoding; what the encoding has no sign for is refused by its record, never replaced. */
public final class EncodedWriter implements Closeable {

  private final EncodingName encoding;
  private final CharsetEncoder encoder;
  private final BufferedWriter out;

  public EncodedWriter(Path target, EncodingName encoding) throws IOException {
    this.encoding = encoding;
    Charset charset = encoding.name().equals("GBK") ? Charset.forName("GBK") : encoding.charset();
    this.encoder = charset.newEncoder();
    this.out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(target), charset));
  }

  /** Text of ours, which every encoding has. */
  public EncodedWriter put(String text) throws IOException {
    out.write(text);
    return this;
  }

  /** Whether the encoding has signs for all of it. */
  public boolean has(String text) {
    return encoder.canEncode(text);
  }

  /** Text of the register. */
  public EncodedWriter value(int record, String text) throws IOException {
    if (!has(text)) {
      throw FileFault.OUTPUT_ENCODING.inRecord(record, record, encoding.name(), text);
    }
    out.write(text);
    return this;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
