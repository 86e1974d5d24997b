package org.jieshi.export;

import java.util.Arrays;
import java.util.Optional;
import org.jieshi.parcels.UnitKind;
import org.jspecify.annotations.Nullable;

/** What can go out. */
enum ExportLayer {
  PARCELS("parcels", UnitKind.PARCEL),
  CLAIMS("claims", UnitKind.CLAIM),
  EVIDENCE("evidence", UnitKind.EVIDENCE),
  CONFLICTS("conflicts", null),
  CERTIFICATES("certificates", null);

  private final String parameter;
  private final @Nullable UnitKind kind;

  ExportLayer(String parameter, @Nullable UnitKind kind) {
    this.parameter = parameter;
    this.kind = kind;
  }

  /** As the HTTP interface writes it. */
  String parameter() {
    return parameter;
  }

  /** The kind of its units, or null where it isn't land of the register. */
  @Nullable UnitKind kind() {
    return kind;
  }

  static Optional<ExportLayer> named(String parameter) {
    return Arrays.stream(values()).filter(layer -> layer.parameter.equalsIgnoreCase(parameter)).findFirst();
  }
}
