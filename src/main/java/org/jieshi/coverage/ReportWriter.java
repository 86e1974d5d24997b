package org.jieshi.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieshi.coverage.CoverageReport.Bands;
import org.jieshi.coverage.CoverageReport.Group;
import org.jieshi.coverage.Tally.Figures;
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

  private ReportWriter() {
  }

  static CoverageReport write(RegisterAt register, Figures figures, Grouping by, @Nullable LocalDate asOf) {
    Bilingual basis = basis(register, figures);
    Map<String, String> names = by == Grouping.LAND_USE ? Map.of()
        : register.units().get(AdministrativeKind.valueOf(by.name())).stream()
            .collect(Collectors.toMap(AdministrativeUnit::code, AdministrativeUnit::name));
    List<Group> groups = new ArrayList<>();
    Set<String> keys = new TreeSet<>(names.keySet());
    keys.addAll(figures.due().keySet());
    keys.addAll(figures.counted().keySet());
    keys.remove(Partition.NOWHERE);
    keys.forEach(key -> groups.add(group(key, names.get(key), figures, by)));
    Group nowhere = group(Partition.NOWHERE, null, figures, by);
    if (nowhere.bands().totalArea().signum() != 0 || nowhere.bands().certifiedOutsideFarmArea().signum() != 0) {
      groups.add(nowhere);
    }
    return new CoverageReport(basis.en(), basis.zh(), by, asOf, bands(figures.landDue(), figures::of), groups);
  }

  private static Bilingual basis(RegisterAt register, Figures figures) {
    int subFarms = register.units().get(AdministrativeKind.SUB_FARM).size();
    return subFarms == 0 ? NO_LAND : BASIS.formatted(subFarms, AreaUnits.hectares(figures.landDue()).toPlainString());
  }

  private static Group group(String key, @Nullable String name, Figures figures, Grouping by) {
    Function<Band, BigDecimal> of = band -> figures.of(key, band);
    BigDecimal covered = of.apply(Band.CERTIFIED).add(of.apply(Band.DISPUTED)).add(of.apply(Band.PENDING));
    BigDecimal total = figures.due().getOrDefault(key, BigDecimal.ZERO.setScale(2));
    if (by == Grouping.LAND_USE) {
      // what land is used for is known of parcels alone: the land due beside them has no use on record
      total = key.equals(Partition.NOWHERE)
          ? covered.add(figures.landDue()).subtract(figures.of(Band.CERTIFIED)).subtract(figures.of(Band.DISPUTED))
              .subtract(figures.of(Band.PENDING))
          : covered;
    }
    return new Group(key, name, bands(total, of));
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
