package org.jieshi.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jspecify.annotations.Nullable;

/** Which column of a file means which field: as the surveyor says, else by the usual names, whatever their case. */
final class ColumnMapping {

  /** What begins with this isn't a column but what all records say: {@code =2} for areas in mu. */
  static final String CONSTANT = "=";
  /** Letters that a column has to share with a usual name that was cut: dBASE keeps ten bytes of it. */
  private static final int CUT_LETTERS = 5;

  private final Map<Field, String> columns = new EnumMap<>(Field.class);
  private final Map<Field, String> constants = new EnumMap<>(Field.class);

  /**
   * @param present the columns of the file
   * @param asked field parameter to column, as the surveyor says; an empty column means that the file doesn't have it, one that
   *     begins with {@link #CONSTANT} what all records say
   * @throws FileProblem when a column asked for isn't there
   */
  ColumnMapping(Layer layer, List<String> present, Map<String, String> asked) throws FileProblem {
    Map<String, String> byUpperCase = new HashMap<>();
    present.forEach(column -> byUpperCase.putIfAbsent(column.toUpperCase(Locale.ROOT), column));
    for (Field field : Field.values()) {
      String wanted = asked.get(field.parameter());
      if (wanted == null) {
        field.usualColumns(layer).stream().map(byUpperCase::get).filter(column -> column != null).findFirst()
            .or(() -> cutName(field.usualColumns(layer), present)).ifPresent(column -> columns.put(field, column));
      } else if (wanted.startsWith(CONSTANT)) {
        constants.put(field, wanted.substring(CONSTANT.length()).strip());
      } else if (!wanted.isBlank()) {
        String column = byUpperCase.get(wanted.strip().toUpperCase(Locale.ROOT));
        if (column == null) {
          throw FileFault.COLUMN_MISSING.problem(wanted, String.join(", ", present));
        }
        columns.put(field, column);
      }
    }
  }

  /** A column whose name is the beginning of a usual one: {@code 宗地代} of {@code 宗地代码}. */
  private static Optional<String> cutName(List<String> usual, List<String> present) {
    return usual.stream().flatMap(name -> present.stream().filter(column -> isCut(column, name))).findFirst();
  }

  private static boolean isCut(String column, String name) {
    boolean chinese = name.codePointAt(0) > 0x2E80;
    int least = chinese ? Math.max(3, name.length() - 2) : CUT_LETTERS;
    return column.length() >= least && column.length() < name.length()
        && name.regionMatches(true, 0, column, 0, column.length());
  }

  /** What every record says in this field, or null where a column does. */
  @Nullable String constant(Field field) {
    return constants.get(field);
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
    Map<String, String> parameters = columns.entrySet().stream().collect(Collectors.toMap(
        entry -> entry.getKey().parameter(), Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    constants.forEach((field, value) -> parameters.put(field.parameter(), CONSTANT + value));
    return parameters;
  }
}
