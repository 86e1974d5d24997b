package org.jieshi.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Land as a map draws it at {@link #ZOOM} and farther out: web Mercator in whole units of that zoom (0.6 m at the
 * equator), thinned by a quarter of a pixel. A sixth of the bytes of the land itself; display only, never judged by.
 *
 * <p>Variable-length numbers as in protocol buffers: west, north, width and height of its bounds; from there the place of
 * its name and its first position; then what follows that position in a Mapbox Vector Tile 2.1 (4.3): the commands of the
 * rest of its first shell, then of its holes and of the further polygons. A tile that it lies on wholly so takes it as it
 * stands. Land too small to have an area at this zoom is no bytes at all.
 */
public final class DrawnShape {

  /** The nearest zoom that the shape is good for. */
  public static final int ZOOM = 14;

  private static final double WORLD = (double) (1 << ZOOM) * WebMercator.UNITS;

  /** A quarter of a pixel. */
  private static final double TOLERANCE = WebMercator.UNITS / (double) WebMercator.PIXELS / 4;

  private static final int TRIANGLE = 6;

  private final ProtoBytes commands = new ProtoBytes();
  private final Thinning thinning = new Thinning(TOLERANCE);
  private final UnitRing units = new UnitRing();
  private final RingList rings = new RingList();
  private int firstX;
  private int firstY;
  private int x;
  private int y;
  private int west = Integer.MAX_VALUE;
  private int north = Integer.MAX_VALUE;
  private int east = Integer.MIN_VALUE;
  private int south = Integer.MIN_VALUE;

  private DrawnShape() {}

  /** @param degrees polygons, longitude and latitude in CGCS2000 degrees; what has no area is passed over */
  public static byte[] of(Geometry degrees) {
    DrawnShape shape = new DrawnShape();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      if (degrees.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        shape.add(polygon);
      }
    }
    return shape.bytes();
  }

  private void add(Polygon polygon) {
    if (add(polygon.getExteriorRing(), true)) {
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        add(polygon.getInteriorRingN(hole), false);
      }
    }
  }

  /** Whether anything of the ring can be seen. */
  private boolean add(LinearRing ring, boolean shell) {
    double[] line = new double[2 * ring.getNumPoints()];
    for (int i = 0; i < ring.getNumPoints(); i++) {
      line[2 * i] = WebMercator.x(ring.getCoordinateSequence().getX(i)) * WORLD;
      line[2 * i + 1] = WebMercator.y(ring.getCoordinateSequence().getY(i)) * WORLD;
    }
    int open = thinning.thin(line, line.length) - 2;
    int count = open < TRIANGLE ? 0 : units.take(line, open, shell);
    if (count > 0) {
      write(units.units(), count);
      keep(units.units(), count, shell);
    }
    return count > 0;
  }

  private void write(int[] ring, int count) {
    if (rings.rings() == 0) {
      firstX = ring[0];
      firstY = ring[1];
      x = firstX;
      y = firstY;
    } else {
      commands.varint(TileCommands.MOVE_TO_ONE);
      step(ring[0], ring[1]);
    }
    commands.varint(TileCommands.lineTo(count / 2 - 1));
    for (int i = 2; i < count; i += 2) {
      step(ring[i], ring[i + 1]);
    }
    commands.varint(TileCommands.CLOSE_PATH);
  }

  private void step(int toX, int toY) {
    commands.signed(toX - x);
    commands.signed(toY - y);
    x = toX;
    y = toY;
  }

  private void keep(int[] ring, int count, boolean shell) {
    double[] room = rings.room(count + 2);
    int from = rings.start(rings.rings());
    for (int i = 0; i < count + 2; i += 2) {
      int ringX = ring[i % count];
      int ringY = ring[i % count + 1];
      room[from + i] = ringX;
      room[from + i + 1] = ringY;
      west = Math.min(west, ringX);
      north = Math.min(north, ringY);
      east = Math.max(east, ringX);
      south = Math.max(south, ringY);
    }
    rings.endRing(count + 2, shell);
  }

  private byte[] bytes() {
    if (rings.rings() == 0) {
      return new byte[0];
    }
    double[] name = rings.inside();
    ProtoBytes bytes = new ProtoBytes();
    bytes.varint(west);
    bytes.varint(north);
    bytes.varint(east - west);
    bytes.varint(south - north);
    bytes.varint((int) Math.rint(name[0]) - west);
    bytes.varint((int) Math.rint(name[1]) - north);
    bytes.varint(firstX - west);
    bytes.varint(firstY - north);
    bytes.append(commands);
    return bytes.toByteArray();
  }

  /** Reads shapes, one after the other. */
  public static final class Reader {

    private byte[] bytes = new byte[0];
    private int at;
    private int commands;
    private int west;
    private int north;
    private int east;
    private int south;
    private int nameX;
    private int nameY;
    private int firstX;
    private int firstY;

    /** Begins with another shape; false if it is too small to be seen at all. */
    public boolean begin(byte[] shape) {
      bytes = shape;
      at = 0;
      if (shape.length == 0) {
        return false;
      }
      west = read();
      north = read();
      east = west + read();
      south = north + read();
      nameX = west + read();
      nameY = north + read();
      firstX = west + read();
      firstY = north + read();
      commands = at;
      return true;
    }

    /** Whether it lies within, or on the edge of, a box in units of {@link #ZOOM}. */
    public boolean within(int left, int top, int right, int bottom) {
      return west >= left && north >= top && east <= right && south <= bottom;
    }

    /** Where its name stands, in units of {@link #ZOOM}: on the land. */
    public int nameX() {
      return nameX;
    }

    public int nameY() {
      return nameY;
    }

    /** The whole shape as the geometry of a feature of a tile of {@link #ZOOM} with this corner, in units of that zoom. */
    public void writeTo(ProtoBytes geometry, int left, int top) {
      geometry.varint(TileCommands.MOVE_TO_ONE);
      geometry.signed(firstX - left);
      geometry.signed(firstY - top);
      geometry.append(bytes, commands, bytes.length - commands);
    }

    /** All rings, in units of {@link #ZOOM}. @param rings what is in it is replaced */
    public void readInto(RingList rings) {
      rings.clear();
      at = commands;
      int x = firstX;
      int y = firstY;
      while (at < bytes.length) {
        if (rings.rings() > 0) {
          read(); // MoveTo
          x += readSigned();
          y += readSigned();
        }
        int numbers = 2 * TileCommands.positions(read()) + 4;
        double[] room = rings.room(numbers);
        int from = rings.start(rings.rings());
        room[from] = x;
        room[from + 1] = y;
        for (int i = from + 2; i < from + numbers - 2; i += 2) {
          x += readSigned();
          y += readSigned();
          room[i] = x;
          room[i + 1] = y;
        }
        room[from + numbers - 2] = room[from];
        room[from + numbers - 1] = room[from + 1];
        rings.endRing(numbers, doubledArea(room, from, numbers) > 0);
        read(); // ClosePath
      }
    }

    /** Positive if the ring runs clockwise on the screen, as shells do. */
    private static double doubledArea(double[] ring, int from, int numbers) {
      double sum = 0;
      for (int i = from; i < from + numbers - 2; i += 2) {
        sum += (ring[i] - ring[from]) * (ring[i + 3] - ring[from + 1]) - (ring[i + 2] - ring[from]) * (ring[i + 1] - ring[from + 1]);
      }
      return sum;
    }

    private int readSigned() {
      int number = read();
      return number >>> 1 ^ -(number & 1);
    }

    private int read() {
      byte first = bytes[at++];
      if (first >= 0) {
        return first;
      }
      int number = first & 0x7f;
      for (int shift = 7;; shift += 7) {
        byte next = bytes[at++];
        number |= (next & 0x7f) << shift;
        if (next >= 0) {
          return number;
        }
      }
    }
  }
}
