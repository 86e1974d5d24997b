package org.jieshi.parcels;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;

/** What a list of units is narrowed to; every part may be left out. Withdrawn units are listed only when asked for. */
public record UnitFilter(@Nullable String bbox, @Nullable String status, @Nullable String subFarm,
    @Nullable String village, @Nullable String town, @Nullable String basis, @Nullable String q,
    @Nullable LocalDate asOf) {

  /** What is indexed by its trigrams (V97__search_by_trigrams.sql), which are of letters and digits. */
  private static final String TEXT = "(coalesce(v.party, '') || ' ' || coalesce(v.location, '') || ' ' || coalesce(v.document, ''))";
  private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9]{3}");

  /** The conditions on {@code u} and {@code v}, joined, and their parameters. */
  record Sql(String where, Map<String, Object> parameters) {
  }

  /**
   * @param moment the end of the day asked for; null: now
   * @param district of the person asking; null: everywhere
   */
  Sql sql(UnitKind kind, @Nullable Instant moment, @Nullable String district) {
    List<String> conditions = new ArrayList<>(List.of("u.kind = :kind"));
    Map<String, Object> parameters = new LinkedHashMap<>(Map.of("kind", kind.name()));
    if (district != null) {
      conditions.add("unit_in_district(u.id, :district)");
      parameters.put("district", district);
    }
    if (moment != null) {
      conditions.add(UnitRows.IN_FORCE_AT);
      parameters.put("moment", moment.atOffset(ZoneOffset.UTC));
      if (status != null) {
        conditions.add(UnitRows.statusAt(kind) + " = :status");
        parameters.put("status", statusOf(status).name());
      }
    } else if (status == null) {
      conditions.add("v.current");
    } else {
      conditions.add("v.version = u.version and u.status = :status");
      parameters.put("status", statusOf(status).name());
    }
    if (bbox != null) {
      conditions.add("v.bounds && cast(:window as box)");
      parameters.put("window", Box.of(Window.parse(bbox)).literal());
    }
    equal("sub_farm", subFarm, conditions, parameters);
    equal("village", village, conditions, parameters);
    equal("town", town, conditions, parameters);
    equal("basis", basis, conditions, parameters);
    if (q != null && !q.isBlank()) {
      conditions.add(said(q, moment == null && status == null));
      parameters.put("q", "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
    return new Sql(String.join(" and ", conditions), parameters);
  }

  /** Where {@code :q} is a part of what is written of a unit: of its code, or of a text of its version. */
  private static String said(String q, boolean ofCurrent) {
    // folding the case of every row takes time, and Chinese and digits have none
    String like = q.toUpperCase(Locale.ROOT).equals(q.toLowerCase(Locale.ROOT)) ? "like" : "ilike";
    return ofCurrent && PARTS.matcher(q).find()
        ? """
            u.id in (select id from spatial_unit where code %1$s :q
                     union select v.unit_id from spatial_unit_version v where v.current and %2$s %1$s :q)
            """.formatted(like, TEXT)
        : "(u.code %1$s :q or %2$s %1$s :q)".formatted(like, TEXT);
  }

  private static void equal(String column, @Nullable String value, List<String> conditions,
      Map<String, Object> parameters) {
    if (value != null && !value.isBlank()) {
      conditions.add("v." + column + " = :" + column);
      parameters.put(column, value);
    }
  }

  private static UnitStatus statusOf(String name) {
    try {
      return UnitStatus.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Problem.of(ProblemCode.BAD_REQUEST, "There is no status %s.".formatted(name), "没有状态 %s。".formatted(name))
          .inField("status").asException();
    }
  }
}
