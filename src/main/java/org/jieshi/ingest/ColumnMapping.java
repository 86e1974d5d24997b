package org.jieshi.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jspecify.annotations.Nullable;

/** Which column of a file means which field: as the surveyor says, else by the usual names, whatever their case. */
final class ColumnMapping {

  private final Map<Field, String> columns = new EnumMap<>(Field.class);

  /**
   * @param present the columns of the file
   * @param asked field parameter to column, as the surveyor says; an empty column means that the file doesn't have it
   * @throws FileProblem when a column asked for isn't there
   */
  ColumnMapping(Layer layer, List<String> present, Map<String, String> asked) throws FileProblem {
    Map<String, String> byUpperCase = new HashMap<>();
    present.forEach(column -> byUpperCase.putIfAbsent(column.toUpperCase(Locale.ROOT), column));
    for (Field field : Field.values()) {
      String wanted = asked.get(field.parameter());
      if (wanted == null) {
        field.usualColumns(layer).stream().map(byUpperCase::get).filter(column -> column != null).findFirst()
            .ifPresent(column -> columns.put(field, column));
      } else if (!wanted.isBlank()) {
        String column = byUpperCase.get(wanted.strip().toUpperCase(Locale.ROOT));
        if (column == null) {
          throw FileFault.COLUMN_MISSING.problem(wanted, String.join(", ", present));
        }
        columns.put(field, column);
      }
    }
  }

  @Nullable String column(Field field) {
    return columns.get(field);
  }

  boolean has(Field field) {
    return columns.containsKey(field);
  }

  Set<String> used() {
    return Set.copyOf(columns.values());
  }

  /** Field parameter to column, as it is shown and may be sent back. */
  Map<String, String> asParameters() {
    return columns.entrySet().stream().collect(Collectors.toMap(
        entry -> entry.getKey().parameter(), Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
  }
}
