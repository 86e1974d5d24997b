package org.jieshi.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jieshi.ingest.source.OutputLayer.Column;
import org.jieshi.ingest.source.OutputLayer.Type;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.parcels.BoundaryMark;
import org.jieshi.parcels.BoundaryMark.Kind;
import org.jieshi.parcels.UnitFilter;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitSelection;
import org.jspecify.annotations.Nullable;

/**
 * The boundary points (JZD) or lines (JZX) of the parcels that go out, under the columns of domain.md §8. Each names its
 * parcel, so that read again it comes back to it; a point that two parcels share stands there twice.
 */
final class MarkSource implements ExportSource {

  private static final List<String> OF_POINTS = List.of("ZDDM", "JZDH", "SXH", "JBLX");
  private static final List<String> OF_LINES = List.of("ZDDM", "JZXCD", "JZXLB", "JZXWZ", "JXXZ");

  private final UnitSelection units;
  private final UnitFilter filter;
  private final @Nullable Instant moment;
  private final Kind kind;
  private final List<Integer> systems;
  /** The columns of its kind, then all that any of the marks fills. */
  private final Map<String, Type> columns = new LinkedHashMap<>();

  /** Reads all of them once, for the columns they need. */
  MarkSource(UnitSelection units, UnitFilter filter, @Nullable Instant moment, Kind kind) {
    this.units = units;
    this.filter = filter;
    this.moment = moment;
    this.kind = kind;
    TreeSet<Integer> found = new TreeSet<>();
    for (int srid : units.systems(UnitKind.PARCEL, filter, moment)) {
      forEach(srid, mark -> {
        found.add(srid);
        mark.values().forEach(this::fills);
      });
    }
    this.systems = List.copyOf(found);
  }

  /** What a file said in a column of numbers without its being one makes it a column of text. */
  private void fills(String name, Object value) {
    columns.merge(name, value instanceof BigDecimal ? Type.NUMBER : Type.TEXT,
        (one, other) -> one == other ? one : Type.TEXT);
  }

  /** The layer's name, as surveyors call it. */
  String layer() {
    return kind == Kind.POINT ? "JZD" : "JZX";
  }

  /** Empty where no parcel came with any. */
  @Override
  public List<Integer> systems() {
    return systems;
  }

  @Override
  public List<Column> columns() {
    LinkedHashSet<String> names = new LinkedHashSet<>(kind == Kind.POINT ? OF_POINTS : OF_LINES);
    names.addAll(columns.keySet());
    return names.stream().map(name -> new Column(name, columns.getOrDefault(name, Type.TEXT))).toList();
  }

  @Override
  public SurveyLayer.Kind shapes() {
    return kind == Kind.POINT ? SurveyLayer.Kind.POINTS : SurveyLayer.Kind.LINES;
  }

  @Override
  public ColumnRoles roles() {
    return new ColumnRoles("JZDH", "", "ZDDM", "", "", "");
  }

  @Override
  public void forEach(int srid, Consumer<SurveyRecord> action) {
    int[] record = {0};
    units.forEachMark(UnitKind.PARCEL, filter, moment, srid, kind, (parcel, mark) ->
        action.accept(new SurveyRecord(++record[0], mark.shape(), values(parcel, mark), List.of())));
  }

  private Map<String, Object> values(String parcel, BoundaryMark mark) {
    Map<String, Object> values = new LinkedHashMap<>(mark.attributes());
    values.put("ZDDM", parcel);
    put(values, "JZDH", mark.number());
    put(values, "SXH", mark.place() == null ? null : BigDecimal.valueOf(mark.place()));
    put(values, "JBLX", mark.monument() == null ? null : mark.monument().code());
    put(values, "JXXZ", mark.nature() == null ? null : mark.nature().code());
    put(values, "JZXLB", mark.follows());
    put(values, "JZXWZ", mark.position());
    put(values, "JZXCD", mark.length());
    return values;
  }

  private static void put(Map<String, Object> values, String column, @Nullable Object value) {
    if (value != null) {
      values.put(column, value);
    }
  }
}
