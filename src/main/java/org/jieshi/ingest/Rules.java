package org.jieshi.ingest;

import org.jieshi.geometry.Gaps;
import org.jieshi.geometry.SharedBoundaries;
import org.jieshi.geometry.Tolerances;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What imports are judged with: the tolerances of rules.md, each of them a setting {@code jieshi.rules.*}.
 *
 * @param shortEdge G4: edges shorter than this, m
 * @param spikeAngle G5: angles smaller than this, degrees
 * @param tinyArea G6: parcels smaller than this, m²
 * @param threadlike G6: parcels whose {@code 4πA/P²} is smaller than this
 * @param narrowFactor G7: parcels narrower than this many times the allowed mismatch
 * @param repairAreaChange G2: share of the area that a repair may change
 * @param gapWidth C6: gaps up to this mean width, m
 * @param vertexTolerance C7: how far a vertex may miss its counterpart, m
 * @param areaDeviations A1: standard deviations of the area that a declared area may be off
 * @param areaShare A1: share of the area from which a declared area blocks its record
 */
@ConfigurationProperties("jieshi.rules")
public record Rules(@DefaultValue("0.05") double shortEdge, @DefaultValue("1") double spikeAngle,
    @DefaultValue("1") double tinyArea, @DefaultValue("0.01") double threadlike,
    @DefaultValue("2") double narrowFactor, @DefaultValue("0.0001") double repairAreaChange,
    @DefaultValue("2") double gapWidth, @DefaultValue("0.05") double vertexTolerance,
    @DefaultValue("2") double areaDeviations, @DefaultValue("0.01") double areaShare) {

  /** Rules and sentences of this module; changes whenever one of them does. Kept with every finding. */
  static final String VERSION = "ingest-3";

  /** The figures of rules.md. */
  static final Rules DEFAULT = new Rules(Tolerances.DEFAULT.shortEdge(), Tolerances.DEFAULT.spikeAngle(),
      Tolerances.DEFAULT.tinyArea(), Tolerances.DEFAULT.threadlike(), Tolerances.DEFAULT.narrowFactor(),
      Tolerances.DEFAULT.repairAreaChange(), Gaps.WIDEST, SharedBoundaries.TOLERANCE, 2, 0.01);

  Tolerances ofShapes() {
    return new Tolerances(shortEdge, spikeAngle, tinyArea, threadlike, narrowFactor, repairAreaChange,
        Tolerances.DEFAULT.findingsPerRule());
  }

  /** What a rule is judged with when the finding itself doesn't say; null for rules without a tolerance. */
  @Nullable Double tolerance(String rule) {
    return switch (rule) {
      case "G2" -> repairAreaChange;
      case "G4" -> shortEdge;
      case "G5" -> spikeAngle;
      case "G6" -> tinyArea;
      case "G7" -> narrowFactor;
      case "G8", "C9" -> PairChecks.WHOLE;
      case "C6" -> gapWidth;
      case "C7" -> vertexTolerance;
      case "A1" -> areaShare;
      default -> null;
    };
  }
}
