package org.jieshi.ingest.dxf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;

/** A text of the drawing, without its formatting, and where it stands. */
record DxfLabel(String text, Coordinate place) {

  private static final Pattern UNICODE = Pattern.compile("\\\\U\\+([0-9A-Fa-f]{4})");
  private static final Pattern FORMATTING = Pattern.compile("\\\\[A-Za-z][^;\\\\{}]*;|[{}]|%%[uocUOC]");

  static String plain(String text) {
    Matcher unicode = UNICODE.matcher(text);
    String decoded = unicode.replaceAll(
        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    return FORMATTING.matcher(decoded.replace("\\P", " ")).replaceAll("").strip();
  }

  /** Numbers of boundary points and lengths of edges stand beside every line and say nothing about the land. */
  boolean isAboutLand() {
    return !text.isEmpty() && !text.matches("[JTjt]?\\d+([.,]\\d+)?");
  }
}
