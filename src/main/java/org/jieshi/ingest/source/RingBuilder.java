package org.jieshi.ingest.source;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;

/** Collects the vertices of one ring while it is read. */
public final class RingBuilder {

  private static final int FIRST = 16;

  private double[] ordinates = new double[FIRST];
  private int length;

  public void add(double x, double y) {
    if (length == ordinates.length) {
      ordinates = Arrays.copyOf(ordinates, 2 * length);
    }
    ordinates[length++] = x;
    ordinates[length++] = y;
  }

  public int points() {
    return length / 2;
  }

  /** Whether the last vertex is the first one again. */
  public boolean isClosed() {
    return length > 6 && ordinates[0] == ordinates[length - 2] && ordinates[1] == ordinates[length - 1];
  }

  /** Adds the first vertex again where the ring doesn't end in it; for formats that leave it out. */
  public void close() {
    if (length > 2 && !isClosed()) {
      add(ordinates[0], ordinates[1]);
    }
  }

  public CoordinateSequence ring() {
    return RecordShapes.ring(Arrays.copyOf(ordinates, length));
  }
}
