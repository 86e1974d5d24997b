package org.jieshi.huashan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the villages claim: twelve pieces of land beside, over and inside the land of the farm. */
final class Claims {

  private static final List<Layer.Column> COLUMNS = List.of(
      Layer.Column.text("CLAIMANT", 50), Layer.Column.text("BASIS", 20), Layer.Column.date("SINCE"),
      Layer.Column.text("ZJ", 60), Layer.Column.text("SM", 80), Layer.Column.number("MJ", 15, 2),
      Layer.Column.number("ACCURACY", 6, 2));
  static final String ACCURACY = "1.0";

  private static final String FOUR_FIXINGS = "1962年四固定登记表";
  private static final String COLLECTIVE = "集体林权证存根";
  private static final String LAND_REFORM = "1953年土地房产所有证";

  private final List<Layer.Feature> features = new ArrayList<>();
  private final Cadastre cadastre;
  private final Neighbours neighbours;

  Claims(Cadastre cadastre, Neighbours neighbours, int last) {
    this.cadastre = cadastre;
    this.neighbours = neighbours;
    List<Integer> certified = neighbours.plots(Plot.Kind.CERTIFIED).stream().filter(i -> i != last).toList();
    List<Integer> pending = neighbours.plots(Plot.Kind.PENDING);
    List<Integer> unsurveyed = neighbours.plots(Plot.Kind.UNSURVEYED);
    claim(List.of(last), 380, 16, 110, FOUR_FIXINGS, "村民称以山脚旧水沟为界");
    claim(unsurveyed, 420, 150, 90, LAND_REFORM, "未测土地,村民祖坟及旧耕地");
    claim(unsurveyed, 330, 120, 120, "", "1980年起种植木薯、甘蔗");
    claim(pending, 320, 170, 80, FOUR_FIXINGS, "岭顶以东归村集体");
    claim(pending, 300, 130, 100, "", "1976年起种植松树");
    claim(pending, 260, 110, 70, COLLECTIVE, "林权证四至与农场重叠");
    claim(pending, 180, 1.2, 90, FOUR_FIXINGS, "以田埂为界");
    claim(pending, 180, 3.5, 80, "", "以旧牛路为界");
    claim(pending, 160, 5.5, 100, LAND_REFORM, "以冲沟中线为界");
    claim(certified, 420, 0, 120, FOUR_FIXINGS, "与农场无重叠,界线已指认");
    claim(certified, 340, 0, 150, COLLECTIVE, "与农场无重叠,界线已指认");
    claim(certified, 290, 0, 90, "", "与农场无重叠,待登记");
  }

  private void claim(List<Integer> beside, double length, double inward, double outward, String document, String note) {
    Neighbours.Holding holding = neighbours.beside(beside, length, inward, outward);
    Village village = Village.ALL.get(cadastre.plots().get(holding.plot()).village());
    int number = features.size();
    String claimant = village.name() + "村委会第" + (1 + number * 5 % 9) + "村民小组";
    boolean documented = !document.isEmpty();
    features.add(Layer.Feature.of(holding.shape(), claimant, documented ? "DOCUMENT" : "HISTORICAL_USE",
        LocalDate.of(documented ? 1962 : 1976 + number % 5, 1 + number, 1), document, note,
        Areas.of(holding.shape()), new BigDecimal("1.00")));
  }

  Layer layer() {
    return new Layer(COLUMNS, features);
  }
}
