package org.jieshi.ogc;

import java.util.Locale;
import org.jieshi.shared.Bilingual;

/**
 * A field of a feature.
 *
 * @param name on the wire; the column of the query is the same in lower case with underscores
 */
record Property(String name, Type type, Bilingual title) {

  /** What a field holds, with what JSON Schema and PostgreSQL call it. */
  enum Type {
    TEXT("string", null, "text"),
    INTEGER("integer", null, "bigint"),
    NUMBER("number", null, "numeric"),
    DATE("string", "date", "date"),
    INSTANT("string", "date-time", "timestamptz");

    private final String json;
    private final String format;
    private final String column;

    Type(String json, String format, String column) {
      this.json = json;
      this.format = format;
      this.column = column;
    }

    String json() {
      return json;
    }

    /** Of JSON Schema; empty where there is none. */
    String format() {
      return format == null ? "" : format;
    }

    String column() {
      return column;
    }
  }

  static Property text(String name, String en, String zh) {
    return new Property(name, Type.TEXT, new Bilingual(en, zh));
  }

  static Property of(String name, Type type, String en, String zh) {
    return new Property(name, type, new Bilingual(en, zh));
  }

  String column() {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
