package org.jieshi.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the register wants to know of a record, with the column names surveyors usually give it (domain.md §8). */
enum Field {
  CODE("ZDDM", "CODE", "DJH", "宗地代码", "宗地号", "地块编号"),
  NAME("NAME", "XZQMC", "FCMC", "CWMC", "MC", "名称"),
  PARENT("PARENT", "SSXZ", "所属乡镇"),
  LOCATION("ZL", "TDZL", "LOCATION", "坐落", "土地坐落", "地块名称"),
  DECLARED_AREA("ZDMJ", "SCMJ", "AREA", "MJ", "宗地面积", "实测面积", "面积", "地块面积"),
  AREA_UNIT("MJDW", "面积单位"),
  LAND_USE("YT", "DLBM", "DL", "DLDM", "TDYT", "LANDUSE", "地类编码", "用途", "地类", "地块用途"),
  PARTY("QLRMC", "QLR", "CLAIMANT", "HOLDER", "PARTY", "权利人", "主张人"),
  RIGHT_NATURE("QLXZ", "RIGHT", "权利性质"),
  BASIS("BASIS", "YJ", "依据"),
  DOCUMENT("DOCUMENT", "DOC", "ZSBH", "LQZH", "ZSH", "ZJ", "证号", "证书号"),
  SINCE("SINCE", "ZYSJ", "QSSJ", "占用时间", "起始时间"),
  SUB_FARM("FC", "SUBFARM", "SUB_FARM", "分场"),
  TOWN("XZ", "TOWN", "乡镇"),
  VILLAGE("CW", "VILLAGE", "村委", "村委会"),
  ACCURACY("ACCURACY", "RMSE", "点位精度");

  private static final List<String> CLAIM_CODES = List.of("CODE", "BH", "编号");
  private static final List<String> UNIT_CODES = List.of("XZQDM", "FCDM", "CWDM", "XZDM", "CODE", "DM", "代码");

  private final List<String> usualColumns;

  Field(String... usualColumns) {
    this.usualColumns = List.of(usualColumns);
  }

  /** Most usual first. What numbers a record depends on what it is: in a claim {@code ZDDM} names somebody's parcel. */
  List<String> usualColumns(Layer layer) {
    if (this == CODE && layer != Layer.PARCELS) {
      return layer.administrativeKind() == null ? CLAIM_CODES : UNIT_CODES;
    }
    return usualColumns;
  }

  /** The fields that a record of a layer may have. */
  static List<Field> of(Layer layer) {
    return layer.administrativeKind() != null ? List.of(CODE, NAME, PARENT)
        : Arrays.stream(values()).filter(field -> field != NAME && field != PARENT).toList();
  }

  /** As Chinese files call it. */
  String titleZh() {
    return usualColumns.stream().filter(column -> column.codePointAt(0) > 0x2E80).findFirst().orElse(parameter());
  }

  /** As {@code mapping} of the HTTP interface names it: {@code declaredArea}. */
  String parameter() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder camel = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      camel.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return camel.toString();
  }

  static Optional<Field> named(String parameter) {
    return Arrays.stream(values()).filter(field -> field.parameter().equals(parameter)).findFirst();
  }
}
