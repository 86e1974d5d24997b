package org.jieshi.coordination.village;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jieshi.conflicts.Conflict;
import org.jieshi.coordination.OfficePaper;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.print.Booklet;
import org.jieshi.print.Booklet.Column;
import org.jieshi.print.Booklet.Field;
import org.jieshi.print.LandPlan;
import org.jieshi.print.LandPlan.Layer;
import org.jieshi.print.LandPlan.Mark;
import org.jieshi.print.LandPlan.Style;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The conflict sheet 界线重叠情况表 with plan and coordinates, and the receipt of a statement. */
@Component
class VillagePaper {

  private final SpatialUnits units;
  private final OfficePaper office;
  private final OfficeClock clock;

  VillagePaper(SpatialUnits units, OfficePaper office, OfficeClock clock) {
    this.units = units;
    this.office = office;
    this.clock = clock;
  }

  byte[] sheet(Conflict conflict) {
    UnitVersion parcel = units.getVersion(conflict.left().id(), conflict.left().version());
    UnitVersion claim = units.getVersion(conflict.right().id(), conflict.right().version());
    List<BoundaryPoint> points = BoundaryPoints.of(conflict.overlap());
    String number = "%s / %s".formatted(parcel.ref().code(), claim.ref().code());
    BigDecimal area = AreaUnits.squareMetres(conflict.area());
    return Booklet.print("界线重叠情况表 " + number, "界线重叠情况表　" + number, office.mark(), page -> {
      page.title("界 线 重 叠 情 况 表");
      page.subtitle(office.name() + "　" + clock.today());
      page.fields(List.of(new Field("主张",
          "%s（第 %d 版）　主张人 %s".formatted(claim.ref().code(), claim.ref().version(), claim.facts().party())),
          new Field("主张依据", basis(claim.facts().basis())
          + (claim.facts().document() == null ? "" : "　" + claim.facts().document())),
          new Field("对方宗地", "%s（第 %d 版）".formatted(parcel.ref().code(), parcel.ref().version())),
          new Field("重叠面积", "%s m²（%s 亩）".formatted(area.toPlainString(), AreaUnits.mu(area).toPlainString())),
          new Field("平均宽度", metres(conflict.meanWidth()) + " m；两方测量精度可解释的宽度 " + metres(conflict.allowedWidth()) + " m"),
          new Field("判断", conflict.reason().zh()),
          new Field("坐标系", CoordinateSystems.findPlane(conflict.overlap().getSRID())
              .map(system -> system.labelZh() + "（EPSG:" + system.epsg() + "）")
              .orElse("EPSG:" + conflict.overlap().getSRID()))));
      page.drawing(120, new LandPlan(List.of(new Layer(conflict.overlap(), Style.OVERLAP, "重叠部分"),
          new Layer(parcel.boundary(), Style.FIRST, "宗地 " + parcel.ref().code()),
          new Layer(CoordinateSystems.inPlane(claim.boundary(), parcel.srid()), Style.SECOND, "主张 " + claim.ref()
          .code())),
          points.stream().map(point ->
          new Mark(point.number(), point.east().doubleValue(), point.north().doubleValue())).toList(),
          conflict.overlap()));
      page.heading("重叠部分拐点坐标");
      page.table(List.of(Column.text("点号", 0.14f), Column.figures("X（北）m", 0.26f), Column.figures("Y（东）m", 0.26f),
          Column.figures("至下一点 m", 0.2f), Column.text("下一点", 0.14f)), points.stream()
          .map(point -> List.of(point.number(),
              point.north().toPlainString(), point.east().toPlainString(), point.distanceToNext().toPlainString(),
              point.next())).toList());
      page.text("本表据登记资料自动生成，供核对和协商使用，不是权属证明。对界线有异议的，可通过同一链接提交陈述或异议。");
    });
  }

  byte[] receipt(VillageStatement statement) {
    String kind = statement.kind() == VillageStatement.Kind.OBJECTION ? "异议" : "陈述";
    return Booklet.print("回执 " + statement.receipt(), "回执　" + statement.receipt(), office.mark(), page -> {
      page.title(kind + "回执");
      page.subtitle(statement.receipt() + "　" + office.name());
      page.fields(List.of(new Field("主张人", statement.claimant()), new Field("提交人", statement.person()),
          new Field("主张", statement.claimCode()), new Field("提交日期", statement.lodgedOn().toString()),
          new Field("内容", statement.body()), new Field("答复", statement.answer() == null ? "将书面答复"
              : "%s（%s）".formatted(statement.answer(), statement.answeredOn()))));
    });
  }

  private static String metres(double exact) {
    return BigDecimal.valueOf(exact).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String basis(@Nullable String basis) {
    return basis == null ? "未说明" : switch (basis) {
      case "DOCUMENT" -> "书面凭证";
      case "HISTORICAL_USE" -> "历史使用";
      case "OCCUPATION" -> "现实占用";
      default -> basis;
    };
  }
}
