package org.jieshi.ingest.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.TextFile;
import org.jspecify.annotations.Nullable;

/** The parcels of a file, front to back. */
final class ExchangeReader implements OpenLayer.Records {

  /** A parcel's line may be long, a file without line breaks isn't of this format. */
  private static final int LONGEST_LINE = 1 << 16;

  private final TextFile text;
  private final int srid;
  private final BufferedReader in;
  private final ExchangeHead head = new ExchangeHead();
  private int line;
  private int record;
  private boolean begun;
  /** The line of the next parcel, read already. */
  private @Nullable String waiting;
  private @Nullable ExchangeParcel last;

  ExchangeReader(TextFile text, int srid) throws IOException {
    this.text = text;
    this.srid = srid;
    this.in = text.open();
  }

  ExchangeHead head() {
    return head;
  }

  /** The parcel behind the record handed out last. */
  @Nullable ExchangeParcel last() {
    return last;
  }

  @Override
  public boolean hasNext() throws IOException {
    if (!begun) {
      readHead();
      begun = true;
    }
    return waiting != null;
  }

  /** Up to the first parcel; lines of no meaning between the sections are passed over. */
  private void readHead() throws IOException {
    for (String next = nextLine(); next != null; next = nextLine()) {
      if (isParcel(next)) {
        waiting = next;
        return;
      }
      head.put(next);
    }
  }

  @Override
  public SurveyRecord next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("no more parcels");
    }
    record++;
    ExchangeParcel parcel = new ExchangeParcel(record, waiting);
    waiting = null;
    for (String next = nextLine(); next != null; next = nextLine()) {
      if (isParcel(next)) {
        waiting = next;
        break;
      }
      if (!next.startsWith("[")) {
        parcel.vertex(next, line);
      }
    }
    last = parcel;
    return parcel.record(srid);
  }

  private static boolean isParcel(String line) {
    return line.endsWith("@") || line.contains(",@");
  }

  /** The next line that says something, in the plain form: half-width commas and brackets. */
  private @Nullable String nextLine() throws IOException {
    for (String next = bounded(); next != null; next = bounded()) {
      line++;
      String plain = next.replace('，', ',').replace('【', '[').replace('】', ']').strip();
      if (!plain.isEmpty()) {
        return plain;
      }
    }
    return null;
  }

  private @Nullable String bounded() throws IOException {
    StringBuilder characters = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (c == '\r') {
        in.mark(1);
        if (in.read() != '\n') {
          in.reset();
        }
        break;
      }
      characters.append((char) c);
      if (characters.length() > LONGEST_LINE) {
        throw FileFault.EXCHANGE_DAMAGED.inRecord(Math.max(1, record), text.name(), line + 1);
      }
    }
    return characters.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
