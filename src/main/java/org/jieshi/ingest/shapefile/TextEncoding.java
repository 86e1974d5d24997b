package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.ingest.source.EncodingName;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a table's text (rule F4): what the surveyor says, else {@code .cpg}, else the language driver,
 * else UTF-8 if every text is valid UTF-8, else GB18030, of which GBK and GB 2312 are parts. Whatever is declared has to
 * fit every text of the file; a declaration that doesn't is passed over and told, never obeyed into garbled names.
 *
 * @param charset to decode with
 * @param name as people know it
 * @param refuted a declared encoding that the text refutes, or null
 */
record TextEncoding(Charset charset, String name, @Nullable String refuted) {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");

  static TextEncoding find(LayerFiles files, int rows, @Nullable String requested) throws IOException {
    List<TextEncoding> candidates = new ArrayList<>();
    if (requested != null) {
      candidates.add(named(requested).orElseThrow(() -> FileFault.ENCODING_NAME_UNKNOWN.problem(requested)));
    } else {
      Path cpg = files.cpg();
      if (cpg != null) {
        named(codePage(cpg)).ifPresent(candidates::add);
      }
      try (DbfFile dbf = DbfFile.open(files.dbf(), files.dbfName())) {
        byLanguageDriver(dbf.languageDriver()).ifPresent(candidates::add);
      }
      candidates.add(new TextEncoding(StandardCharsets.UTF_8, "UTF-8", null));
      candidates.add(new TextEncoding(GB18030, "GB18030", null));
    }
    return firstThatFits(files, rows, candidates, requested != null);
  }

  private static TextEncoding firstThatFits(
      LayerFiles files, int rows, List<TextEncoding> candidates, boolean requested) throws IOException {
    Misfit misfit = null;
    String refuted = null;
    Map<TextEncoding, Misfit> misfits = misfits(files, rows, candidates);
    int declared = requested ? 1 : candidates.size() - 2;
    for (int i = 0; i < candidates.size(); i++) {
      TextEncoding candidate = candidates.get(i);
      misfit = misfits.get(candidate);
      if (misfit == null) {
        return new TextEncoding(candidate.charset, candidate.name, refuted);
      }
      if (i < declared && refuted == null) {
        refuted = candidate.name;
      }
    }
    throw refuse(files, candidates.get(0), misfit, requested);
  }

  private static FileProblem refuse(LayerFiles files, TextEncoding first, @Nullable Misfit misfit, boolean requested) {
    int row = misfit == null ? 0 : misfit.row();
    int column = misfit == null ? 0 : misfit.column();
    return requested
        ? FileFault.ENCODING_UNFIT.inRecord(row, files.dbfName(), first.name, row, column)
        : FileFault.ENCODING_UNKNOWN.inRecord(row, files.dbfName(), row, column);
  }

  /** The first text that each candidate can't be, by one pass over all rows; candidates without one fit. */
  private static Map<TextEncoding, Misfit> misfits(LayerFiles files, int rows, List<TextEncoding> candidates)
      throws IOException {
    Map<TextEncoding, CharsetDecoder> open = new LinkedHashMap<>();
    candidates.forEach(candidate -> open.put(candidate, candidate.charset.newDecoder()));
    Map<TextEncoding, Misfit> misfits = new LinkedHashMap<>();
    try (DbfFile dbf = DbfFile.open(files.dbf(), files.dbfName())) {
      CharBuffer scratch = CharBuffer.allocate(1 << 16);
      refuteByNames(dbf, open, misfits, scratch);
      for (int row = 1; row <= rows && !open.isEmpty(); row++) {
        byte[] bytes = dbf.next();
        for (int column = 0; column < dbf.columns().size(); column++) {
          DbfColumn text = dbf.columns().get(column);
          if (text.isText()) {
            Misfit here = new Misfit(row, column + 1);
            refute(bytes, text.offset(), text.end(bytes), here, open, misfits, scratch);
          }
        }
      }
    }
    return misfits;
  }

  private static void refuteByNames(DbfFile dbf, Map<TextEncoding, CharsetDecoder> open,
      Map<TextEncoding, Misfit> misfits, CharBuffer scratch) {
    for (int column = 0; column < dbf.columns().size(); column++) {
      byte[] name = dbf.columns().get(column).rawName();
      refute(name, 0, name.length, new Misfit(0, column + 1), open, misfits, scratch);
    }
  }

  private static void refute(byte[] bytes, int from, int to, Misfit here, Map<TextEncoding, CharsetDecoder> open,
      Map<TextEncoding, Misfit> misfits, CharBuffer scratch) {
    if (TextBytes.isAscii(bytes, from, to)) {
      return;
    }
    for (Iterator<Map.Entry<TextEncoding, CharsetDecoder>> all = open.entrySet().iterator(); all.hasNext();) {
      Map.Entry<TextEncoding, CharsetDecoder> candidate = all.next();
      if (!TextBytes.fits(bytes, from, to, candidate.getValue(), scratch)) {
        misfits.put(candidate.getKey(), here);
        all.remove();
      }
    }
  }

  /** The first line of a .cpg; programs write {@code UTF-8}, {@code GBK}, {@code 936}, {@code ANSI 936} and more. */
  private static String codePage(Path cpg) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(cpg)) {
      bytes = in.readNBytes(64);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1).replace("\u00EF\u00BB\u00BF", "").strip();
  }

  private static Optional<TextEncoding> named(String name) {
    return EncodingName.of(name).map(known -> new TextEncoding(known.charset(), known.name(), null));
  }

  /** Only drivers of Chinese code pages say something: the western ones are what writers put when they don't care. */
  private static Optional<TextEncoding> byLanguageDriver(int id) {
    return switch (id) {
      case 0x4D, 0x7A -> Optional.of(new TextEncoding(GB18030, "GBK", null));
      case 0x4F, 0x78 -> Optional.of(new TextEncoding(BIG5, "Big5", null));
      default -> Optional.empty();
    };
  }

  /** Where a text isn't of an encoding; row 0 is the header. */
  private record Misfit(int row, int column) {}
}
