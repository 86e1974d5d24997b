package org.jieshi.ogc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jieshi.shared.Bilingual;

/** The collections, each with its fields and the rows it is read from. */
enum Layer {

  PARCELS("Parcels", "宗地", "Parcels on the register; the id is the parcel code.", "在册宗地，标识为宗地代码。",
      LayerProperties.PARCEL, LayerSql.units("PARCEL", "v.party as holder, v.land_use_scheme, v.land_use_code, v.right_nature"),
      LayerSql.unitsAt("PARCEL", "v.party as holder, v.land_use_scheme, v.land_use_code, v.right_nature")),

  CLAIMS("Claims", "主张", "What village collectives and others claim; the id is the number of the claim.",
      "村集体等主张的范围，标识为主张编号。", LayerProperties.CLAIM,
      LayerSql.units("CLAIM", "v.party as claimant, v.basis, v.since"),
      LayerSql.unitsAt("CLAIM", "v.party as claimant, v.basis, v.since")),

  EVIDENCE("Evidence", "证据图层", "Earlier documents over land: the 1987 certificate, forest-right certificates of others.",
      "既有权属凭证范围：1987年山界林权证、他人林权证。", LayerProperties.EVIDENCE,
      LayerSql.units("EVIDENCE", "v.party as holder, v.basis, v.since"),
      LayerSql.unitsAt("EVIDENCE", "v.party as holder, v.basis, v.since")),

  CONFLICTS("Overlaps", "重叠", "Land that two units both cover; the id is the number of the overlap.",
      "两方范围重叠的土地，标识为重叠编号。", LayerProperties.CONFLICT, LayerSql.CONFLICTS, LayerSql.CONFLICTS_AT),

  CERTIFICATES("Certificates", "证书", "Land under live certificates as issued; the id is the certificate number.",
      "有效证书所载土地（以颁发时为准），标识为证书号。", LayerProperties.CERTIFICATE, LayerSql.CERTIFICATES,
      LayerSql.CERTIFICATES_AT);

  private final Bilingual title;
  private final Bilingual description;
  private final List<Property> properties;
  private final String now;
  private final String past;

  Layer(String en, String zh, String descriptionEn, String descriptionZh, List<Property> properties, String now,
      String past) {
    this.title = new Bilingual(en, zh);
    this.description = new Bilingual(descriptionEn, descriptionZh);
    this.properties = properties;
    this.now = now;
    this.past = past;
  }

  static Optional<Layer> named(String id) {
    for (Layer layer : values()) {
      if (layer.id().equals(id)) {
        return Optional.of(layer);
      }
    }
    return Optional.empty();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As its style and its view in a database with PostGIS are called. */
  String singular() {
    return this == EVIDENCE ? id() : id().substring(0, id().length() - 1);
  }

  String view() {
    return "gis_" + singular();
  }

  Bilingual title() {
    return title;
  }

  Bilingual description() {
    return description;
  }

  List<Property> properties() {
    return properties;
  }

  /** The field that is the id too; overlaps have none. */
  Optional<Property> idProperty() {
    return this == CONFLICTS ? Optional.empty() : Optional.of(properties.get(0));
  }

  Optional<Property> property(String name) {
    return properties.stream().filter(property -> property.name().equals(name)).findFirst();
  }

  /** The rows that stand now: {@code key}, {@code id}, {@code srid}, {@code boundary}, {@code degrees}, {@code bounds} and the fields. */
  String now() {
    return now;
  }

  /** Which rows lie in {@code :district}: the condition that every list and tile of the program asks. */
  String inDistrict() {
    return switch (this) {
      case PARCELS, CLAIMS, EVIDENCE -> "unit_in_district(key, :district)";
      case CONFLICTS -> "conflict_in_district(key, :district)";
      case CERTIFICATES -> "unit_in_district((select c.unit_id from certificate c where c.id = key), :district)";
    };
  }

  /**
   * The rows that stood at any moment from {@code :since} to {@code :until}, each as it last was by then; columns as
   * {@link #now}. Where {@code degrees} is null it is had again from the versions in the columns {@code _left…},
   * {@code _right…}.
   */
  String past() {
    return past;
  }
}
