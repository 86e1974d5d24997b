package org.jieshi.print;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sizes of paper, upright; millimetres. */
public enum PaperSize {

  A4(210, 297, PDRectangle.A4),
  A3(297, 420, PDRectangle.A3);

  private final float width;
  private final float height;
  private final PDRectangle points;

  PaperSize(float width, float height, PDRectangle points) {
    this.width = width;
    this.height = height;
    this.points = points;
  }

  public float width() {
    return width;
  }

  public float height() {
    return height;
  }

  PDRectangle points() {
    return points;
  }
}
