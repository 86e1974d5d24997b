package org.jieshi.conflicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What a list of conflicts is narrowed to; every part may be null. Conflicts that are gone are listed only when asked for.
 *
 * @param parcel code of a parcel on either side
 * @param claim code of a claim
 * @param window CGCS2000 degrees
 */
public record ConflictFilter(@Nullable OverlapClass overlapClass, @Nullable Track track, @Nullable String parcel,
    @Nullable String claim, @Nullable ConflictStatus status, @Nullable String caseNumber, @Nullable Envelope window,
    @Nullable String district) {

  public ConflictFilter(@Nullable OverlapClass overlapClass, @Nullable Track track, @Nullable String parcel,
      @Nullable String claim, @Nullable ConflictStatus status, @Nullable String caseNumber, @Nullable Envelope window) {
    this(overlapClass, track, parcel, claim, status, caseNumber, window, null);
  }

  public static final ConflictFilter ALL = new ConflictFilter(null, null, null, null, null, null, null);

  public static ConflictFilter ofParcel(String code) {
    return new ConflictFilter(null, null, code, null, null, null, null);
  }

  /** @param wanted only what lies in it on one side at least; null: everywhere */
  public ConflictFilter within(@Nullable String wanted) {
    return new ConflictFilter(overlapClass, track, parcel, claim, status, caseNumber, window, wanted);
  }

  /** Looked up first: asked of the joined rows, the code of either side would be looked for in every conflict there is. */
  static final String PARCEL = "(select id from spatial_unit where kind = 'PARCEL' and code = :parcel)";

  /** By code or by id, as addresses name it. */
  static final String CLAIM = """
      select id from spatial_unit where kind = 'CLAIM' and code = :claim
      union all select id from spatial_unit
       where kind = 'CLAIM' and id = case when :claim ~ '^[0-9]{1,18}$' then cast(:claim as bigint) end""";

  record Sql(String where, Map<String, Object> parameters) {
  }

  Sql sql() {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    equal("c.overlap_class", "class", overlapClass, conditions, parameters);
    equal("c.track", "track", track, conditions, parameters);
    equal("c.case_number", "case", caseNumber, conditions, parameters);
    if (status == null) {
      conditions.add("c.status <> 'GONE'");
    } else {
      equal("c.status", "status", status, conditions, parameters);
    }
    if (parcel != null) {
      conditions.add("(c.left_unit = " + PARCEL + " or c.right_unit = " + PARCEL + ")");
      parameters.put("parcel", parcel);
    }
    if (claim != null) {
      conditions.add("c.right_unit = any(array(" + CLAIM + "))");
      parameters.put("claim", claim);
    }
    if (district != null) {
      conditions.add("conflict_in_district(c.id, :district)");
      parameters.put("district", district);
    }
    if (window != null) {
      conditions.add("c.bounds && cast(:window as box)");
      parameters.put("window", Box.of(window).literal());
    }
    return new Sql(String.join(" and ", conditions), parameters);
  }

  private static void equal(String column, String name, @Nullable Object value, List<String> conditions,
      Map<String, Object> parameters) {
    if (value != null) {
      conditions.add(column + " = :" + name);
      parameters.put(name, value.toString());
    }
  }
}
