package org.jieshi.platform.openapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jieshi.shared.Bilingual;
import org.springframework.core.io.ClassPathResource;

/** What each address does, as {@code openapi/summaries.txt} says. */
final class Summaries {

  private static final String FILE = "openapi/summaries.txt";
  private static final int COLUMNS = 3;

  private final Map<String, Bilingual> lines = new HashMap<>();

  Summaries() throws IOException {
    for (String line : new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8).lines()
        .filter(each -> !each.isBlank() && !each.startsWith("#")).toList()) {
      String[] columns = line.split("\\s*\\|\\s*");
      if (columns.length != COLUMNS
          || lines.put(key(columns[0].strip()), new Bilingual(columns[1].strip(), columns[2].strip())) != null) {
        throw new IllegalStateException("%s: not METHOD PATH | English | Chinese, or twice: %s".formatted(FILE, line));
      }
    }
  }

  /** @param operation {@code GET /api/parcels/{code}} */
  Optional<Bilingual> find(String operation) {
    return Optional.ofNullable(lines.get(key(operation)));
  }

  Set<String> all() {
    return lines.keySet();
  }

  /** A variable that takes the rest of a path is written as any other in the document. */
  static String key(String operation) {
    return operation.replace("{*", "{");
  }
}
