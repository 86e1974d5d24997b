package org.jieshi.coverage.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.shared.Bilingual;

/** The names of land-use classes as the pages show them: one table for both, so that a report never says another word. */
final class LandUseNames {

  private static final String TABLE = "/static/lib/land-use-names.js";
  private static final Pattern ENTRY = Pattern.compile("'(\\d{4}\\.\\w+)': \\['([^']*)', '([^']*)'\\]");
  private static final Pattern GROUP = Pattern.compile("(.*?(\\d{4})?) (\\S+)");
  private static final Map<String, Bilingual> NAMES = read();

  private LandUseNames() {
  }

  /** @param group scheme and code: {@code GB/T 21010-2007 021} */
  static Bilingual of(String group) {
    Matcher parts = GROUP.matcher(group);
    Bilingual name = parts.matches() ? NAMES.get(parts.group(2) + "." + parts.group(3)) : null;
    if (name == null) {
      return new Bilingual(group, group);
    }
    String said = parts.group(3) + " %s (" + parts.group(2) + ")";
    return new Bilingual(said.formatted(name.en()), said.formatted(name.zh()));
  }

  private static Map<String, Bilingual> read() {
    try (InputStream in = LandUseNames.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("The names of land uses are not in the program: " + TABLE);
      }
      Map<String, Bilingual> names = new HashMap<>();
      Matcher entry = ENTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (entry.find()) {
        names.put(entry.group(1), new Bilingual(entry.group(3), entry.group(2)));
      }
      return Map.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
