package org.jieshi.ingest;

import java.util.Arrays;
import java.util.Optional;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.UnitKind;
import org.jspecify.annotations.Nullable;

/** What an import brings: land of the register, or the administrative units it lies in. */
public enum Layer {
  PARCELS("parcels", UnitKind.PARCEL, null),
  CLAIMS("claims", UnitKind.CLAIM, null),
  EVIDENCE("evidence", UnitKind.EVIDENCE, null),
  TOWNS("towns", null, AdministrativeKind.TOWN),
  VILLAGES("villages", null, AdministrativeKind.VILLAGE),
  SUB_FARMS("subFarms", null, AdministrativeKind.SUB_FARM);

  private final String parameter;
  private final @Nullable UnitKind unitKind;
  private final @Nullable AdministrativeKind administrativeKind;

  Layer(String parameter, @Nullable UnitKind unitKind, @Nullable AdministrativeKind administrativeKind) {
    this.parameter = parameter;
    this.unitKind = unitKind;
    this.administrativeKind = administrativeKind;
  }

  /** As the HTTP interface writes it. */
  public String parameter() {
    return parameter;
  }

  /** What its records become on the register, or null for administrative units. */
  public @Nullable UnitKind unitKind() {
    return unitKind;
  }

  /** The kind of its administrative units, or null for land. */
  public @Nullable AdministrativeKind administrativeKind() {
    return administrativeKind;
  }

  public static Optional<Layer> named(String parameter) {
    return Arrays.stream(values()).filter(layer -> layer.parameter.equalsIgnoreCase(parameter.strip())).findFirst();
  }
}
