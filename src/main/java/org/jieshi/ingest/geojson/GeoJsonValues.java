package org.jieshi.ingest.geojson;

import java.math.BigDecimal;
import org.jieshi.ingest.source.Decimals;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values of properties: scalars as they are, objects and arrays as the text they were, so that nothing is lost. */
final class GeoJsonValues {

  private GeoJsonValues() {}

  static @Nullable Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getString().isBlank() ? null : json.getString().strip();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getString());
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case START_OBJECT, START_ARRAY -> structure(json);
      default -> null;
    };
  }

  /** What isn't a number that somebody may have meant stays the text it is. */
  private static Object number(String text) {
    BigDecimal number = Decimals.of(text);
    return number == null ? text : number;
  }

  private static String structure(JsonParser json) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    boolean comma = false;
    for (JsonToken token = json.currentToken(); token != null; token = json.nextToken()) {
      if (token.isStructEnd()) {
        text.append(json.getString());
        depth--;
        comma = true;
      } else {
        if (comma) {
          text.append(',');
        }
        comma = append(json, token, text);
        depth += token.isStructStart() ? 1 : 0;
      }
      if (depth == 0) {
        return text.toString();
      }
    }
    return text.toString();
  }

  /** @return whether a comma has to follow before whatever comes next */
  private static boolean append(JsonParser json, JsonToken token, StringBuilder text) {
    switch (token) {
      case PROPERTY_NAME -> text.append(quoted(json.currentName())).append(':');
      case VALUE_STRING -> text.append(quoted(json.getString()));
      default -> text.append(json.getString());
    }
    return !token.isStructStart() && token != JsonToken.PROPERTY_NAME;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    tools.jackson.core.io.JsonStringEncoder.getInstance().quoteAsString(text, quoted);
    return quoted.append('"').toString();
  }
}
