package org.jieshi.print;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A plan of several pieces of land over each other, to a usual scale, with north arrow and scale bar. All of them in the
 * same plane system, metres, x = east.
 */
public final class LandPlan implements Booklet.Drawing {

  /** How land is drawn. */
  public enum Style {
    FIRST(new Color(0xC0, 0x10, 0x10), null, false),
    SECOND(new Color(0x1D, 0x5B, 0x8F), null, true),
    OVERLAP(new Color(0x8A, 0x53, 0x00), new Color(0xFC, 0xE4, 0xB0), false),
    PROPOSED(new Color(0x25, 0x6B, 0x3A), null, false);

    private final Color line;
    private final @Nullable Color fill;
    private final boolean dashed;

    Style(Color line, @Nullable Color fill, boolean dashed) {
      this.line = line;
      this.fill = fill;
      this.dashed = dashed;
    }
  }

  /** @param label printed in the legend under the plan */
  public record Layer(Geometry land, Style style, String label) {
  }

  /** A numbered point, plane coordinates. */
  public record Mark(String number, double east, double north) {
  }

  private final List<Layer> layers;
  private final List<Mark> marks;
  private final Envelope window;

  /** @param focus what has to be seen whole; other land is cut at the frame */
  public LandPlan(List<Layer> layers, List<Mark> marks, Geometry focus) {
    this.layers = List.copyOf(layers);
    this.marks = List.copyOf(marks);
    this.window = focus.getEnvelopeInternal();
  }

  @Override
  public void draw(Sheet sheet, float x, float y, float width, float height) throws IOException {
    float plan = height - 6 * layers.size() - 4;
    Scale scale = Scale.fitting(window, x, y, width, plan);
    sheet.clip(x, y, width, plan);
    for (Layer layer : layers) {
      draw(sheet, scale, layer);
    }
    marks(sheet, scale);
    arrow(sheet, x + width - 9, y + 8);
    bar(sheet, scale, x + 4, y + plan - 7);
    sheet.unclip();
    sheet.dashed();
    sheet.stroke(Color.BLACK, 0.3f);
    sheet.rectangle(x, y, width, plan);
    legend(sheet, x, y + plan);
  }

  private static void draw(Sheet sheet, Scale scale, Layer layer) throws IOException {
    Geometry seen = layer.land();
    if (seen.isEmpty() || seen.getDimension() < 2) {
      return;
    }
    sheet.stroke(layer.style().line, 0.35f);
    if (layer.style().dashed) {
      sheet.dashed(1.6f, 1f);
    } else {
      sheet.dashed();
    }
    sheet.rings(scale.rings(seen), layer.style().fill);
  }

  private void marks(Sheet sheet, Scale scale) throws IOException {
    sheet.dashed();
    sheet.stroke(Color.BLACK, 0.15f);
    List<Envelope> taken = new ArrayList<>();
    for (Mark mark : marks) {
      float px = scale.x(mark.east());
      float py = scale.y(mark.north());
      sheet.circle(px, py, 0.5f, Color.WHITE);
      Envelope label = new Envelope(px, px + sheet.width(mark.number(), 6) + 1, py - 3, py);
      if (taken.stream().noneMatch(label::intersects)) {
        taken.add(label);
        sheet.text(px + 0.8f, py - 0.8f, 6, mark.number());
      }
    }
  }

  private static void arrow(Sheet sheet, float x, float y) throws IOException {
    sheet.dashed();
    sheet.stroke(Color.BLACK, 0.25f);
    sheet.rings(List.of(new float[] {x, y, x + 2, y + 10, x, y + 8}), Color.BLACK);
    sheet.rings(List.of(new float[] {x, y, x - 2, y + 10, x, y + 8}), Color.WHITE);
    sheet.centred(x, y - 1.5f, 8, "北");
  }

  private static void bar(Sheet sheet, Scale scale, float x, float y) throws IOException {
    double longest = 45.0 * scale.denominator() / 1000;
    double magnitude = Math.pow(10, Math.floor(Math.log10(longest)));
    double metres = magnitude * (longest < 2 * magnitude ? 1 : longest < 5 * magnitude ? 2 : 5);
    float length = (float) scale.onPaper(metres);
    sheet.fillRectangle(x - 1, y - 4.5f, Math.max(length, 26) + 14, 8.5f, Color.WHITE);
    sheet.fillRectangle(x, y, length, 1, Color.BLACK);
    sheet.text(x, y - 1, 7, "1:%d　%.0f m".formatted(scale.denominator(), metres));
  }

  private void legend(Sheet sheet, float x, float y) throws IOException {
    float line = y + 5;
    for (Layer layer : layers) {
      sheet.stroke(layer.style().line, 0.5f);
      if (layer.style().dashed) {
        sheet.dashed(1.6f, 1f);
      } else {
        sheet.dashed();
      }
      if (layer.style().fill != null) {
        sheet.fillRectangle(x, line - 2.6f, 10, 3.4f, layer.style().fill);
      }
      sheet.line(x, line - 1, x + 10, line - 1);
      sheet.dashed();
      sheet.text(x + 12, line, 9, layer.label());
      line += 6;
    }
  }
}
