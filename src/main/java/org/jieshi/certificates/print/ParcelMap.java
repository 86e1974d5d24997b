package org.jieshi.certificates.print;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.print.Sheet;
import org.jieshi.shared.AreaUnits;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The parcel map 宗地图 (domain.md §5): boundary in red with numbered points and edge lengths, neighbours, north arrow,
 * scale, coordinate ticks. Labels that would cover each other are left out; every point is in the boundary table.
 */
final class ParcelMap {

  private static final float LEFT = 20;
  private static final float TOP = 40;
  private static final float WIDTH = 170;
  private static final float HEIGHT = 205;
  private static final Color BOUNDARY = new Color(0xC0, 0x10, 0x10);
  private static final Color LAND = new Color(0xFD, 0xF3, 0xEC);
  private static final Color NEIGHBOUR = new Color(0x70, 0x70, 0x70);
  private static final Color GRID = new Color(0x40, 0x60, 0x90);

  private final Sheet sheet;
  private final PrintedCertificate certificate;
  private final Scale scale;
  private final List<Envelope> taken = new ArrayList<>();

  ParcelMap(Sheet sheet, PrintedCertificate certificate) {
    this.sheet = sheet;
    this.certificate = certificate;
    this.scale = Scale.fitting(certificate.boundary().getEnvelopeInternal(), LEFT, TOP, WIDTH, HEIGHT);
  }

  void draw(List<BoundaryPoint> points) throws IOException {
    sheet.centred(Sheet.WIDTH / 2, 24, 18, "宗 地 图");
    sheet.text(LEFT, 32, 9, "宗地代码 " + certificate.parcelCode());
    sheet.text(LEFT, 37, 9, "土地权利人 " + certificate.holder());
    sheet.right(LEFT + WIDTH, 32, 9, certificate.number());
    sheet.right(LEFT + WIDTH, 37, 9, "单位 m·m²");
    sheet.clip(LEFT, TOP, WIDTH, HEIGHT);
    ticks();
    neighbours();
    land();
    labels(points);
    northArrow();
    sheet.unclip();
    sheet.stroke(Color.BLACK, 0.35f);
    sheet.rectangle(LEFT, TOP, WIDTH, HEIGHT);
    legend();
  }

  /** Crosses of the plane system's grid, numbered at the frame. */
  private void ticks() throws IOException {
    double step = gridStep();
    Envelope window = scale.window();
    sheet.stroke(GRID, 0.15f);
    for (double east = Math.ceil(window.getMinX() / step) * step; east < window.getMaxX(); east += step) {
      for (double north = Math.ceil(window.getMinY() / step) * step; north < window.getMaxY(); north += step) {
        float x = scale.x(east);
        float y = scale.y(north);
        sheet.line(x - 1.5f, y, x + 1.5f, y);
        sheet.line(x, y - 1.5f, x, y + 1.5f);
      }
      label(scale.x(east) + 0.6f, TOP + HEIGHT - 1.2f, 5.5f, GRID, "%.0f".formatted(east));
    }
    for (double north = Math.ceil(window.getMinY() / step) * step; north < window.getMaxY(); north += step) {
      label(LEFT + 0.8f, scale.y(north) - 0.6f, 5.5f, GRID, "%.0f".formatted(north));
    }
  }

  private double gridStep() {
    double paper = 40.0 * scale.denominator() / 1000;
    double magnitude = Math.pow(10, Math.floor(Math.log10(paper)));
    double factor = paper / magnitude;
    return magnitude * (factor < 2 ? 1 : factor < 5 ? 2 : 5);
  }

  private void neighbours() throws IOException {
    sheet.stroke(NEIGHBOUR, 0.2f);
    for (PrintedCertificate.Neighbour neighbour : certificate.neighbours()) {
      sheet.rings(scale.rings(neighbour.boundary()), null);
    }
  }

  private void land() throws IOException {
    sheet.stroke(BOUNDARY, 0.4f);
    sheet.rings(scale.rings(certificate.boundary()), LAND);
  }

  private void labels(List<BoundaryPoint> points) throws IOException {
    parcelLabel();
    sheet.stroke(BOUNDARY, 0.15f);
    for (BoundaryPoint point : points) {
      float x = scale.x(point.east().doubleValue());
      float y = scale.y(point.north().doubleValue());
      sheet.circle(x, y, points.size() > 150 ? 0.35f : 0.55f, Color.WHITE);
    }
    for (BoundaryPoint point : points) {
      pointLabel(point);
    }
    for (int i = 0; i < points.size(); i++) {
      edgeLabel(points, i);
    }
    Envelope window = scale.window();
    for (PrintedCertificate.Neighbour neighbour : certificate.neighbours()) {
      Geometry seen = neighbour.boundary().intersection(neighbour.boundary().getFactory().toGeometry(window));
      if (!seen.isEmpty() && seen.getDimension() == 2) {
        Point inside = inside(seen);
        label(scale.x(inside.getX()) - sheet.width(neighbour.label(), 7) / 2, scale.y(inside.getY()), 7, NEIGHBOUR,
            neighbour.label());
      }
    }
  }

  /** Number over use, and the area beside, as the parcel map has it. */
  private void parcelLabel() throws IOException {
    Point inside = inside(certificate.boundary());
    float x = scale.x(inside.getX());
    float y = scale.y(inside.getY());
    String above = certificate.parcelCode().substring(Math.max(0, certificate.parcelCode().length() - 7));
    String below = certificate.landUse() == null ? "—" : certificate.landUse();
    String area = certificate.planeArea().toPlainString();
    float half = Math.max(sheet.width(above, 10), sheet.width(below, 10)) / 2 + 1;
    sheet.centred(x, y - 1.2f, 10, above);
    sheet.stroke(Color.BLACK, 0.25f);
    sheet.line(x - half, y, x + half, y);
    sheet.centred(x, y + 4, 10, below);
    sheet.text(x + half + 1.5f, y + 1.2f, 10, area);
    taken.add(new Envelope(x - half, x + half + 3 + sheet.width(area, 10), y - 6, y + 6));
  }

  private void pointLabel(BoundaryPoint point) throws IOException {
    float x = scale.x(point.east().doubleValue());
    float y = scale.y(point.north().doubleValue());
    for (float[] offset : new float[][] {{0.9f, -0.9f}, {0.9f, 2.4f}, {-4.5f, -0.9f}, {-4.5f, 2.4f}}) {
      if (label(x + offset[0], y + offset[1], 5.5f, Color.BLACK, point.number())) {
        return;
      }
    }
  }

  private void edgeLabel(List<BoundaryPoint> points, int index) throws IOException {
    BoundaryPoint from = points.get(index);
    int next = index + 1 < points.size() && points.get(index + 1).ring() == from.ring()
        && points.get(index + 1).part() == from.part() ? index + 1 : firstOfRing(points, index);
    BoundaryPoint to = points.get(next);
    String length = "%.2f".formatted(from.distanceToNext());
    if (scale.onPaper(from.distanceToNext().doubleValue()) < sheet.width(length, 5) + 2) {
      return;
    }
    float x = (scale.x(from.east().doubleValue()) + scale.x(to.east().doubleValue())) / 2;
    float y = (scale.y(from.north().doubleValue()) + scale.y(to.north().doubleValue())) / 2;
    label(x - sheet.width(length, 5) / 2, y - 0.8f, 5, BOUNDARY, length);
  }

  private static int firstOfRing(List<BoundaryPoint> points, int index) {
    int first = index;
    while (first > 0 && points.get(first - 1).ring() == points.get(index).ring()
        && points.get(first - 1).part() == points.get(index).part()) {
      first--;
    }
    return first;
  }

  /** Prints a label unless another is there already or it would leave the frame. */
  private boolean label(float x, float y, float size, Color colour, String text) throws IOException {
    float width = sheet.width(text, size);
    float height = size * 0.36f;
    Envelope box = new Envelope(x, x + width, y - height, y);
    boolean covered = taken.stream().anyMatch(box::intersects);
    if (covered || !scale.shows(x, y - height) || !scale.shows(x + width, y)) {
      return false;
    }
    taken.add(box);
    sheet.text(x, y, size, colour, text);
    return true;
  }

  private static Point inside(Geometry polygonal) {
    Envelope envelope = polygonal.getEnvelopeInternal();
    double tolerance = Math.max(0.01, Math.max(envelope.getWidth(), envelope.getHeight()) / 200);
    return MaximumInscribedCircle.getCenter(polygonal, tolerance);
  }

  private void northArrow() throws IOException {
    float x = LEFT + WIDTH - 12;
    float y = TOP + 8;
    sheet.fillRectangle(x - 5, y - 6, 10, 22, Color.WHITE);
    sheet.stroke(Color.BLACK, 0.25f);
    sheet.rings(List.of(new float[] {x, y, x + 2.5f, y + 13, x, y + 10}), Color.BLACK);
    sheet.rings(List.of(new float[] {x, y, x - 2.5f, y + 13, x, y + 10}), Color.WHITE);
    sheet.centred(x, y - 1.5f, 9, "北");
  }

  private void legend() throws IOException {
    float y = TOP + HEIGHT;
    sheet.centred(Sheet.WIDTH / 2, y + 8, 11, "1:" + scale.denominator());
    scaleBar(y + 5);
    sheet.text(LEFT, y + 16, 8.5f, "坐标系：" + certificate.system());
    sheet.text(LEFT, y + 21, 8.5f, "宗地面积：%s m²（%s hm²，%s 亩）".formatted(certificate.planeArea().toPlainString(),
        AreaUnits.hectares(certificate.planeArea()).toPlainString(), AreaUnits.mu(certificate.planeArea()).toPlainString()));
    sheet.right(LEFT + WIDTH, y + 16, 8.5f,
        "测绘：" + (certificate.surveyedBy() == null ? "—" : certificate.surveyedBy()));
    sheet.right(LEFT + WIDTH, y + 21, 8.5f, "制图：界石 " + certificate.issuedOn());
  }

  private void scaleBar(float y) throws IOException {
    double metres = gridStep();
    float length = (float) scale.onPaper(metres);
    float x = LEFT;
    sheet.stroke(Color.BLACK, 0.25f);
    for (int i = 0; i < 4; i++) {
      sheet.fillRectangle(x + i * length / 4, y, length / 4, 1.2f, i % 2 == 0 ? Color.BLACK : Color.WHITE);
    }
    sheet.rectangle(x, y, length, 1.2f);
    sheet.text(x, y + 4.5f, 7, "0");
    sheet.text(x + length - 3, y + 4.5f, 7, "%.0f m".formatted(metres));
  }
}
