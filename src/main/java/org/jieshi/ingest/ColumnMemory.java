package org.jieshi.ingest;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people said their columns mean. Files of one sender come from one program and look alike: the same columns for the
 * same layer are taken as that person said the last time.
 */
@Component
class ColumnMemory {

  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final OfficeClock clock;

  ColumnMemory(JdbcClient jdbc, JsonMapper json, OfficeClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Which column of a file means which field: as the request says, else as its sender said of the same columns before,
   * else by their names and what they hold.
   *
   * @param findings takes what a person should know about it
   */
  ColumnMapping settle(String sender, ImportRequest request, OpenLayer layer, List<Finding> findings)
      throws IOException {
    if (!request.mapping().isEmpty()) {
      ColumnMapping asked = new ColumnMapping(request.layer(), layer.columns(), request.mapping());
      remember(sender, request.layer(), layer.columns(), request.mapping());
      return asked;
    }
    Optional<Map<String, String>> remembered = recall(sender, request.layer(), layer.columns());
    if (remembered.isPresent()) {
      findings.add(Finding.ofFile("F4", Severity.INFO, new Bilingual(
          "The columns were taken as you said of the same ones before: %s.",
          "各列按您此前对相同列的设定读取：%2$s。").formatted(told(remembered.get()), toldZh(remembered.get()))));
      return new ColumnMapping(request.layer(), layer.columns(), remembered.get());
    }
    Map<String, String> proposed = new ColumnProposal(request.layer(), layer).proposed();
    if (!proposed.isEmpty()) {
      findings.add(Finding.ofFile("F4", Severity.ASK, new Bilingual(
          "By what they hold, columns were taken as %s; please check the mapping.",
          "根据列中的内容，将列识别为 %2$s，请核对。").formatted(told(proposed), toldZh(proposed))));
    }
    return new ColumnMapping(request.layer(), layer.columns(), proposed);
  }

  Optional<Map<String, String>> recall(String sender, Layer layer, List<String> columns) {
    return jdbc.sql("""
        update column_memory set used_at = :now where sender = :sender and layer = :layer and signature = :signature
        returning mapping
        """)
        .param("now", Timestamp.from(clock.now())).param("sender", sender).param("layer", layer.name())
        .param("signature", signature(columns))
        .query((row, number) -> json.readValue(row.getString("mapping"), STRINGS)).optional();
  }

  private void remember(String sender, Layer layer, List<String> columns, Map<String, String> mapping) {
    jdbc.sql("""
        insert into column_memory (sender, layer, signature, mapping, used_at)
        values (:sender, :layer, :signature, cast(:mapping as jsonb), :now)
        on conflict (sender, layer, signature) do update set mapping = excluded.mapping, used_at = excluded.used_at
        """)
        .param("sender", sender).param("layer", layer.name()).param("signature", signature(columns))
        .param("mapping", json.writeValueAsString(mapping)).param("now", Timestamp.from(clock.now())).update();
  }

  private static String told(Map<String, String> mapping) {
    return mapping.entrySet().stream().map(entry -> entry.getKey() + " = " + entry.getValue())
        .sorted().reduce((all, next) -> all + ", " + next).orElse("");
  }

  private static String toldZh(Map<String, String> mapping) {
    return mapping.entrySet().stream()
        .map(entry -> Field.named(entry.getKey()).map(Field::titleZh).orElse(entry.getKey()) + "＝" + valueZh(entry.getValue()))
        .sorted().reduce((all, next) -> all + "、" + next).orElse("");
  }

  private static String valueZh(String column) {
    return switch (column) {
      case "=1" -> "平方米";
      case "=2" -> "亩";
      case "=3" -> "公顷";
      default -> column.startsWith(ColumnMapping.CONSTANT) ? column.substring(1) : column;
    };
  }

  /** Of the names, whatever their order. */
  private static String signature(List<String> columns) {
    return Sha256.hex(String.join("\n", new TreeSet<>(columns)));
  }
}
