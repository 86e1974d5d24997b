package org.jieshi.bench;

/**
 * What a job found: of overlaps those larger than 0.01 m² and 1 m², of coverage the number of districts.
 *
 * @param area m²
 */
record Checksum(long overCentimetres, long overMetres, double area) {

  /** The same counts, and the same area to {@code within} m². */
  boolean agrees(Checksum other, double within) {
    return overCentimetres == other.overCentimetres && overMetres == other.overMetres
        && Math.abs(area - other.area) <= within;
  }

  @Override
  public String toString() {
    return "%d > 0.01 m², %d > 1 m², %.3f m²".formatted(overCentimetres, overMetres, area);
  }
}
