package org.jieshi.huashan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Writes dBASE III tables with GBK text, names included, as ArcGIS on a Chinese desktop does. */
final class DbfWriter {

  static final Charset GBK = Charset.forName("GBK");

  private DbfWriter() {}

  /** @param language the language driver id: 0x4D for GBK, 0x00 where the program did not say */
  static byte[] write(Layer layer, int language, LocalDate saved) {
    int header = 32 + 32 * layer.columns().size() + 1;
    int width = 1 + layer.columns().stream().mapToInt(Layer.Column::length).sum();
    ByteBuffer dbf = ByteBuffer.allocate(header + width * layer.features().size() + 1).order(ByteOrder.LITTLE_ENDIAN);
    dbf.put((byte) 3).put((byte) (saved.getYear() - 1900)).put((byte) saved.getMonthValue())
        .put((byte) saved.getDayOfMonth()).putInt(layer.features().size()).putShort((short) header)
        .putShort((short) width).put(29, (byte) language).position(32);
    for (Layer.Column column : layer.columns()) {
      int start = dbf.position();
      dbf.put(fitting(column.name(), 10)).position(start + 11);
      dbf.put((byte) column.type()).putInt(0).put((byte) column.length()).put((byte) column.decimals());
      dbf.position(start + 32);
    }
    dbf.put((byte) 0x0D);
    for (Layer.Feature feature : layer.features()) {
      dbf.put((byte) ' ');
      for (int i = 0; i < layer.columns().size(); i++) {
        dbf.put(cell(layer.columns().get(i), feature.values().get(i)));
      }
    }
    return dbf.put((byte) 0x1A).array();
  }

  private static byte[] cell(Layer.Column column, Object value) {
    byte[] cell = new byte[column.length()];
    Arrays.fill(cell, (byte) ' ');
    byte[] text = fitting(text(column, value), column.length());
    System.arraycopy(text, 0, cell, column.type() == 'N' ? cell.length - text.length : 0, text.length);
    return cell;
  }

  private static String text(Layer.Column column, Object value) {
    return switch (column.type()) {
      case 'N' -> ((BigDecimal) value).setScale(column.decimals(), RoundingMode.UNNECESSARY).toPlainString();
      case 'D' -> ((LocalDate) value).format(DateTimeFormatter.BASIC_ISO_DATE);
      default -> (String) value;
    };
  }

  private static byte[] fitting(String text, int length) {
    byte[] bytes = text.getBytes(GBK);
    if (bytes.length > length || !new String(bytes, GBK).equals(text)) {
      throw new IllegalArgumentException(text + " does not fit into " + length + " bytes of GBK");
    }
    return bytes;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
