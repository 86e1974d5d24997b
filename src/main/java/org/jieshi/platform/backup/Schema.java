package org.jieshi.platform.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register's tables as the database describes them, each after those it refers to. Geometry leaves and enters as
 * the hex of its EWKB, so that a backup moves between a database with PostGIS and one without.
 */
@Component
class Schema {

  private final JdbcClient jdbc;

  Schema(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Column(String name, boolean geometry) {

    String out() {
      return geometry ? "encode(cast(%1$s as bytea), 'hex') as %1$s".formatted(quoted()) : quoted();
    }

    String in() {
      return geometry ? "cast(decode(%s, 'hex') as geometry)".formatted(quoted()) : quoted();
    }

    String quoted() {
      return '"' + name + '"';
    }
  }

  record Table(String name, List<Column> columns, boolean hasIdentity) {

    String list(Function<Column, String> form) {
      return columns.stream().map(form).collect(Collectors.joining(", "));
    }
  }

  /** The highest version among the migrations, which need not be the one that ran last. */
  String version() {
    return jdbc.sql("""
        select version from flyway_schema_history where success and version is not null
        order by cast(string_to_array(version, '.') as integer[]) desc limit 1
        """).query(String.class).single();
  }

  List<Table> tables() {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    Set<String> withIdentity = new HashSet<>();
    jdbc.sql("""
        select c.relname, a.attname, t.typname = 'geometry' as geometry, a.attidentity <> '' as identity
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        join pg_type t on t.oid = a.atttypid
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
          and c.relname not in ('flyway_schema_history', 'spatial_ref_sys', 'web_session')
        order by c.relname, a.attnum
        """).query(row -> {
          columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
              .add(new Column(row.getString(2), row.getBoolean(3)));
          if (row.getBoolean(4)) {
            withIdentity.add(row.getString(1));
          }
        });
    return inOrder(columns.keySet()).stream()
        .map(name -> new Table(name, columns.get(name), withIdentity.contains(name))).toList();
  }

  private List<String> inOrder(Set<String> tables) {
    Map<String, Set<String>> refersTo = new HashMap<>();
    jdbc.sql("""
        select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
        where contype = 'f' and conrelid <> confrelid and connamespace = current_schema()::regnamespace
        """).query(row -> {
          refersTo.computeIfAbsent(row.getString(1), name -> new HashSet<>()).add(row.getString(2));
        });
    List<String> order = new ArrayList<>();
    Set<String> left = new TreeSet<>(tables);
    while (!left.isEmpty()) {
      List<String> free = left.stream().filter(table -> refersTo.getOrDefault(table, Set.of()).stream()
          .noneMatch(left::contains)).toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + left);
      }
      order.addAll(free);
      free.forEach(left::remove);
    }
    return order;
  }
}
