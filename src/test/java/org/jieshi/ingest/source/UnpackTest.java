package org.jieshi.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jieshi.ingest.SurveyFile;
import org.jieshi.ingest.shapefile.ShapefileFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackTest {

  private static final byte[] ANY = "content".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path directory;

  @Test
  void findsTheLayerInNestedFoldersAndAnyLetterCase() throws IOException {
    SurveyLayer layer = layer(zip("成果/宗地/ZD.SHP", "成果/宗地/zd.Dbf", "成果/宗地/ZD.PRJ", "成果/宗地/ZD.CPG"), null);

    assertThat(layer.name()).isEqualTo("成果/宗地/ZD");
    assertThat(layer.declaredSystem().wkt()).isEqualTo("content");
  }

  @Test
  void readsEntryNamesInGbkWithoutAFlag() throws IOException {
    byte[] zip = SurveyFile.zip(entries("宗地.shp", "宗地.dbf"), Charset.forName("GBK"));

    assertThat(layer(zip, null).name()).isEqualTo("宗地");
  }

  @Test
  void readsNamesWithBackslashes() throws IOException {
    assertThat(layer(zip("out\\ZD.shp", "out\\ZD.dbf"), null).name()).isEqualTo("out/ZD");
  }

  @Test
  void passesOverWhatOperatingSystemsAdd() throws IOException {
    assertThat(layer(zip("ZD.shp", "ZD.dbf", "__MACOSX/ZD.shp", "__MACOSX/._ZD.shp", "._ZD.shp", ".DS_Store"), null)
        .name()).isEqualTo("ZD");
  }

  @Test
  void namesTheMissingFile() {
    refused(zip("ZD.shp", "ZD.prj"), FileFault.LAYER_FILE_MISSING,
        "The file ZD.dbf is missing; send it together with the others of its layer.");
    refused(zip("ZD.dbf", "ZD.prj"), FileFault.LAYER_FILE_MISSING,
        "The file ZD.shp is missing; send it together with the others of its layer.");
    refused(zip("readme.txt"), FileFault.LAYER_NONE,
        "There is no survey in upload.zip; send .shp, .dbf and .prj of one layer, or one of the other formats listed on"
            + " the page.");
  }

  @Test
  void asksForOneLayerAtATimeOrItsName() throws IOException {
    byte[] two = zip("a/ZD.shp", "a/ZD.dbf", "JZD.shp", "JZD.dbf");

    refused(two, FileFault.LAYER_SEVERAL,
        "upload.zip holds several layers (a/ZD, JZD); send one layer a zip, or name the one to read (layerName).");
    assertThat(layer(two, "zd").name()).isEqualTo("a/ZD");
    assertThatThrownBy(() -> layer(two, "ZX")).isInstanceOf(FileProblem.class)
        .hasMessage("LAYER_UNKNOWN: There is no layer ZX in upload.zip; it holds: a/ZD, JZD.");
  }

  @Test
  void refusesAnEmptyFileAndOtherArchives() {
    refused(new byte[0], FileFault.FILE_EMPTY, "The file upload.zip is empty; send the file again.");
    refused("Rar!....".getBytes(StandardCharsets.US_ASCII), FileFault.ARCHIVE_KIND_UNKNOWN,
        "upload.zip is a rar archive; only zip can be read, pack the files as zip.");
  }

  @Test
  void refusesAnEmptyACutAndADamagedZip() {
    refused(zip(), FileFault.ARCHIVE_EMPTY, "The zip upload.zip holds no file; add .shp, .dbf and .prj.");
    byte[] whole = zip("ZD.shp", "ZD.dbf");
    refused(Arrays.copyOf(whole, whole.length / 2), FileFault.ARCHIVE_DAMAGED,
        "The zip upload.zip is damaged and can't be read to its end; zip the files again and send it again.");
    byte[] altered = stored("ZD.shp", ANY);
    altered[30 + "ZD.shp".length()] ^= 1;
    refused(altered, FileFault.ARCHIVE_DAMAGED,
        "The zip upload.zip is damaged and can't be read to its end; zip the files again and send it again.");
  }

  @Test
  void refusesPathsThatLeaveTheArchive() {
    for (String name : new String[] {"../ZD.shp", "a/../../ZD.shp", "/etc/ZD.shp", "C:/ZD.shp", "..\\ZD.shp"}) {
      refused(zip(name), FileFault.ARCHIVE_UNSAFE_NAME,
          "The zip entry %s points outside the archive; zip the files again without such paths."
              .formatted(name.replace('\\', '/')));
    }
  }

  @Test
  void refusesLinks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("ZD.shp");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write("/etc/passwd".getBytes(StandardCharsets.US_ASCII));
      zip.closeArchiveEntry();
    }
    refused(bytes.toByteArray(), FileFault.ARCHIVE_LINK,
        "The zip entry ZD.shp is a link, not a file; zip the file itself.");
  }

  @Test
  void refusesAPassword() {
    byte[] encrypted = zip("ZD.shp");
    encrypted[6] |= 1;
    int central = indexOf(encrypted, new byte[] {'P', 'K', 1, 2});
    encrypted[central + 8] |= 1;
    refused(encrypted, FileFault.ARCHIVE_ENCRYPTED,
        "The zip upload.zip is protected by a password; send it without one.");
  }

  @Test
  void refusesMoreThan64Entries() {
    String[] names = new String[65];
    Arrays.setAll(names, i -> "note" + i + ".txt");
    refused(zip(names), FileFault.ARCHIVE_TOO_MANY_ENTRIES,
        "The zip upload.zip holds more than 64 entries; send one layer a zip.");
  }

  @Test
  void refusesABombByTheBytesThatComeOut() {
    byte[] bomb = SurveyFile.zip(Map.of("ZD.shp", new byte[16 << 20]), StandardCharsets.UTF_8);
    refused(bomb, FileFault.ARCHIVE_RATIO, "Unpacked, upload.zip grows to more than 200 times its size, which no"
        + " survey file does; zip the files again.");
  }

  @Test
  void refusesMoreThanTheLimitUnpacked() throws IOException {
    Limits small = new Limits(1 << 20, 64, 200);
    byte[] large = SurveyFile.zip(Map.of("ZD.shp", new byte[(1 << 20) + 1]), StandardCharsets.UTF_8);
    Path upload = Files.write(directory.resolve("large"), large);
    try (Workspace workspace = Workspace.open(directory.resolve("work"))) {
      assertThatThrownBy(() -> new Unpack(small, workspace).files(upload, "upload.zip"))
          .hasMessage("ARCHIVE_TOO_LARGE: Unpacked, upload.zip is larger than 1 MB; split the layer into several files.");
    }
  }

  @Test
  void leavesNothingBehindWhetherItWentWellOrNot() throws IOException {
    layer(zip("ZD.shp", "ZD.dbf"), null, true);
    assertThatThrownBy(() -> layer(zip("ZD.shp"), null, true)).isInstanceOf(FileProblem.class);

    assertThat(directory.resolve("work")).isEmptyDirectory();
  }

  @Test
  void everyFaultSpeaksBothLanguagesWithAllItsArguments() {
    for (FileFault fault : FileFault.values()) {
      FileProblem problem = fault.problem("①", "②", "③", "④");
      assertThat(problem.sentence().en()).as(fault.name()).matches("(?s).*(\\.|①)").doesNotContain("%");
      assertThat(problem.sentence().zh()).as(fault.name()).matches("(?s).*(\\p{IsHan}.*。|②)").doesNotContain("%");
    }
  }

  private void refused(byte[] upload, FileFault fault, String sentence) {
    assertThatThrownBy(() -> layer(upload, null)).isInstanceOfSatisfying(FileProblem.class, problem -> {
      assertThat(problem.fault()).isEqualTo(fault);
      assertThat(problem.sentence().en()).isEqualTo(sentence);
    });
  }

  private SurveyLayer layer(byte[] content, @Nullable String layerName) throws IOException {
    return layer(content, layerName, false);
  }

  private SurveyLayer layer(byte[] content, @Nullable String layerName, boolean close) throws IOException {
    Path upload = Files.write(directory.resolve("upload"), content);
    Workspace workspace = Workspace.open(directory.resolve("work"));
    try {
      UploadedFiles files = new Unpack(Limits.DEFAULT, workspace).files(upload, "upload.zip");
      SurveyLayer layer = new LayerChoice("upload.zip", new ShapefileFormat().layers(files)).choose(layerName);
      layer.declaredSystem();
      return layer;
    } finally {
      if (close) {
        workspace.close();
      }
    }
  }

  private static byte[] zip(String... names) {
    return SurveyFile.zip(entries(names), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> entries(String... names) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Arrays.stream(names).forEach(name -> entries.put(name, ANY));
    return entries;
  }

  /** An uncompressed entry whose content begins 30 bytes and the name's length into the file. */
  private static byte[] stored(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry entry = new ZipArchiveEntry(name);
      entry.setMethod(ZipArchiveEntry.STORED);
      entry.setSize(content.length);
      java.util.zip.CRC32 sum = new java.util.zip.CRC32();
      sum.update(content);
      entry.setCrc(sum.getValue());
      zip.putArchiveEntry(entry);
      zip.write(content);
      zip.closeArchiveEntry();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not there");
  }
}
