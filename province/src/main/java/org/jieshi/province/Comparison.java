package org.jieshi.province;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** A scan beside the overlaps that the register has on record: ids, versions, class, figures and geometry to the bit. */
final class Comparison {

  private static final String SQL = """
      with pair as (
        select p.left_unit is null as missing, c.left_unit is null as extra,
               (p.left_version, p.right_version, p.overlap_class, p.track, p.area, p.mean_width, p.max_width,
                p.allowed_width, p.left_share, p.right_share, p.rule_version)
               is not distinct from
               (c.left_version, c.right_version, c.overlap_class, c.track, c.area, c.mean_width, c.max_width,
                c.allowed_width, c.left_share, c.right_share, c.rule_version)
               and p.ballpark is not distinct from c.ballpark
               and sha256(cast(p.overlap as bytea)) is not distinct from sha256(cast(c.overlap as bytea)) as equal
          from (select * from province.overlap where scan = %d) p
          full join (select * from conflict where status <> 'GONE') c
            on c.left_unit = p.left_unit and c.right_unit = p.right_unit)
      select count(*) filter (where equal), count(*) filter (where not missing and not extra and not equal),
             count(*) filter (where missing), count(*) filter (where extra)
        from pair
      """;

  private final Register register;

  Comparison(Register register) {
    this.register = register;
  }

  /** @return whether they are the same */
  boolean print(long scan) throws SQLException {
    try (Connection connection = register.connect(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL.formatted(scan))) {
      row.next();
      System.out.printf(Locale.ROOT, "beside the register's own: %,d equal to the bit, %,d differ, %,d missing, %,d more%n",
          row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
      return row.getLong(2) + row.getLong(3) + row.getLong(4) == 0;
    }
  }
}
