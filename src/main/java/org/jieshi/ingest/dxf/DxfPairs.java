package org.jieshi.ingest.dxf;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.TextFile;
import org.jspecify.annotations.Nullable;

/** The pairs of a file: a group code on one line, its value on the next. */
final class DxfPairs implements Closeable {

  private static final int LONGEST_LINE = 1 << 16;

  private final String fileName;
  private final BufferedReader in;
  private int line;
  private int code;
  private String value = "";

  DxfPairs(TextFile text) throws IOException {
    this.fileName = text.name();
    this.in = text.open();
  }

  /** @return false at the end of the file */
  boolean next() throws IOException {
    String first = line();
    if (first == null) {
      return false;
    }
    try {
      code = Integer.parseInt(first.strip());
    } catch (NumberFormatException e) {
      throw damaged();
    }
    String second = line();
    if (second == null) {
      throw FileFault.DXF_CUT.problem(fileName);
    }
    value = second.strip();
    return true;
  }

  int code() {
    return code;
  }

  String value() {
    return value;
  }

  boolean is(int wanted, String text) {
    return code == wanted && value.equals(text);
  }

  double number() throws FileProblem {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  int integer() throws FileProblem {
    double number = number();
    return (int) number;
  }

  FileProblem damaged() {
    return FileFault.DXF_DAMAGED.problem(fileName, line);
  }

  private @Nullable String line() throws IOException {
    StringBuilder text = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    line++;
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        text.append((char) c);
        if (text.length() > LONGEST_LINE) {
          throw damaged();
        }
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
