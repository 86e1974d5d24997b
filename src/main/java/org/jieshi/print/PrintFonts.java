package org.jieshi.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document: Latin and Chinese, embedded as subsets. A character that neither has is printed as its
 * code point, {@code [U+20BB7]}: a name on a certificate must never lose a character silently.
 */
public final class PrintFonts {

  private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String CHINESE = "/fonts/DroidSansFallbackFull.ttf";

  private final Face latin;
  private final Face chinese;

  public PrintFonts(PDDocument document) throws IOException {
    latin = Face.load(document, LATIN);
    chinese = Face.load(document, CHINESE);
  }

  /** A piece of text in one font. */
  record Run(PDType0Font font, String text) {

    float width(float size) throws IOException {
      return font.getStringWidth(text) / 1000 * size;
    }
  }

  List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    Face face = latin;
    for (int codePoint : printable(text).codePoints().toArray()) {
      Face wanted = latin.has(codePoint) ? latin : chinese;
      if (wanted != face && !piece.isEmpty()) {
        runs.add(new Run(face.font, piece.toString()));
        piece.setLength(0);
      }
      face = wanted;
      piece.appendCodePoint(codePoint);
    }
    if (!piece.isEmpty()) {
      runs.add(new Run(face.font, piece.toString()));
    }
    return runs;
  }

  float width(String text, float size) throws IOException {
    float width = 0;
    for (Run run : runs(text)) {
      width += run.width(size);
    }
    return width;
  }

  private String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints().forEach(codePoint -> {
      if (latin.has(codePoint) || chinese.has(codePoint)) {
        printable.appendCodePoint(codePoint);
      } else {
        printable.append(Character.isWhitespace(codePoint) ? " " : "[U+%04X]".formatted(codePoint));
      }
    });
    return printable.toString();
  }

  private record Face(PDType0Font font, CmapLookup glyphs) {

    static Face load(PDDocument document, String resource) throws IOException {
      try (InputStream in = PrintFonts.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("font not on the class path: " + resource);
        }
        TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(in));
        return new Face(PDType0Font.load(document, file, true), file.getUnicodeCmapLookup());
      }
    }

    boolean has(int codePoint) {
      return glyphs.getGlyphId(codePoint) != 0;
    }
  }
}
