package org.jieshi.ingest.shapefile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;

/**
 * The table of a shapefile. Values wait in a file of their own until all of them are known, so that columns are exactly as
 * wide as what they hold and nothing is cut.
 */
final class DbfWriter implements Closeable {

  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 10;
  private static final int COLUMN = 32;
  private static final byte GBK_DRIVER = 0x4D;

  private final Path target;
  private final Path waiting;
  private final OutputLayer layer;
  private final Charset charset;
  private final int[] widths;
  private final int[] whole;
  private final int[] decimals;
  private final List<byte[]> names;
  private final DataOutputStream out;
  private int rows;

  DbfWriter(Path target, Path waiting, OutputLayer layer) throws IOException {
    this.target = target;
    this.waiting = waiting;
    this.layer = layer;
    this.charset = layer.encoding().name().equals("GBK") ? Charset.forName("GBK") : layer.encoding().charset();
    this.widths = new int[layer.columns().size()];
    this.whole = new int[widths.length];
    this.decimals = new int[widths.length];
    Arrays.fill(widths, 1);
    this.names = names();
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(waiting)));
  }

  void write(SurveyRecord record) throws IOException {
    rows++;
    for (int i = 0; i < widths.length; i++) {
      OutputLayer.Column column = layer.columns().get(i);
      byte[] value = bytes(record, column, record.value(column.name()));
      if (value.length > LONGEST) {
        throw FileFault.OUTPUT_TOO_LONG.inRecord(record.number(), record.number(), column.name());
      }
      measure(i, value);
      out.writeShort(value.length);
      out.write(value);
    }
  }

  private byte[] bytes(SurveyRecord record, OutputLayer.Column column, @Nullable Object value) throws IOException {
    String text = value == null ? "" : switch (column.type()) {
      case DATE -> ((LocalDate) value).format(DateTimeFormatter.BASIC_ISO_DATE);
      case NUMBER -> ((BigDecimal) value).toPlainString();
      case TEXT -> OutputLayer.text(value);
    };
    return encode(record.number(), text);
  }

  private byte[] encode(int record, String text) throws IOException {
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
      return Arrays.copyOf(bytes.array(), bytes.limit());
    } catch (CharacterCodingException e) {
      throw FileFault.OUTPUT_ENCODING.inRecord(record, record, layer.encoding().name(), text);
    }
  }

  private void measure(int column, byte[] value) {
    if (layer.columns().get(column).type() == OutputLayer.Type.NUMBER) {
      int point = new String(value, StandardCharsets.ISO_8859_1).indexOf('.');
      whole[column] = Math.max(whole[column], point < 0 ? value.length : point);
      decimals[column] = Math.max(decimals[column], point < 0 ? 0 : value.length - point - 1);
      widths[column] = Math.max(1, whole[column] + (decimals[column] > 0 ? 1 + decimals[column] : 0));
    } else {
      widths[column] = Math.max(widths[column], value.length);
    }
  }

  /** Cut to ten bytes between characters; what then coincides gets a number. */
  private List<byte[]> names() throws IOException {
    List<byte[]> short10 = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (OutputLayer.Column column : layer.columns()) {
      byte[] name = cut(column.name(), "");
      for (int n = 2; !taken.add(new String(name, charset).toUpperCase(Locale.ROOT)); n++) {
        name = cut(column.name(), "_" + n);
      }
      short10.add(name);
    }
    return short10;
  }

  private byte[] cut(String name, String suffix) throws IOException {
    for (int length = name.length(); length > 0; length--) {
      byte[] bytes = encode(0, name.substring(0, length) + suffix);
      if (bytes.length <= LONGEST_NAME) {
        return bytes;
      }
    }
    return encode(0, "F" + suffix);
  }

  @Override
  public void close() throws IOException {
    out.close();
    for (int i = 0; i < widths.length; i++) {
      widths[i] = layer.columns().get(i).type() == OutputLayer.Type.DATE ? 8 : widths[i];
    }
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(waiting)));
        OutputStream table = new BufferedOutputStream(Files.newOutputStream(target))) {
      table.write(header());
      for (int row = 0; row < rows; row++) {
        table.write(' ');
        for (int i = 0; i < widths.length; i++) {
          table.write(padded(in.readNBytes(in.readUnsignedShort()), i));
        }
      }
      table.write(0x1A);
    }
    Files.delete(waiting);
  }

  private byte[] padded(byte[] value, int column) {
    byte[] field = new byte[widths[column]];
    Arrays.fill(field, (byte) ' ');
    int from = layer.columns().get(column).type() == OutputLayer.Type.NUMBER ? field.length - value.length : 0;
    System.arraycopy(value, 0, field, from, value.length);
    return field;
  }

  private byte[] header() {
    int length = 32 + COLUMN * widths.length + 1;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 3).put((byte) 95).put((byte) 7).put((byte) 26).putInt(rows).putShort((short) length)
        .putShort((short) (1 + Arrays.stream(widths).sum()));
    header.put(29, layer.encoding().name().equals("GBK") ? GBK_DRIVER : 0);
    for (int i = 0; i < widths.length; i++) {
      header.position(32 + COLUMN * i).put(names.get(i));
      header.put(32 + COLUMN * i + 11, (byte) switch (layer.columns().get(i).type()) {
        case TEXT -> 'C';
        case NUMBER -> 'N';
        case DATE -> 'D';
      });
      header.put(32 + COLUMN * i + 16, (byte) widths[i]).put(32 + COLUMN * i + 17, (byte) decimals[i]);
    }
    header.put(length - 1, (byte) 0x0D);
    return header.array();
  }

  /** The names in full, beside the table, when the format made any of them shorter. */
  void writeNames(Path file) throws IOException {
    StringBuilder text = new StringBuilder("列名,全称\r\n");
    boolean cut = false;
    for (int i = 0; i < names.size(); i++) {
      String full = layer.columns().get(i).name();
      String inTable = new String(names.get(i), charset);
      cut |= !inTable.equals(full);
      text.append(inTable).append(',').append('"').append(full.replace("\"", "\"\"")).append("\"\r\n");
    }
    if (cut) {
      Files.write(file, text.toString().getBytes(charset));
    }
  }
}
