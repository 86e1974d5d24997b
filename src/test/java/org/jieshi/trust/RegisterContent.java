package org.jieshi.trust;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database holds, row for row: two that are equal hold the same. */
final class RegisterContent {

  private RegisterContent() {}

  static List<String> tables(JdbcClient jdbc) {
    return jdbc.sql("""
        select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'
          and relname not in ('flyway_schema_history', 'spatial_ref_sys') order by 1
        """).query(String.class).list();
  }

  /** One line for each table: its rows and the sum of their hashes. */
  static String of(JdbcClient jdbc) {
    String sql = tables(jdbc).stream()
        .map("select '%1$s ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %1$s t"::formatted)
        .collect(Collectors.joining(" union all "));
    return jdbc.sql(sql).query(String.class).list().stream().sorted().collect(Collectors.joining("\n"));
  }
}
