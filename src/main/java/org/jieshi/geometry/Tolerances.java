package org.jieshi.geometry;

/**
 * What the geometry rules are judged with. Every value is configuration; {@link #DEFAULT} is the rules sheet's.
 *
 * @param shortEdge G4: edges shorter than this, metres
 * @param spikeAngle G5: angles smaller than this, degrees
 * @param tinyArea G6: parcels smaller than this, m²
 * @param threadlike G6: parcels whose {@code 4πA/P²} (1 for a circle) is smaller than this
 * @param narrowFactor G7: parcels nowhere as wide as this many times the allowed mismatch
 * @param repairAreaChange G2: a repair may change the area by less than this share
 * @param findingsPerRule how many places of one rule are listed for one geometry before the rest is only counted
 */
public record Tolerances(double shortEdge, double spikeAngle, double tinyArea, double threadlike, double narrowFactor,
    double repairAreaChange, int findingsPerRule) {

  public static final Tolerances DEFAULT = new Tolerances(0.05, 1, 1, 0.01, 2, 0.0001, 20);

  public Tolerances {
    if (findingsPerRule < 1) {
      throw new IllegalArgumentException("At least one finding per rule must be listed, got " + findingsPerRule);
    }
  }
}
