package org.jieshi.map;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One layer of a tile.
 *
 * @param bytes Mapbox Vector Tile; none if nothing is on it
 * @param mark of the bytes: tiles with the same mark are the same
 */
record DrawnTile(byte[] bytes, long mark) {

  static final DrawnTile EMPTY = of(new byte[0]);

  static DrawnTile of(byte[] bytes) {
    try {
      return new DrawnTile(bytes, ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
