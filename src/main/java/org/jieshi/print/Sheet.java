package org.jieshi.print;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** A page in millimetres from its upper left corner, y downwards; text sizes in points. */
public final class Sheet implements AutoCloseable {

  public static final float WIDTH = 210;
  public static final float HEIGHT = 297;

  private static final float QUALITY = 0.8f;
  private static final float POINTS_PER_MM = 72f / 25.4f;
  private static final String CLOSING = "、。，；：？！）〕】》」』”’";
  /** After a space, before a Chinese character, after closing marks. */
  private static final Pattern BREAKS = Pattern.compile("(?<=\\s)|(?=[\\u2E80-\\u9FFF\\u3000-\\u303F\\uFF00-\\uFFEF&&[^"
      + CLOSING + "]])|(?<=[" + CLOSING + "])(?![" + CLOSING + "])");

  private final PDDocument document;
  private final PaperSize size;
  private final PDPageContentStream page;
  private final PrintFonts fonts;

  /** A4. */
  public Sheet(PDDocument document, PrintFonts fonts) throws IOException {
    this(document, fonts, PaperSize.A4);
  }

  public Sheet(PDDocument document, PrintFonts fonts, PaperSize size) throws IOException {
    this.document = document;
    this.size = size;
    PDPage paper = new PDPage(size.points());
    document.addPage(paper);
    this.page = new PDPageContentStream(document, paper);
    this.fonts = fonts;
  }

  /** Text with its baseline's left end at x, y. */
  public void text(float x, float y, float size, Color colour, String text) throws IOException {
    page.setNonStrokingColor(colour);
    page.beginText();
    page.newLineAtOffset(points(x), up(y));
    for (PrintFonts.Run run : fonts.runs(text)) {
      page.setFont(run.font(), size);
      page.showText(run.text());
    }
    page.endText();
  }

  /**
   * Text that runs at an angle.
   *
   * @param angle radians, counter-clockwise from the right
   */
  public void turned(float x, float y, float size, Color colour, double angle, String text) throws IOException {
    page.setNonStrokingColor(colour);
    page.beginText();
    page.setTextMatrix(Matrix.getRotateInstance(angle, points(x), up(y)));
    for (PrintFonts.Run run : fonts.runs(text)) {
      page.setFont(run.font(), size);
      page.showText(run.text());
    }
    page.endText();
  }

  /** A picture in a frame. */
  public void image(float x, float y, float width, float height, BufferedImage image) throws IOException {
    page.drawImage(JPEGFactory.createFromImage(document, image, QUALITY), points(x), up(y + height), points(width),
        points(height));
  }

  public PaperSize size() {
    return size;
  }

  public void text(float x, float y, float size, String text) throws IOException {
    text(x, y, size, Color.BLACK, text);
  }

  public void centred(float x, float y, float size, String text) throws IOException {
    text(x - width(text, size) / 2, y, size, text);
  }

  public void right(float x, float y, float size, String text) throws IOException {
    text(x - width(text, size), y, size, text);
  }

  /** mm. */
  public float width(String text, float size) throws IOException {
    return fonts.width(text, size) / POINTS_PER_MM;
  }

  /**
   * Lines no wider than {@code width} mm; Chinese breaks anywhere but before a closing mark, Latin words stay whole where
   * they fit.
   */
  public List<String> wrapped(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String token : BREAKS.split(text)) {
      if (!line.isEmpty() && width(line + token.stripTrailing(), size) > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(token);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  public void stroke(Color colour, float width) throws IOException {
    page.setStrokingColor(colour);
    page.setLineWidth(points(width));
  }

  public void dashed(float... lengths) throws IOException {
    float[] scaled = new float[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      scaled[i] = points(lengths[i]);
    }
    page.setLineDashPattern(scaled, 0);
  }

  public void line(float x1, float y1, float x2, float y2) throws IOException {
    page.moveTo(points(x1), up(y1));
    page.lineTo(points(x2), up(y2));
    page.stroke();
  }

  public void rectangle(float x, float y, float width, float height) throws IOException {
    page.addRect(points(x), up(y + height), points(width), points(height));
    page.stroke();
  }

  public void fillRectangle(float x, float y, float width, float height, Color colour) throws IOException {
    page.setNonStrokingColor(colour);
    page.addRect(points(x), up(y + height), points(width), points(height));
    page.fill();
  }

  /** Rings as x, y pairs in mm; filled by even-odd, so that holes stay open, then stroked. */
  public void rings(List<float[]> rings, @Nullable Color fill) throws IOException {
    for (boolean filling : new boolean[] {true, false}) {
      if (filling && fill == null) {
        continue;
      }
      for (float[] ring : rings) {
        page.moveTo(points(ring[0]), up(ring[1]));
        for (int i = 2; i < ring.length; i += 2) {
          page.lineTo(points(ring[i]), up(ring[i + 1]));
        }
        page.closePath();
      }
      if (filling) {
        page.setNonStrokingColor(fill);
        page.fillEvenOdd();
      } else {
        page.stroke();
      }
    }
  }

  public void circle(float x, float y, float radius, @Nullable Color fill) throws IOException {
    float[] ring = new float[32];
    for (int i = 0; i < 16; i++) {
      ring[2 * i] = x + radius * (float) Math.cos(Math.PI * i / 8);
      ring[2 * i + 1] = y + radius * (float) Math.sin(Math.PI * i / 8);
    }
    rings(List.of(ring), fill);
  }

  /** What is drawn until {@link #unclip} stays inside the frame. */
  public void clip(float x, float y, float width, float height) throws IOException {
    page.saveGraphicsState();
    page.addRect(points(x), up(y + height), points(width), points(height));
    page.clip();
  }

  public void unclip() throws IOException {
    page.restoreGraphicsState();
  }

  private static float points(float mm) {
    return mm * POINTS_PER_MM;
  }

  private float up(float y) {
    return points(size.height() - y);
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
