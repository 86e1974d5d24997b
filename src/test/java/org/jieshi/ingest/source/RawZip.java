package org.jieshi.ingest.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip written field by field, so that every field can lie. */
final class RawZip {

  /** An entry; what isn't set is honest. */
  static final class Entry {

    byte[] name;
    byte[] localName;
    byte[] content;
    byte[] packed;
    int method = 8;
    int flags;
    int mode;
    byte[] extra = {};
    Long declaredSize;
    Long declaredPacked;
    Integer crc;
    Integer localOffset;

    Entry(String name, byte[] content) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.localName = this.name;
      this.content = content;
      this.packed = deflated(content);
    }

    Entry stored() {
      method = 0;
      packed = content;
      return this;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  Integer count;
  Integer directorySize;
  Integer directoryOffset;
  byte[] before = {};
  byte[] zip64 = {};
  byte[] comment = {};
  byte[] after = {};
  int disk;

  RawZip add(Entry entry) {
    entries.add(entry);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    List<Integer> offsets = new ArrayList<>();
    for (Entry entry : entries) {
      offsets.add(out.size());
      out.writeBytes(header(0x04034b50, 26, entry, entry.localName, entry.extra.length).array());
      out.writeBytes(entry.localName);
      out.writeBytes(entry.extra);
      out.writeBytes(entry.packed);
    }
    int directory = out.size();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      ByteBuffer header = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
      header.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).put(header(0, 26, entry, entry.name,
          entry.extra.length).array(), 4, 26);
      header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(entry.mode << 16);
      header.putInt(entry.localOffset == null ? offsets.get(i) : entry.localOffset);
      out.writeBytes(header.array());
      out.writeBytes(entry.name);
      out.writeBytes(entry.extra);
    }
    int size = out.size() - directory;
    out.writeBytes(zip64);
    out.writeBytes(ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(0x06054b50).putShort((short) disk)
        .putShort((short) disk).putShort((short) orElse(count, entries.size()))
        .putShort((short) orElse(count, entries.size())).putInt(orElse(directorySize, size))
        .putInt(orElse(directoryOffset, directory)).putShort((short) comment.length).array());
    out.writeBytes(comment);
    out.writeBytes(after);
    return out.toByteArray();
  }

  /** The fields that local and central header have in common, behind 4 bytes of signature. */
  private static ByteBuffer header(int signature, int rest, Entry entry, byte[] name, int extra) {
    CRC32 sum = new CRC32();
    sum.update(entry.content);
    return ByteBuffer.allocate(4 + rest).order(ByteOrder.LITTLE_ENDIAN).putInt(signature).putShort((short) 20)
        .putShort((short) entry.flags).putShort((short) entry.method).putInt(0x00210000)
        .putInt(entry.crc == null ? (int) sum.getValue() : entry.crc)
        .putInt((int) (long) (entry.declaredPacked == null ? Long.valueOf(entry.packed.length) : entry.declaredPacked))
        .putInt((int) (long) (entry.declaredSize == null ? Long.valueOf(entry.content.length) : entry.declaredSize))
        .putShort((short) name.length).putShort((short) extra);
  }

  private static int orElse(Integer lie, int truth) {
    return lie == null ? truth : lie;
  }

  static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
