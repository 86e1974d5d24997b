package org.jieshi.conflicts;

import java.math.BigDecimal;
import java.util.Map;
import org.jieshi.geometry.OverlapClass;

/**
 * All conflicts that are open or in a case. Areas m², 2 decimals.
 *
 * @param count of those that are not survey noise
 * @param pairArea sum over their pairs: land that several claim counts several times
 * @param netArea the land under them, every square metre once
 * @param byClass survey noise included
 * @param byTrack survey noise left out
 */
public record ConflictSummary(int count, BigDecimal pairArea, BigDecimal pairAreaHm2, BigDecimal netArea,
    BigDecimal netAreaHm2, Map<OverlapClass, Part> byClass, Map<Track, Part> byTrack) {

  /** A part of the conflicts, by the same measures. */
  public record Part(int count, BigDecimal pairArea, BigDecimal netArea) {
  }
}
