package org.jieshi.certificates.print;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.print.Scale;
import org.jieshi.print.Sheet;
import org.locationtech.jts.geom.Envelope;

/** Sets the writing on a map, none over another and none beyond the frame; millimetres on the sheet, sizes in points. */
final class MapLabels {

  private static final Color BOUNDARY = new Color(0xA0, 0x10, 0x10);
  private static final float MM_PER_POINT = 0.36f;
  private static final float[][] HALO = {{0.2f, 0}, {-0.2f, 0}, {0, 0.2f}, {0, -0.2f}};

  private final Sheet sheet;
  private final Scale scale;
  private final boolean overPicture;
  private final List<Envelope> taken = new ArrayList<>();

  /** @param overPicture writing gets white paper of its own, so that it can be read on a picture */
  MapLabels(Sheet sheet, Scale scale, boolean overPicture) {
    this.sheet = sheet;
    this.scale = scale;
    this.overPicture = overPicture;
  }

  void keepFree(float x, float y, float radius) {
    taken.add(new Envelope(x - radius, x + radius, y - radius, y + radius));
  }

  void keepFree(float x, float y, float width, float height) {
    taken.add(new Envelope(x, x + width, y, y + height));
  }

  /** With its baseline's left end at x, y; left out, and false, where there is no room. */
  boolean set(float x, float y, float size, Color colour, String text) throws IOException {
    Envelope box = new Envelope(x, x + sheet.width(text, size), y - size * MM_PER_POINT, y);
    if (!free(box)) {
      return false;
    }
    paper(box);
    taken.add(box);
    sheet.text(x, y, size, colour, text);
    return true;
  }

  private boolean free(Envelope box) {
    return scale.frame().contains(box) && taken.stream().noneMatch(box::intersects);
  }

  private void paper(Envelope box) throws IOException {
    if (overPicture) {
      sheet.fillRectangle((float) box.getMinX() - 0.3f, (float) box.getMinY() - 0.2f, (float) box.getWidth() + 0.6f,
          (float) box.getHeight() + 0.7f, Color.WHITE);
    }
  }

  /** The number of a boundary point: outside of the land if there is room, else wherever there is. */
  void point(List<BoundaryPoint> points, int index) throws IOException {
    BoundaryPoint point = points.get(index);
    double[] before = direction(points, previous(points, index), index);
    double[] after = direction(points, index, next(points, index));
    double outX = -before[1] - after[1];
    double outY = before[0] + after[0];
    double length = Math.hypot(outX, outY);
    double angle = length < 1e-9 ? Math.atan2(before[0], -before[1]) : Math.atan2(outY, outX);
    float size = 5.5f;
    float width = sheet.width(point.number(), size);
    float height = size * MM_PER_POINT;
    for (double reach : new double[] {1.1, 2.2}) {
      for (double turn : new double[] {0, 0.6, -0.6, 1.2, -1.2, Math.PI}) {
        double dx = Math.cos(angle + turn) * (reach + width / 2);
        double dy = Math.sin(angle + turn) * (reach + height / 2);
        float x = scale.x(point.east().doubleValue()) + (float) dx - width / 2;
        float y = scale.y(point.north().doubleValue()) - (float) dy + height / 2;
        if (set(x, y, size, Color.BLACK, point.number())) {
          return;
        }
      }
    }
  }

  /** The length of an edge, along it. */
  void edge(List<BoundaryPoint> points, int index) throws IOException {
    BoundaryPoint from = points.get(index);
    BoundaryPoint to = points.get(next(points, index));
    String text = "%.2f".formatted(from.distanceToNext());
    float size = 5;
    float width = sheet.width(text, size);
    float x1 = scale.x(from.east().doubleValue());
    float y1 = scale.y(from.north().doubleValue());
    float x2 = scale.x(to.east().doubleValue());
    float y2 = scale.y(to.north().doubleValue());
    if (Math.hypot(x2 - x1, y2 - y1) < width + 2) {
      return;
    }
    double angle = Math.atan2(-(y2 - y1), x2 - x1);
    if (Math.cos(angle) < 0) {
      angle += Math.PI;
    }
    for (double side : new double[] {0.8, -2.4}) {
      double baseX = (x1 + x2) / 2 - Math.cos(angle) * width / 2 - Math.sin(angle) * side;
      double baseY = (y1 + y2) / 2 + Math.sin(angle) * width / 2 - Math.cos(angle) * side;
      Envelope box = turned(baseX, baseY, width, size * MM_PER_POINT, angle);
      if (free(box)) {
        taken.add(box);
        if (overPicture) {
          for (float[] beside : HALO) {
            sheet.turned((float) baseX + beside[0], (float) baseY + beside[1], size, Color.WHITE, angle, text);
          }
        }
        sheet.turned((float) baseX, (float) baseY, size, BOUNDARY, angle, text);
        return;
      }
    }
  }

  /** Lines of writing around a place; all of them or none. */
  void lines(float x, float y, float size, Color colour, List<String> lines) throws IOException {
    float step = size * MM_PER_POINT * 1.35f;
    float width = 0;
    for (String line : lines) {
      width = Math.max(width, sheet.width(line, size));
    }
    float top = y - step * lines.size() / 2;
    Envelope box = new Envelope(x - width / 2, x + width / 2, top, top + step * lines.size());
    if (!free(box)) {
      return;
    }
    paper(box);
    taken.add(box);
    for (int i = 0; i < lines.size(); i++) {
      sheet.text(x - sheet.width(lines.get(i), size) / 2, top + step * i + size * MM_PER_POINT, size, colour, lines.get(i));
    }
  }

  /** How far a fraction reaches to the left of its middle. */
  float fractionLeft(String above, String below) throws IOException {
    return Math.max(sheet.width(above, 10), sheet.width(below, 10)) / 2 + 1;
  }

  /** How far it reaches to the right of it, with what stands beside. */
  float fractionRight(String above, String below, String beside) throws IOException {
    return fractionLeft(above, below) + 3 + sheet.width(beside, 10);
  }

  /** One text over another with a stroke between, and a third beside. Always set: the map is of this parcel. */
  void fraction(float x, float y, Color paper, String above, String below, String beside) throws IOException {
    float half = fractionLeft(above, below);
    float right = fractionRight(above, below, beside);
    Envelope frame = scale.frame();
    float at = (float) Math.max(frame.getMinX() + half + 1, Math.min(x, frame.getMaxX() - right - 1));
    Envelope box = new Envelope(at - half, at + right, y - 6, y + 6);
    sheet.fillRectangle((float) box.getMinX(), y - 5, (float) box.getWidth(), 9.6f, paper);
    sheet.centred(at, y - 1.2f, 10, above);
    sheet.stroke(Color.BLACK, 0.25f);
    sheet.line(at - half, y, at + half, y);
    sheet.centred(at, y + 4, 10, below);
    sheet.text(at + half + 1.5f, y + 1.2f, 10, beside);
    taken.add(box);
  }

  /** The box around a text that is turned, a little generous. */
  private static Envelope turned(double x, double y, double width, double height, double angle) {
    Envelope box = new Envelope();
    for (double along : new double[] {0, width}) {
      for (double up : new double[] {0, height}) {
        box.expandToInclude(x + Math.cos(angle) * along - Math.sin(angle) * up,
            y - Math.sin(angle) * along - Math.cos(angle) * up);
      }
    }
    return box;
  }

  private static double[] direction(List<BoundaryPoint> points, int from, int to) {
    double east = points.get(to).east().subtract(points.get(from).east()).doubleValue();
    double north = points.get(to).north().subtract(points.get(from).north()).doubleValue();
    double length = Math.max(1e-9, Math.hypot(east, north));
    return new double[] {east / length, north / length};
  }

  private static boolean sameRing(BoundaryPoint one, BoundaryPoint other) {
    return one.ring() == other.ring() && one.part() == other.part();
  }

  private static int next(List<BoundaryPoint> points, int index) {
    if (index + 1 < points.size() && sameRing(points.get(index), points.get(index + 1))) {
      return index + 1;
    }
    int first = index;
    while (first > 0 && sameRing(points.get(first - 1), points.get(index))) {
      first--;
    }
    return first;
  }

  private static int previous(List<BoundaryPoint> points, int index) {
    if (index > 0 && sameRing(points.get(index - 1), points.get(index))) {
      return index - 1;
    }
    int last = index;
    while (last + 1 < points.size() && sameRing(points.get(last + 1), points.get(index))) {
      last++;
    }
    return last;
  }
}
