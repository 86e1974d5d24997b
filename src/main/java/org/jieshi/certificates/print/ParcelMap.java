package org.jieshi.certificates.print;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.print.PaperSize;
import org.jieshi.print.Scale;
import org.jieshi.print.Sheet;
import org.jieshi.shared.AreaUnits;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;

/**
 * The parcel map 宗地图 (domain.md §5) to scale: boundary in red with numbered points and edge lengths, neighbours with their
 * holders and numbers, north arrow, scale bar, coordinate ticks, and an orthophoto below where there is one. Labels that
 * would cover each other are left out; every point is in the boundary table.
 */
final class ParcelMap {

  /** mm; with less of boundary to each point on A4 the numbers do not fit beside each other. */
  private static final double CROWDED = 7;

  private static final float TOP = 44;
  private static final float SIDE = 20;
  private static final float FOOT = 52;
  private static final Color BOUNDARY = new Color(0xC0, 0x10, 0x10);
  private static final Color LAND = new Color(0xFD, 0xF3, 0xEC);
  private static final Color NEIGHBOUR = new Color(0x60, 0x60, 0x60);
  private static final Color GRID = new Color(0x40, 0x60, 0x90);
  private static final int MANY = 150;

  private final Sheet sheet;
  private final PrintedMap map;
  private final PaperSize paper;
  private final Scale scale;
  private final MapLabels labels;
  private final Optional<PrintedMap.Picture> picture;

  ParcelMap(Sheet sheet, PrintedMap map, PaperSize paper) {
    this.sheet = sheet;
    this.map = map;
    this.paper = paper;
    this.scale = scale(map.boundary(), paper);
    this.picture = map.pictures().under(scale.window());
    this.labels = new MapLabels(sheet, scale, picture.isPresent());
  }

  private static Scale scale(Geometry land, PaperSize paper) {
    return Scale.fitting(land.getEnvelopeInternal(), SIDE, TOP, paper.width() - 2 * SIDE,
        paper.height() - TOP - FOOT);
  }

  /** A4, unless its boundary points would crowd each other there. */
  static PaperSize paperFor(Geometry land, int points) {
    double onPaper = scale(land, PaperSize.A4).onPaper(land.getLength());
    return points > 12 && onPaper / points < CROWDED ? PaperSize.A3 : PaperSize.A4;
  }

  void draw(List<BoundaryPoint> points) throws IOException {
    head();
    Envelope frame = scale.frame();
    float width = (float) frame.getWidth();
    float height = (float) frame.getHeight();
    sheet.clip(SIDE, TOP, width, height);
    if (picture.isPresent()) {
      sheet.image(SIDE, TOP, width, height, picture.get().image());
    }
    for (PrintedMap.Neighbour neighbour : map.neighbours()) {
      if (picture.isPresent()) {
        sheet.stroke(Color.WHITE, 0.7f);
        sheet.rings(scale.rings(neighbour.boundary()), null);
      }
      sheet.stroke(NEIGHBOUR, 0.2f);
      sheet.rings(scale.rings(neighbour.boundary()), null);
    }
    sheet.stroke(picture.isPresent() ? Color.WHITE : LAND, picture.isPresent() ? 1.1f : 0.1f);
    sheet.rings(scale.rings(map.boundary()), picture.isPresent() ? null : LAND);
    ticks();
    sheet.stroke(BOUNDARY, 0.4f);
    sheet.rings(scale.rings(map.boundary()), null);
    northArrow();
    parcelLabel();
    points(points);
    neighbourLabels();
    sheet.unclip();
    sheet.stroke(Color.BLACK, 0.35f);
    sheet.rectangle(SIDE, TOP, width, height);
    legend();
  }

  private void head() throws IOException {
    float right = paper.width() - SIDE;
    sheet.centred(paper.width() / 2, 22, 18, "宗 地 图");
    sheet.text(SIDE, 31, 9, "宗地代码 " + map.parcelCode());
    sheet.right(right, 31, 9, map.number() == null ? "单位 m·m²" : map.number());
    float size = 9;
    List<String> holder = sheet.wrapped("土地权利人 " + map.holder(), size, right - SIDE);
    while (holder.size() > 2 && size > 5) {
      size -= 0.5f;
      holder = sheet.wrapped("土地权利人 " + map.holder(), size, right - SIDE);
    }
    for (int i = 0; i < holder.size(); i++) {
      sheet.text(SIDE, 36 + i * (size * 0.47f), size, holder.get(i));
    }
  }

  /** Crosses of the plane system's grid, numbered at the frame. */
  private void ticks() throws IOException {
    double step = gridStep();
    Envelope window = scale.window();
    float foot = (float) scale.frame().getMaxY();
    sheet.stroke(GRID, 0.15f);
    for (double east = Math.ceil(window.getMinX() / step) * step; east < window.getMaxX(); east += step) {
      for (double north = Math.ceil(window.getMinY() / step) * step; north < window.getMaxY(); north += step) {
        float x = scale.x(east);
        float y = scale.y(north);
        sheet.line(x - 1.5f, y, x + 1.5f, y);
        sheet.line(x, y - 1.5f, x, y + 1.5f);
      }
      labels.set(scale.x(east) + 0.6f, foot - 1.2f, 5.5f, GRID, figure(east, step));
    }
    for (double north = Math.ceil(window.getMinY() / step) * step; north < window.getMaxY(); north += step) {
      labels.set(SIDE + 0.8f, scale.y(north) - 0.6f, 5.5f, GRID, figure(north, step));
    }
  }

  private static String figure(double metres, double step) {
    return step < 1 ? "%.1f".formatted(metres) : "%.0f".formatted(metres);
  }

  private double gridStep() {
    double onPaper = 40.0 * scale.denominator() / 1000;
    double magnitude = Math.pow(10, Math.floor(Math.log10(onPaper)));
    double factor = onPaper / magnitude;
    return magnitude * (factor < 2 ? 1 : factor < 5 ? 2 : 5);
  }

  private void points(List<BoundaryPoint> points) throws IOException {
    sheet.stroke(BOUNDARY, 0.15f);
    float radius = points.size() > MANY ? 0.35f : 0.55f;
    for (BoundaryPoint point : points) {
      float x = scale.x(point.east().doubleValue());
      float y = scale.y(point.north().doubleValue());
      sheet.circle(x, y, radius, Color.WHITE);
      labels.keepFree(x, y, radius);
    }
    for (int i = 0; i < points.size(); i++) {
      labels.point(points, i);
    }
    List<Integer> longestFirst = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      longestFirst.add(i);
    }
    longestFirst.sort(Comparator.comparing((Integer i) -> points.get(i).distanceToNext()).reversed());
    for (int i : longestFirst) {
      labels.edge(points, i);
    }
  }

  private void neighbourLabels() throws IOException {
    Envelope window = scale.window();
    for (PrintedMap.Neighbour neighbour : map.neighbours()) {
      Geometry seen = neighbour.boundary().intersection(neighbour.boundary().getFactory().toGeometry(window));
      if (!seen.isEmpty() && seen.getDimension() == 2) {
        Point inside = inside(seen);
        labels.lines(scale.x(inside.getX()), scale.y(inside.getY()), 7, NEIGHBOUR, neighbour.lines());
      }
    }
  }

  /** Number over use, and the area beside, as the parcel map has it; beside the land where it is too narrow for that. */
  private void parcelLabel() throws IOException {
    Point inside = inside(map.boundary());
    String above = map.parcelCode().substring(Math.max(0, map.parcelCode().length() - 7));
    String below = map.landUse() == null ? "—" : map.landUse();
    String area = map.planeArea().toPlainString();
    float x = scale.x(inside.getX());
    float y = scale.y(inside.getY());
    float left = labels.fractionLeft(above, below);
    float right = labels.fractionRight(above, below, area);
    Color paper = picture.isPresent() ? Color.WHITE : LAND;
    if (!map.boundary().covers(onLand(x - left, x + right, y))) {
      Envelope land = map.boundary().getEnvelopeInternal();
      paper = Color.WHITE;
      float east = scale.x(land.getMaxX()) + 4 + left;
      x = scale.frame().getMaxX() > east + right ? east : scale.x(land.getMinX()) - 4 - right;
    }
    labels.fraction(x, y, paper, above, below, area);
  }

  /** A strip of paper as land, as high as the writing. */
  private Geometry onLand(float left, float right, float y) {
    double metres = scale.denominator() / 1000.0;
    Envelope window = scale.window();
    double west = window.getMinX() + (left - SIDE) * metres;
    double north = window.getMaxY() - (y - 6 - TOP) * metres;
    return map.boundary().getFactory().toGeometry(
        new Envelope(west, west + (right - left) * metres, north - 12 * metres, north));
  }

  static Point inside(Geometry polygonal) {
    Envelope envelope = polygonal.getEnvelopeInternal();
    double tolerance = Math.max(0.01, Math.max(envelope.getWidth(), envelope.getHeight()) / 200);
    return MaximumInscribedCircle.getCenter(polygonal, tolerance);
  }

  private void northArrow() throws IOException {
    float x = paper.width() - SIDE - 10;
    float y = TOP + 8;
    sheet.fillRectangle(x - 5, y - 6, 10, 22, Color.WHITE);
    sheet.stroke(Color.BLACK, 0.25f);
    sheet.rings(List.of(new float[] {x, y, x + 2.5f, y + 13, x, y + 10}), Color.BLACK);
    sheet.rings(List.of(new float[] {x, y, x - 2.5f, y + 13, x, y + 10}), Color.WHITE);
    sheet.centred(x, y - 1.5f, 9, "北");
    labels.keepFree(x - 5, y - 6, 10, 22);
  }

  private void legend() throws IOException {
    float y = (float) scale.frame().getMaxY();
    float right = paper.width() - SIDE;
    sheet.centred(paper.width() / 2, y + 8, 11, "1:" + scale.denominator());
    scaleBar(y + 5);
    sheet.stroke(BOUNDARY, 0.4f);
    sheet.line(right - 52, y + 5.5f, right - 44, y + 5.5f);
    sheet.stroke(BOUNDARY, 0.15f);
    sheet.circle(right - 48, y + 5.5f, 0.55f, Color.WHITE);
    sheet.text(right - 43, y + 6.7f, 7, "界址点、界址线");
    sheet.stroke(NEIGHBOUR, 0.2f);
    sheet.line(right - 20, y + 5.5f, right - 12, y + 5.5f);
    sheet.text(right - 11, y + 6.7f, 7, "相邻宗地");
    sheet.text(SIDE, y + 16, 8.5f, "坐标系：" + map.system());
    sheet.text(SIDE, y + 21, 8.5f, "宗地面积：%s m²（%s hm²，%s 亩）".formatted(map.planeArea().toPlainString(),
        AreaUnits.hectares(map.planeArea()).toPlainString(), AreaUnits.mu(map.planeArea()).toPlainString()));
    sheet.right(right, y + 16, 8.5f, "测绘：" + (map.surveyedBy() == null ? "—" : map.surveyedBy()));
    sheet.right(right, y + 21, 8.5f, "制图：界石 " + map.drawnOn());
    if (picture.isPresent()) {
      sheet.text(SIDE, y + 26, 7, NEIGHBOUR, "底图：" + picture.get().source() + "。影像仅供参照，界线以界址点坐标为准。");
    }
  }

  private void scaleBar(float y) throws IOException {
    double metres = gridStep();
    float length = (float) scale.onPaper(metres);
    sheet.stroke(Color.BLACK, 0.25f);
    for (int i = 0; i < 4; i++) {
      sheet.fillRectangle(SIDE + i * length / 4, y, length / 4, 1.2f, i % 2 == 0 ? Color.BLACK : Color.WHITE);
    }
    sheet.rectangle(SIDE, y, length, 1.2f);
    sheet.text(SIDE, y + 4.5f, 7, "0");
    String end = figure(metres, metres) + " m";
    sheet.text(SIDE + length - 3, y + 4.5f, 7, end);
  }
}
