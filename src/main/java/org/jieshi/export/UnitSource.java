package org.jieshi.export;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.OutputLayer.Type;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitFilter;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitSelection;
import org.jieshi.parcels.UnitVersion;
import org.jspecify.annotations.Nullable;

/**
 * Parcels, claims or evidence under the column names surveyors use, so that a file that comes back needs no mapping.
 * Areas are m²: what a file said about its unit of area isn't handed on.
 */
final class UnitSource implements ExportSource {

  private static final Set<String> UNITS_OF_AREA = Set.of("MJDW", "面积单位");
  private static final String SHEET = "TFH";

  private final UnitSelection units;
  private final UnitKind kind;
  private final UnitFilter filter;
  private final @Nullable Instant moment;
  private final ColumnNames names = new ColumnNames();
  private final String code;
  private final String party;
  /** The name of each further attribute in the file, by its name on the register. */
  private final Map<String, String> attributes = new LinkedHashMap<>();

  UnitSource(UnitSelection units, UnitKind kind, UnitFilter filter, @Nullable Instant moment) {
    this.units = units;
    this.kind = kind;
    this.filter = filter;
    this.moment = moment;
    this.code = names.add(kind == UnitKind.PARCEL ? "ZDDM" : "CODE", Type.TEXT);
    names.add("ZL", Type.TEXT);
    names.add("ZDMJ", Type.NUMBER);
    names.add("YT", Type.TEXT);
    this.party = names.add(kind == UnitKind.CLAIM ? "CLAIMANT" : "QLRMC", Type.TEXT);
    names.add("QLXZ", Type.TEXT);
    names.add("BASIS", Type.TEXT);
    names.add("ZSBH", Type.TEXT);
    names.add("SINCE", Type.DATE);
    names.add("FC", Type.TEXT);
    names.add("XZ", Type.TEXT);
    names.add("CW", Type.TEXT);
    names.add("ACCURACY", Type.NUMBER);
    for (String attribute : units.attributes(kind, filter, moment)) {
      addAttribute(attribute);
    }
  }

  /** A text that had no field of its own, such as a land use nobody knows, goes back into the column it came from. */
  private void addAttribute(String attribute) {
    String upper = attribute.toUpperCase(Locale.ROOT);
    if (!UNITS_OF_AREA.contains(upper)) {
      boolean ours = upper.equals("YT") || upper.equals("BASIS");
      attributes.put(attribute, ours ? upper : names.add(attribute, Type.TEXT));
    }
  }

  @Override
  public List<Integer> systems() {
    return units.systems(kind, filter, moment);
  }

  @Override
  public List<OutputLayer.Column> columns() {
    return names.columns();
  }

  @Override
  public ColumnRoles roles() {
    return new ColumnRoles(code, "ZDMJ", "ZL", attributes.getOrDefault(SHEET, SHEET), party, "YT");
  }

  @Override
  public void forEach(int srid, Consumer<SurveyRecord> action) {
    int[] record = {0};
    units.forEach(kind, filter, moment, srid,
        unit -> action.accept(new SurveyRecord(++record[0], unit.boundary(), values(unit), List.of())));
  }

  private Map<String, Object> values(UnitVersion unit) {
    UnitFacts facts = unit.facts();
    Map<String, Object> values = new LinkedHashMap<>();
    facts.attributes().forEach((name, text) -> put(values, attributes.get(name), text));
    put(values, code, unit.ref().code());
    put(values, "ZL", facts.location());
    put(values, "ZDMJ", unit.declaredArea());
    put(values, "YT", facts.landUseCode());
    put(values, party, facts.party());
    put(values, "QLXZ", facts.rightNature());
    put(values, "BASIS", facts.basis());
    put(values, "ZSBH", facts.document());
    put(values, "SINCE", facts.since());
    put(values, "FC", facts.subFarm());
    put(values, "XZ", facts.town());
    put(values, "CW", facts.village());
    put(values, "ACCURACY", unit.accuracy() == null ? null : new java.math.BigDecimal(unit.accuracy().toString()));
    return values;
  }

  private static void put(Map<String, Object> values, @Nullable String column, @Nullable Object value) {
    if (column != null && value != null) {
      values.put(column, value);
    }
  }
}
