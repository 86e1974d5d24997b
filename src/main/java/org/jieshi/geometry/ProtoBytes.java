package org.jieshi.geometry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the wire format of protocol buffers, which vector tiles are written in. Display only. */
public final class ProtoBytes {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;

  private byte[] bytes;
  private int length;

  public ProtoBytes() {
    this(256);
  }

  /** @param expected how many bytes there will be, about */
  public ProtoBytes(int expected) {
    bytes = new byte[expected];
  }

  public void clear() {
    length = 0;
  }

  public int length() {
    return length;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  public void number(int field, long value) {
    varint(field << 3 | VARINT);
    varint(value);
  }

  public void text(int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(field << 3 | BYTES);
    varint(utf8.length);
    append(utf8, 0, utf8.length);
  }

  public void decimal(int field, double value) {
    varint(field << 3 | FIXED64);
    long bits = Double.doubleToRawLongBits(value);
    room(Long.BYTES);
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[length++] = (byte) (bits >>> 8 * i);
    }
  }

  /** A message or packed numbers inside this one. */
  public void nested(int field, ProtoBytes content) {
    nested(field, content.length);
    append(content);
  }

  /** The beginning of a message inside this one, whose {@code count} bytes are appended next. */
  public void nested(int field, int count) {
    varint(field << 3 | BYTES);
    varint(count);
  }

  public void varint(long value) {
    room(10);
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes[length++] = (byte) (left & 0x7f | 0x80);
      left >>>= 7;
    }
    bytes[length++] = (byte) left;
  }

  /** A signed number in zigzag. */
  public void signed(int value) {
    varint((value << 1 ^ value >> 31) & 0xffffffffL);
  }

  /** What another has collected, as it stands. */
  public void append(ProtoBytes other) {
    append(other.bytes, 0, other.length);
  }

  /** @param from where in {@code added} the {@code count} bytes begin */
  void append(byte[] added, int from, int count) {
    room(count);
    System.arraycopy(added, from, bytes, length, count);
    length += count;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
