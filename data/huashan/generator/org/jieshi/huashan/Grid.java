package org.jieshi.huashan;

import org.locationtech.jts.geom.Coordinate;

/** A square raster in local metres; cell (0, 0) lies in the south-west. */
record Grid(double west, double south, double cell, int columns, int rows) {

  int size() {
    return columns * rows;
  }

  int index(int column, int row) {
    return row * columns + column;
  }

  int column(int index) {
    return index % columns;
  }

  int row(int index) {
    return index / columns;
  }

  boolean has(int column, int row) {
    return column >= 0 && row >= 0 && column < columns && row < rows;
  }

  Coordinate centre(int index) {
    return new Coordinate(west + (column(index) + 0.5) * cell, south + (row(index) + 0.5) * cell);
  }

  /** The cell over a point; points outside belong to the nearest cell of the edge. */
  int indexAt(double x, double y) {
    int column = (int) StrictMath.floor((x - west) / cell);
    int row = (int) StrictMath.floor((y - south) / cell);
    return index(Math.min(Math.max(column, 0), columns - 1), Math.min(Math.max(row, 0), rows - 1));
  }
}
