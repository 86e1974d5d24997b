package org.jieshi.identity;

import java.util.Locale;
import java.util.Optional;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a user limited to a district may see and touch. The database decides it ({@code unit_in_district}, V71); lists take
 * {@link #limit} into their query, addresses that name one record ask {@link #holds} before anything is read.
 */
@Component
public class Districts {

  /** No row for what is no number. */
  private static final String NUMBER = "case when :id ~ '^[0-9]{1,18}$' then cast(:id as bigint) end";

  private final JdbcClient jdbc;
  private final CurrentUser current;

  Districts(JdbcClient jdbc, CurrentUser current) {
    this.jdbc = jdbc;
    this.current = current;
  }

  /** The district of the person asking, for {@code unit_in_district(id, cast(:district as text))}; null: everywhere. */
  public @Nullable String limit() {
    return current.find().map(User::district).orElse(null);
  }

  /**
   * @param kind {@code parcel}, {@code claim}, {@code evidence}, {@code conflict}, {@code case}, {@code application} or
   *     {@code certificate}
   * @param id as addresses name it
   * @return false too for what there is not: nobody can tell the one from the other
   */
  public boolean holds(String district, String kind, String id) {
    String sql = switch (kind) {
      case "parcel" -> "select unit_in_district(u.id, :district) from spatial_unit u where u.kind = 'PARCEL' and u.code = :id";
      case "claim", "evidence" -> "select unit_in_district(u.id, :district) from spatial_unit u where u.kind = '"
          + kind.toUpperCase(Locale.ROOT) + "' and (u.code = :id or u.id = " + NUMBER + ")";
      case "conflict" -> "select conflict_in_district(id, :district) from conflict where id = " + NUMBER;
      case "case" -> "select case_in_district(id, :district) from dispute where id = :id";
      case "application" -> "select unit_in_district(unit_id, :district) from application where id = :id";
      case "certificate" -> """
          select unit_in_district(unit_id, :district) from certificate where number = :id
             or id = (select certificate_id from certificate_copy where number = :id)""";
      default -> throw new IllegalArgumentException(kind);
    };
    Optional<Boolean> held = jdbc.sql(sql).param("district", district).param("id", id).query(Boolean.class).optional();
    return held.orElse(false);
  }

  /** For what a request names in its body. @throws ProblemException {@code NOT_FOUND}, as if there were no such parcel */
  public void requireParcel(String code) {
    String district = limit();
    if (district != null && !holds(district, "parcel", code)) {
      throw ProblemException.notFound("parcel", "宗地", code);
    }
  }
}
