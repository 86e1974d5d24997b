package org.jieshi.map;

import java.nio.ByteBuffer;
import org.jieshi.shared.Sha256;

/**
 * One layer of a tile.
 *
 * @param bytes Mapbox Vector Tile; none if nothing is on it
 * @param mark of the bytes: tiles with the same mark are the same
 */
record DrawnTile(byte[] bytes, long mark) {

  static final DrawnTile EMPTY = of(new byte[0]);

  static DrawnTile of(byte[] bytes) {
    return new DrawnTile(bytes, ByteBuffer.wrap(Sha256.digest(bytes)).getLong());
  }
}
