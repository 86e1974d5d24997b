package org.jieshi.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieshi.coverage.CoverageReport.Bands;
import org.jieshi.coverage.CoverageReport.Group;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnit;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** Turns what was counted into the report. */
final class ReportWriter {

  private static final Bilingual BASIS = new Bilingual(
      "Of all land due, %d sub-farms with together %s hm² (sum of their rounded plane areas). Certified: live "
          + "certificates with the area printed on them, inside the farm, overlaps once. Disputed: open conflicts beyond "
          + "survey error on land without a certificate. Pending: surveyed parcels without a certificate. Unsurveyed: "
          + "under no parcel. Plane areas in each parcel's own coordinate system.",
      "以应登记土地为分母：%d 个分场共 %s 公顷（各分场平面面积取整后求和）。已发证：有效证书所载面积，限农场范围内，重叠只计一次。"
          + "争议：未发证土地上超出测量误差的未决冲突。待发证：已测量未发证的宗地。未测量：无宗地覆盖的土地。均为各宗地所在坐标系的平面面积。");
  private static final Bilingual NO_LAND = new Bilingual(
      "No sub-farm is on record, so there is no land due and no share; import the sub-farms first.",
      "尚未登记分场范围，无应登记土地，无法计算比例；请先导入分场。");

  private static final BigDecimal NONE = BigDecimal.ZERO.setScale(2);

  private ReportWriter() {
  }

  static CoverageReport write(Map<AdministrativeKind, List<AdministrativeUnit>> units, Figures figures, Grouping by,
      @Nullable LocalDate asOf) {
    Bilingual basis = basis(units, figures);
    Map<String, String> names = by == Grouping.LAND_USE ? Map.of()
        : units.get(AdministrativeKind.valueOf(by.name())).stream()
            .collect(Collectors.toMap(AdministrativeUnit::code, AdministrativeUnit::name));
    List<Group> groups = new ArrayList<>();
    Set<String> keys = new TreeSet<>(names.keySet());
    keys.addAll(figures.due().keySet());
    keys.addAll(figures.counted().keySet());
    keys.remove(Partition.NOWHERE);
    Map<String, BigDecimal> totals = totals(figures, by);
    keys.forEach(key -> groups.add(group(key, names.get(key), figures, totals)));
    Group nowhere = group(Partition.NOWHERE, null, figures, totals);
    if (nowhere.bands().totalArea().signum() != 0 || nowhere.bands().certifiedOutsideFarmArea().signum() != 0) {
      groups.add(nowhere);
    }
    return new CoverageReport(basis.en(), basis.zh(), by, asOf, bands(figures.landDue(), figures::of), groups);
  }

  private static Bilingual basis(Map<AdministrativeKind, List<AdministrativeUnit>> units, Figures figures) {
    int subFarms = units.get(AdministrativeKind.SUB_FARM).size();
    return subFarms == 0 ? NO_LAND : BASIS.formatted(subFarms, AreaUnits.hectares(figures.landDue()).toPlainString());
  }

  private static Group group(String key, @Nullable String name, Figures figures, Map<String, BigDecimal> totals) {
    return new Group(key, name, bands(totals.getOrDefault(key, NONE), band -> figures.of(key, band)));
  }

  /** The land due by group. */
  private static Map<String, BigDecimal> totals(Figures figures, Grouping by) {
    Map<String, BigDecimal> totals = new TreeMap<>(figures.due());
    if (by == Grouping.LAND_USE) {
      // what land is used for is known of parcels alone: the land due beside them has no use on record
      figures.counted().keySet().forEach(key -> {
        if (!key.equals(Partition.NOWHERE)) {
          totals.put(key, figures.covered(key));
          totals.merge(Partition.NOWHERE, figures.covered(key).negate(), BigDecimal::add);
        }
      });
    } else if (by != Grouping.SUB_FARM) {
      fill(totals, figures);
    }
    return totals;
  }

  /**
   * A village that is surveyed to its edges may have been given a few hundredths less than its parcels, each rounded, add
   * up to. How the rounding of the land due falls among the groups is free: it is taken from where most is unsurveyed.
   */
  private static void fill(Map<String, BigDecimal> totals, Figures figures) {
    for (String key : List.copyOf(totals.keySet())) {
      BigDecimal lacking = figures.covered(key).subtract(totals.get(key));
      String roomiest = totals.keySet().stream()
          .max(Comparator.comparing(other -> totals.get(other).subtract(figures.covered(other)))).orElse(key);
      if (lacking.signum() > 0 && !roomiest.equals(key)) {
        totals.merge(key, lacking, BigDecimal::add);
        totals.merge(roomiest, lacking.negate(), BigDecimal::add);
      }
    }
  }

  /**
   * What is left of the total is unsurveyed. Where parcels fill it to the last hundredth, their rounded figures can
   * exceed it by a few: then pending, after that disputed land gives way, never what is printed on certificates.
   */
  private static Bands bands(BigDecimal total, Function<Band, BigDecimal> of) {
    BigDecimal certified = of.apply(Band.CERTIFIED);
    BigDecimal disputed = of.apply(Band.DISPUTED);
    BigDecimal pending = of.apply(Band.PENDING);
    BigDecimal unsurveyed = total.subtract(certified).subtract(disputed).subtract(pending);
    if (unsurveyed.signum() < 0) {
      BigDecimal fromPending = pending.min(unsurveyed.negate());
      pending = pending.subtract(fromPending);
      BigDecimal fromDisputed = disputed.min(unsurveyed.negate().subtract(fromPending));
      disputed = disputed.subtract(fromDisputed);
      unsurveyed = unsurveyed.add(fromPending).add(fromDisputed);
    }
    BigDecimal share = total.signum() == 0 ? null : certified.divide(total, 4, RoundingMode.HALF_UP);
    BigDecimal encroached = of.apply(Band.ENCROACHED);
    BigDecimal disputedOnCertified = of.apply(Band.DISPUTED_ON_CERTIFIED);
    BigDecimal outside = of.apply(Band.CERTIFIED_OUTSIDE);
    return new Bands(total, AreaUnits.hectares(total), certified, AreaUnits.hectares(certified), share, disputed,
        AreaUnits.hectares(disputed), pending, AreaUnits.hectares(pending), unsurveyed,
        AreaUnits.hectares(unsurveyed), encroached, AreaUnits.hectares(encroached), disputedOnCertified,
        AreaUnits.hectares(disputedOnCertified), outside, AreaUnits.hectares(outside));
  }
}
