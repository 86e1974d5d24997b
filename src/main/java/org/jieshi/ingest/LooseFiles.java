package org.jieshi.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several files sent side by side become one zip: the same files give the same bytes, so they are recognised again. */
final class LooseFiles {

  /** Zip knows no earlier date; the real one would make every upload different. */
  private static final long FIRST_ZIP_DATE = 315_532_800_000L;

  private LooseFiles() {}

  static Upload together(List<Upload> files, Path target) throws IOException {
    List<Upload> byName = files.stream().sorted(Comparator.comparing(Upload::fileName)).toList();
    try (OutputStream out = Files.newOutputStream(target); ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (int i = 0; i < byName.size(); i++) {
        Upload file = byName.get(i);
        boolean twice = i > 0 && byName.get(i - 1).fileName().equals(file.fileName());
        ZipEntry entry = new ZipEntry(twice ? "again/" + file.fileName() : file.fileName());
        entry.setTime(FIRST_ZIP_DATE);
        zip.putNextEntry(entry);
        Files.copy(file.content(), zip);
        zip.closeEntry();
      }
    }
    String shp = byName.stream().map(Upload::fileName).filter(name -> name.toLowerCase().endsWith(".shp")).findFirst()
        .orElse(byName.get(0).fileName());
    int dot = shp.lastIndexOf('.');
    return new Upload((dot < 0 ? shp : shp.substring(0, dot)) + ".zip", target);
  }
}
