package org.jieshi.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jieshi.parcels.AdministrativeDraft;
import org.jieshi.parcels.UnitDraft;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A record of a file on its way to the register.
 *
 * @param record its number in the file, from 1
 * @param code its number on the register; null when it has none it could be committed under
 * @param boundary plane coordinates as surveyed, carrying their SRID; null when the record has no usable shape
 * @param degrees the same in CGCS2000 degrees; null when it can't be carried there
 * @param attributes the columns nobody mapped, by their own names
 */
record StagedRow(int record, @Nullable String code, @Nullable Geometry boundary, @Nullable Geometry degrees,
    StagedFields fields, Map<String, String> attributes) {

  private static final int TOWN_DIGITS = 9;
  private static final int VILLAGE_DIGITS = 12;

  /** The same record with another boundary, and what its fields and attributes say more because of that. */
  StagedRow with(Geometry otherBoundary, Geometry otherDegrees, StagedFields otherFields, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.putAll(more);
    return new StagedRow(record, code, otherBoundary, otherDegrees, otherFields, all);
  }

  /** As it arrives on the register; of an accepted row of land. */
  UnitDraft unitDraft(long importId) {
    return new UnitDraft(Objects.requireNonNull(code), Objects.requireNonNull(boundary), boundary.getSRID(),
        fields.declaredArea(), fields.accuracy(), fields.facts(attributes), importId, record);
  }

  /** As it arrives among the administrative units; a village's code begins with that of its town (domain.md §2). */
  AdministrativeDraft administrativeDraft(long importId, Layer layer) {
    String unitCode = Objects.requireNonNull(code);
    String parent = fields.parent();
    if (parent == null && layer == Layer.VILLAGES && unitCode.length() == VILLAGE_DIGITS) {
      parent = unitCode.substring(0, TOWN_DIGITS);
    }
    return new AdministrativeDraft(unitCode, Objects.requireNonNull(fields.name()), parent,
        Objects.requireNonNull(boundary), boundary.getSRID(), importId);
  }
}
