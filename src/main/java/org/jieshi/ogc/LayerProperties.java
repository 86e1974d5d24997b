package org.jieshi.ogc;

import static org.jieshi.ogc.Property.of;
import static org.jieshi.ogc.Property.text;

import java.util.List;
import java.util.stream.Stream;
import org.jieshi.ogc.Property.Type;

/** The fields of each layer, named as the HTTP interface names them. */
final class LayerProperties {

  private static final List<Property> LAND = List.of(
      text("subFarm", "sub-farm (code)", "分场代码"), text("town", "town (code)", "乡镇代码"),
      text("village", "village (code)", "村委代码"), text("document", "document relied on", "依据文件"),
      text("location", "location", "坐落"),
      of("declaredArea", Type.NUMBER, "declared area, m²", "申报面积（平方米）"),
      of("planeArea", Type.NUMBER, "plane area, m²", "平面面积（平方米）"),
      of("ellipsoidArea", Type.NUMBER, "ellipsoid area, m²", "椭球面积（平方米）"),
      text("surveyCrs", "system of the survey", "测量坐标系"),
      of("accuracy", Type.NUMBER, "RMSE of the boundary points, m", "界址点中误差（米）"),
      of("version", Type.INTEGER, "version", "版本"),
      text("reason", "why this version exists", "版本来由"),
      of("validFrom", Type.INSTANT, "in force from", "生效时间"),
      of("validTo", Type.INSTANT, "in force until", "失效时间"));

  static final List<Property> PARCEL = joined(List.of(text("code", "parcel code", "宗地代码"),
      text("status", "state", "状态"), text("holder", "holder", "权利人"),
      text("landUseScheme", "land-use standard", "地类标准"), text("landUseCode", "land use", "地类编码"),
      text("rightNature", "nature of the right", "权利性质")), LAND);

  static final List<Property> CLAIM = joined(List.of(text("code", "number of the claim", "主张编号"),
      text("status", "state", "状态"), text("claimant", "claimant", "主张人"), text("basis", "basis", "依据"),
      of("since", Type.DATE, "since", "起始日期")), LAND);

  static final List<Property> EVIDENCE = joined(List.of(text("code", "number", "编号"), text("status", "state", "状态"),
      text("holder", "holder", "持证人"), text("basis", "kind of document", "证据类别"),
      of("since", Type.DATE, "since", "起始日期")), LAND);

  static final List<Property> CONFLICT = List.of(text("leftKind", "kind of the one side", "一方类别"),
      text("leftCode", "code of the one side", "一方编号"), of("leftVersion", Type.INTEGER, "version of the one side", "一方版本"),
      text("rightKind", "kind of the other side", "另一方类别"), text("rightCode", "code of the other side", "另一方编号"),
      of("rightVersion", Type.INTEGER, "version of the other side", "另一方版本"),
      text("overlapClass", "class of the overlap", "重叠等级"), text("track", "track", "性质"),
      of("area", Type.NUMBER, "area, m², in the plane of the one side", "重叠面积（平方米）"),
      of("meanWidth", Type.NUMBER, "mean width, m", "平均宽度（米）"),
      of("allowedWidth", Type.NUMBER, "allowed width, m", "容许宽度（米）"), text("status", "state", "状态"),
      text("caseNumber", "case", "案件编号"), text("ruleVersion", "version of the rules", "规则版本"),
      text("surveyCrs", "system of the figures", "量算坐标系"),
      of("computedAt", Type.INSTANT, "computed at", "计算时间"));

  static final List<Property> CERTIFICATE = List.of(text("number", "certificate number", "证书号"),
      text("parcel", "parcel code", "宗地代码"), text("status", "state", "状态"), text("holder", "holder", "权利人"),
      text("rightKind", "kind of right", "权利类型"), text("rightNature", "nature of the right", "权利性质"),
      text("landUseScheme", "land-use standard", "地类标准"), text("landUseCode", "land use", "地类编码"),
      text("location", "location", "坐落"), of("termUntil", Type.DATE, "term until", "使用期限止"),
      of("area", Type.NUMBER, "area on the certificate, m²", "证书面积（平方米）"),
      of("ellipsoidArea", Type.NUMBER, "ellipsoid area, m²", "椭球面积（平方米）"),
      text("surveyCrs", "system of the survey", "测量坐标系"),
      of("accuracy", Type.NUMBER, "RMSE of the boundary points, m", "界址点中误差（米）"),
      of("issuedOn", Type.DATE, "issued on", "发证日期"), of("validFrom", Type.INSTANT, "issued at", "发证时间"),
      of("validTo", Type.INSTANT, "ended at", "失效时间"));

  private LayerProperties() {}

  private static List<Property> joined(List<Property> own, List<Property> common) {
    return Stream.concat(own.stream(), common.stream()).toList();
  }
}
