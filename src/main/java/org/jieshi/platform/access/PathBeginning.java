package org.jieshi.platform.access;

/**
 * What every path has in common that a pattern matches: its text up to the first variable. Of several hundred patterns
 * nearly all are ruled out by it, a hundred times as fast as by matching.
 *
 * @param text without a slash at its end: {@code /a/{*rest}} matches {@code /a} too
 */
public record PathBeginning(String text) {

  /** @param pattern as {@code PathPattern} reads it */
  public static PathBeginning of(String pattern) {
    int end = 0;
    while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    while (end > 0 && pattern.charAt(end - 1) == '/') {
      end--;
    }
    return new PathBeginning(pattern.substring(0, end));
  }

  /** Whether a path begins so; a path with escapes or parameters may stand for another, and is not ruled out. */
  public boolean allows(String path) {
    return path.startsWith(text) || path.indexOf('%') >= 0 || path.indexOf(';') >= 0;
  }
}
