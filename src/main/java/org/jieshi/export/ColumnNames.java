package org.jieshi.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jieshi.ingest.source.OutputLayer;

/** Names of columns that differ from each other and from those that formats add, whatever their case. */
final class ColumnNames {

  private static final Set<String> ADDED =
      Set.of("FID", "GEOM", "WKT", "CRS", "部分", "圈号", "顺序号", "北坐标", "东坐标", "ID");

  private final Set<String> taken = new HashSet<>(ADDED);
  private final List<OutputLayer.Column> columns = new ArrayList<>();

  /** @return the name it got */
  String add(String name, OutputLayer.Type type) {
    String free = name;
    for (int n = 2; !taken.add(free.toUpperCase(Locale.ROOT)); n++) {
      free = name + "_" + n;
    }
    columns.add(new OutputLayer.Column(free, type));
    return free;
  }

  List<OutputLayer.Column> columns() {
    return List.copyOf(columns);
  }
}
