package org.jieshi.registration.investigation;

import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** The kinds of right that are registered here. Periods and required documents are settings per kind. */
public enum RightKind {

  STATE_LAND_USE("right to use state-owned land", "国有土地使用权"),
  FARMLAND_USE("right to use state-owned agricultural land", "国有农用地使用权"),
  FOREST_LAND_USE("right to use forest land", "林地使用权"),
  CONSTRUCTION_LAND_USE("right to use state-owned construction land", "国有建设用地使用权");

  private final Bilingual title;

  RightKind(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }

  /** By the feature of the parcel code (positions 13–14, domain sheet §2); null where the code does not say. */
  public static @Nullable RightKind ofParcel(String code) {
    if (code.length() < 14) {
      return null;
    }
    return switch (code.substring(12, 14)) {
      case "GN" -> FARMLAND_USE;
      case "GL" -> FOREST_LAND_USE;
      case "GB", "GS", "GX" -> CONSTRUCTION_LAND_USE;
      default -> null;
    };
  }
}
