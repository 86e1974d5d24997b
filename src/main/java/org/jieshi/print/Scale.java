package org.jieshi.print;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** From plane metres to millimetres in a frame on paper, at a scale that people know. */
public final class Scale {

  private static final int[] USUAL = {20, 50, 100, 200, 250, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 20_000, 25_000, 50_000,
      100_000, 250_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000};
  private static final double MARGIN = 0.86;

  private final int denominator;
  private final Coordinate centre;
  private final float x;
  private final float y;
  private final float width;
  private final float height;

  private Scale(int denominator, Coordinate centre, float x, float y, float width, float height) {
    this.denominator = denominator;
    this.centre = centre;
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
  }

  /** The largest usual scale at which the land fits the frame with a margin. */
  public static Scale fitting(Envelope land, float x, float y, float width, float height) {
    for (int denominator : USUAL) {
      if (land.getWidth() * 1000 / denominator <= width * MARGIN
          && land.getHeight() * 1000 / denominator <= height * MARGIN) {
        return new Scale(denominator, land.centre(), x, y, width, height);
      }
    }
    throw new IllegalArgumentException("no scale for land " + land.getWidth() + " m wide");
  }

  public int denominator() {
    return denominator;
  }

  public float x(double east) {
    return (float) (x + width / 2 + (east - centre.x) * 1000 / denominator);
  }

  public float y(double north) {
    return (float) (y + height / 2 - (north - centre.y) * 1000 / denominator);
  }

  /** mm on paper. */
  public double onPaper(double metres) {
    return metres * 1000 / denominator;
  }

  /** The land that the frame shows. */
  public Envelope window() {
    double halfWidth = width / 2.0 * denominator / 1000;
    double halfHeight = height / 2.0 * denominator / 1000;
    return new Envelope(centre.x - halfWidth, centre.x + halfWidth, centre.y - halfHeight, centre.y + halfHeight);
  }

  /** On the sheet, mm. */
  public Envelope frame() {
    return new Envelope(x, x + width, y, y + height);
  }

  public List<float[]> rings(Geometry polygonal) {
    List<float[]> rings = new ArrayList<>();
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) polygonal.getGeometryN(i);
      rings.add(ring(polygon.getExteriorRing()));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        rings.add(ring(polygon.getInteriorRingN(hole)));
      }
    }
    return rings;
  }

  private float[] ring(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    float[] paper = new float[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      paper[2 * i] = x(points.getX(i));
      paper[2 * i + 1] = y(points.getY(i));
    }
    return paper;
  }
}
