package org.jieshi.geometry;

/** Commands of a Mapbox Vector Tile 2.1 (4.3.1): each with how often it is repeated. */
public final class TileCommands {

  /** To one position. */
  public static final int MOVE_TO_ONE = 1 << 3 | 1;

  public static final int CLOSE_PATH = 1 << 3 | 7;

  private static final int LINE_TO = 2;

  private TileCommands() {}

  public static int lineTo(int positions) {
    return positions << 3 | LINE_TO;
  }

  /** How many positions a command goes to. */
  static int positions(int command) {
    return command >>> 3;
  }
}
