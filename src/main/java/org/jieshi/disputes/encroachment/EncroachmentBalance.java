package org.jieshi.disputes.encroachment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jieshi.conflicts.NetArea;
import org.jieshi.disputes.encroachment.OccupiedLand.End;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Encroached land over a period, m² with 2 decimals, plane. With O, N and C the land occupied the day before it, begun
 * in it, and occupied on its last day: opening |O|, new |N \ O|, closing |C|, ceded what of the rest was ceded,
 * recovered the remainder, so that opening + new − recovered − ceded = closing holds for the rounded figures.
 *
 * @param method how the figures come about
 * @param incidents everything that was occupied at some time of the period
 */
public record EncroachmentBalance(LocalDate from, LocalDate to, BigDecimal opening, BigDecimal added,
    BigDecimal recovered, BigDecimal ceded, BigDecimal closing, BigDecimal closingHm2, int addedIncidents,
    Bilingual method, List<Incident> incidents) {

  private static final Bilingual METHOD = new Bilingual(
      "Land of parcels under claims by occupation or tried as trespass, beyond survey error; union of geometry, "
          + "nothing counted twice; plane area.",
      "按占用主张及侵权冲突与宗地重叠部分统计（不含测量误差范围内者）；图形合并计算，不重复计面积；平面面积。");

  /**
   * @param area m² of this incident alone; incidents over the same land add up to more than the balance
   * @param added begun within the period
   */
  public record Incident(String claim, @Nullable String occupier, String parcel, LocalDate since, BigDecimal area,
      boolean added, @Nullable String caseNumber, @Nullable LocalDate endedOn, @Nullable End how,
      @Nullable String document) {
  }

  static EncroachmentBalance of(List<OccupiedLand> all, LocalDate from, LocalDate to) {
    LocalDate before = from.minusDays(1);
    Predicate<OccupiedLand> begun = land -> !land.since().isBefore(from) && !land.since().isAfter(to);
    List<Geometry> old = lands(all, land -> land.occupiedOn(before));
    List<Geometry> end = lands(all, land -> land.occupiedOn(to));
    List<Geometry> cededLand = lands(all, land -> land.how() == End.CEDED && endedWithin(land, from, to));
    BigDecimal opening = area(old);
    BigDecimal added = beyond(lands(all, begun), old);
    BigDecimal closing = area(end);
    BigDecimal ceded = beyond(cededLand, end);
    List<Incident> incidents = all.stream()
        .filter(land -> !land.since().isAfter(to) && (land.endedOn() == null || !land.endedOn().isBefore(from)))
        .map(land -> new Incident(land.claim(), land.occupier(), land.parcel(), land.since(),
            area(List.of(land.land())), begun.test(land), land.caseNumber(), land.endedOn(), land.how(),
            land.document()))
        .toList();
    return new EncroachmentBalance(from, to, opening, added, opening.add(added).subtract(ceded).subtract(closing),
        ceded, closing, AreaUnits.hectares(closing),
        (int) all.stream().filter(begun).map(OccupiedLand::claim).distinct().count(), METHOD, incidents);
  }

  private static boolean endedWithin(OccupiedLand land, LocalDate from, LocalDate to) {
    return land.endedOn() != null && !land.endedOn().isBefore(from) && !land.endedOn().isAfter(to);
  }

  private static List<Geometry> lands(List<OccupiedLand> all, Predicate<OccupiedLand> wanted) {
    return all.stream().filter(wanted).map(OccupiedLand::land).toList();
  }

  private static BigDecimal area(List<Geometry> lands) {
    return AreaUnits.squareMetres(NetArea.of(lands));
  }

  /** |one ∪ other| − |other|: what the one side covers beyond the other. */
  private static BigDecimal beyond(List<Geometry> one, List<Geometry> other) {
    List<Geometry> both = Stream.concat(one.stream(), other.stream()).toList();
    return AreaUnits.squareMetres(Math.max(0, NetArea.of(both) - NetArea.of(other)));
  }
}
