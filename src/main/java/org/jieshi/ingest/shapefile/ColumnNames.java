package org.jieshi.ingest.shapefile;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of columns, decoded; names cut to ten bytes may coincide, the later ones then get a number. */
final class ColumnNames {

  private ColumnNames() {}

  static List<String> of(List<DbfColumn> columns, Charset charset) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (DbfColumn column : columns) {
      byte[] raw = column.rawName();
      String name = TextBytes.decode(raw, 0, raw.length, charset).strip();
      String free = name;
      for (int n = 2; !taken.add(free.toUpperCase(Locale.ROOT)); n++) {
        free = name + "_" + n;
      }
      names.add(free);
    }
    return names;
  }
}
