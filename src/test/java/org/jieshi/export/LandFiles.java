package org.jieshi.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jieshi.ingest.source.EncodingName;

/** Files of land below a directory, written by us or by GDAL. */
record LandFiles(Path directory) {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  /** The file an export answers with: a shapefile as its zip. */
  byte[] write(ExportSource source, ExportFormat format, String encoding, int target) throws IOException {
    Path out = Files.createTempDirectory(directory, "out");
    List<Path> files = new LayerFile(source, format, EncodingName.of(encoding).orElseThrow(), TODAY)
        .write(out.resolve("parcels." + format.extension()), "parcels", source.systems(), target);
    return format == ExportFormat.SHAPEFILE ? zip(files) : Files.readAllBytes(files.get(0));
  }

  /** A zip of a folder's files. */
  static byte[] zip(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return zip(files.toList());
    }
  }

  private static byte[] zip(List<Path> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** What a program of GDAL says; it has to succeed. */
  static String gdal(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
