package org.jieshi.disputes.proposal;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.disputes.line.Transfer;
import org.jieshi.print.Booklet;
import org.jieshi.print.Sheet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * The sketch of an agreement: both sides' boundaries as they were, the pieces of the disputed land by who gets them,
 * the agreed line with its numbered points, north arrow, scale and legend. To a usual scale, in the legal plane system.
 */
final class AgreementPlan implements Booklet.Drawing {

  private static final int[] USUAL = {100, 200, 250, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 20_000, 25_000, 50_000};
  private static final Color OLD = new Color(0x80, 0x80, 0x80);
  private static final Color LINE = new Color(0xC0, 0x10, 0x10);
  private static final Color[] GETS = {new Color(0xF8, 0xDC, 0xB4), new Color(0xC9, 0xDD, 0xF2)};
  private static final float HEAD = 9;
  private static final float LEGEND = 14;

  private final Proposal proposal;
  private final List<Geometry> boundaries;
  private final List<String> parties;
  private final List<String> receivers;
  private final Coordinate centre;
  private final Envelope focus = new Envelope();

  /**
   * @param boundaries of both sides before, in the system of the proposal
   * @param receivers name of the party that gets each transfer
   */
  AgreementPlan(Proposal proposal, List<Geometry> boundaries, List<String> parties, List<String> receivers) {
    this.proposal = proposal;
    this.boundaries = boundaries;
    this.parties = parties;
    this.receivers = receivers;
    proposal.transfers().forEach(transfer -> focus.expandToInclude(transfer.land().getEnvelopeInternal()));
    if (proposal.line() != null) {
      // where the line ends shortly beyond the disputed land its end points are seen too
      Envelope around = focus.copy();
      around.expandBy(Math.max(focus.getWidth(), focus.getHeight()) * 0.6);
      for (Coordinate point : proposal.line().getCoordinates()) {
        if (around.contains(point)) {
          focus.expandToInclude(point);
        }
      }
    }
    focus.expandBy(Math.max(focus.getWidth(), focus.getHeight()) * 0.12);
    this.centre = focus.centre();
  }

  @Override
  public void draw(Sheet sheet, float x, float top, float width, float height) throws IOException {
    sheet.text(x, top + 6, 11.5f, "三、界线示意图");
    float y = top + HEAD;
    float frame = height - LEGEND - HEAD;
    int denominator = denominator(width, frame);
    Paper paper = new Paper(x + width / 2, y + frame / 2, denominator, centre);
    sheet.clip(x, y, width, frame);
    for (int i = 0; i < proposal.transfers().size(); i++) {
      Transfer transfer = proposal.transfers().get(i);
      sheet.stroke(OLD, 0.1f);
      sheet.rings(paper.rings(transfer.land()), GETS[Math.max(0, parties.indexOf(receivers.get(i))) % GETS.length]);
    }
    sheet.stroke(OLD, 0.25f);
    sheet.dashed(1.5f, 1f);
    for (Geometry boundary : boundaries) {
      sheet.rings(paper.rings(boundary), null);
    }
    sheet.dashed();
    line(sheet, paper);
    arrow(sheet, x + width - 8, y + 6);
    sheet.unclip();
    sheet.stroke(Color.BLACK, 0.3f);
    sheet.rectangle(x, y, width, frame);
    legend(sheet, x, y + frame, denominator);
  }

  private int denominator(float width, float height) {
    for (int usual : USUAL) {
      if (focus.getWidth() * 1000 / usual <= width && focus.getHeight() * 1000 / usual <= height) {
        return usual;
      }
    }
    return (int) Math.ceil(Math.max(focus.getWidth() / width, focus.getHeight() / height) * 1000);
  }

  private void line(Sheet sheet, Paper paper) throws IOException {
    if (proposal.line() == null) {
      return;
    }
    Coordinate[] points = proposal.line().getCoordinates();
    sheet.stroke(LINE, 0.5f);
    for (int i = 1; i < points.length; i++) {
      sheet.line(paper.x(points[i - 1]), paper.y(points[i - 1]), paper.x(points[i]), paper.y(points[i]));
    }
    sheet.stroke(LINE, 0.2f);
    for (int i = 0; i < points.length; i++) {
      sheet.circle(paper.x(points[i]), paper.y(points[i]), 0.7f, Color.WHITE);
      sheet.text(paper.x(points[i]) + 1.2f, paper.y(points[i]) - 0.8f, 7, LINE, "L" + (i + 1));
    }
  }

  private static void arrow(Sheet sheet, float x, float y) throws IOException {
    sheet.stroke(Color.BLACK, 0.25f);
    sheet.rings(List.of(new float[] {x, y, x + 2, y + 10, x, y + 8}), Color.BLACK);
    sheet.rings(List.of(new float[] {x, y, x - 2, y + 10, x, y + 8}), Color.WHITE);
    sheet.centred(x, y - 1, 8, "北");
  }

  private void legend(Sheet sheet, float x, float y, int denominator) throws IOException {
    float at = x;
    for (int i = 0; i < Math.min(parties.size(), GETS.length); i++) {
      sheet.fillRectangle(at, y + 2.5f, 6, 3.5f, GETS[i]);
      String text = "归%s".formatted(parties.get(i));
      sheet.text(at + 7, y + 5.5f, 8.5f, text);
      at += 12 + sheet.width(text, 8.5f);
    }
    sheet.stroke(OLD, 0.3f);
    sheet.dashed(1.5f, 1f);
    sheet.line(x, y + 10.2f, x + 6, y + 10.2f);
    sheet.dashed();
    sheet.text(x + 7, y + 11.2f, 8.5f, "原界线");
    if (proposal.line() != null) {
      sheet.stroke(LINE, 0.5f);
      sheet.line(x + 24, y + 10.2f, x + 30, y + 10.2f);
      sheet.text(x + 31, y + 11.2f, 8.5f, "协议界线");
    }
    sheet.right(x + Booklet.WIDTH, y + 11.2f, 8.5f, "1:%d　EPSG:%d".formatted(denominator, proposal.srid()));
  }

  /** From plane metres to millimetres on paper. */
  private record Paper(float middleX, float middleY, int denominator, Coordinate centre) {

    float x(Coordinate point) {
      return (float) (middleX + (point.x - centre.x) * 1000 / denominator);
    }

    float y(Coordinate point) {
      return (float) (middleY - (point.y - centre.y) * 1000 / denominator);
    }

    List<float[]> rings(Geometry polygonal) {
      List<float[]> rings = new ArrayList<>();
      for (Object each : PolygonExtracter.getPolygons(polygonal)) {
        Polygon polygon = (Polygon) each;
        rings.add(ring(polygon.getExteriorRing().getCoordinates()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          rings.add(ring(polygon.getInteriorRingN(i).getCoordinates()));
        }
      }
      return rings;
    }

    private float[] ring(Coordinate[] points) {
      float[] ring = new float[2 * points.length];
      for (int i = 0; i < points.length; i++) {
        ring[2 * i] = x(points[i]);
        ring[2 * i + 1] = y(points[i]);
      }
      return ring;
    }
  }
}
