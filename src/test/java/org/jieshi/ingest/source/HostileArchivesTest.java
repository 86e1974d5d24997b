package org.jieshi.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jieshi.ingest.shapefile.ShapefileFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Archives made to hurt (rule F1). Each ends in its own refusal, or is read for what it honestly holds; nothing is ever
 * written outside the private directory, and nothing stays in it.
 */
class HostileArchivesTest {

  private static final byte[] ANY = "content".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LARGE = new byte[16 << 20];
  private static final int REGULAR = 0100644;

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> everyHostileArchiveIsRefusedForWhatItIs() {
    return archives().entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(),
        () -> assertThat(outcome(each.getValue().bytes)).isEqualTo(each.getValue().fault)));
  }

  private record Hostile(@Nullable FileFault fault, byte[] bytes) {}

  private static Map<String, Hostile> archives() {
    Map<String, Hostile> all = new LinkedHashMap<>();
    names(all);
    kinds(all);
    sizes(all);
    directories(all);
    content(all);
    return all;
  }

  private static void names(Map<String, Hostile> all) {
    for (String name : new String[] {"../ZD.shp", "a/../../ZD.shp", "a/..", "/etc/ZD.shp", "C:/ZD.shp", "c:ZD.shp",
        "..\\ZD.shp", "\\\\server\\share\\ZD.shp", "ZD.shp\0.txt", "ZD\u202Efbd.shp", "ZD\r\nX.shp", "ZD\u200B.shp",
        "a/./../../ZD.shp"}) {
      all.put("a name that leaves the archive or hides what it is: " + visible(name),
          new Hostile(FileFault.ARCHIVE_UNSAFE_NAME, zip(name)));
    }
    all.put("a name of 60 000 letters", new Hostile(FileFault.ARCHIVE_UNSAFE_NAME, zip("a".repeat(60_000) + ".shp")));
    all.put("an entry without a name", new Hostile(FileFault.LAYER_NONE, zip("")));
    all.put("dots that only look like them stay a name", new Hostile(null, zip("．．/ZD.shp", "．．/ZD.dbf")));
    all.put("the same file twice", new Hostile(FileFault.LAYER_FILE_TWICE, zip("ZD.shp", "ZD.shp", "ZD.dbf")));
    all.put("the same file twice but for its letter case",
        new Hostile(FileFault.LAYER_FILE_TWICE, zip("ZD.shp", "zd.SHP", "ZD.dbf")));
    RawZip.Entry other = entry("ZD.shp");
    other.localName = "XX.shp".getBytes(StandardCharsets.US_ASCII);
    all.put("a name that differs between header and directory",
        new Hostile(FileFault.ARCHIVE_DAMAGED, new RawZip().add(other).add(entry("ZD.dbf")).bytes()));
    RawZip.Entry unicode = entry("ZD.shp");
    unicode.extra = unicodePath(unicode.name, "../../ZD.shp");
    all.put("a second, hidden name that would leave the archive is not used",
        new Hostile(null, new RawZip().add(unicode).add(entry("ZD.dbf")).bytes()));
  }

  private static void kinds(Map<String, Hostile> all) {
    for (int[] mode : new int[][] {{0120777, 1}, {0020666, 2}, {0060660, 3}, {0010644, 4}, {0140755, 5}}) {
      RawZip.Entry special = entry("ZD.shp");
      special.mode = mode[0];
      all.put("a link, device, pipe or socket: mode " + Integer.toOctalString(mode[0]),
          new Hostile(FileFault.ARCHIVE_LINK, new RawZip().add(special).bytes()));
    }
    RawZip.Entry encrypted = entry("ZD.shp");
    encrypted.flags = 1;
    all.put("a password", new Hostile(FileFault.ARCHIVE_ENCRYPTED, new RawZip().add(encrypted).bytes()));
    RawZip.Entry aes = entry("ZD.shp");
    aes.method = 99;
    aes.flags = 1;
    all.put("a password by AES", new Hostile(FileFault.ARCHIVE_ENCRYPTED, new RawZip().add(aes).bytes()));
    RawZip.Entry strong = entry("ZD.shp");
    strong.flags = 1 | 1 << 6;
    all.put("strong encryption", new Hostile(FileFault.ARCHIVE_ENCRYPTED, new RawZip().add(strong).bytes()));
    RawZip.Entry method = entry("ZD.shp");
    method.method = 97;
    all.put("a compression nobody knows", new Hostile(FileFault.ARCHIVE_METHOD_UNKNOWN, new RawZip().add(method).bytes()));
  }

  private static void sizes(Map<String, Hostile> all) {
    all.put("a bomb", new Hostile(FileFault.ARCHIVE_RATIO, new RawZip().add(new RawZip.Entry("ZD.shp", LARGE)).bytes()));
    RawZip spread = new RawZip();
    for (int i = 0; i < 8; i++) {
      spread.add(new RawZip.Entry("ZD" + i + ".shp", new byte[2 << 20]));
    }
    all.put("a bomb spread over its entries", new Hostile(FileFault.ARCHIVE_RATIO, spread.bytes()));
    RawZip overlapping = new RawZip().add(new RawZip.Entry("ZD.shp", new byte[3 << 20]));
    for (int i = 0; i < 20; i++) {
      RawZip.Entry again = new RawZip.Entry("ZD.shp", new byte[3 << 20]);
      again.packed = new byte[0];
      again.declaredPacked = (long) RawZip.deflated(again.content).length;
      again.localOffset = 0;
      overlapping.add(again);
    }
    all.put("entries that share one piece of data", new Hostile(FileFault.ARCHIVE_RATIO, overlapping.bytes()));
    RawZip.Entry small = new RawZip.Entry("ZD.shp", LARGE);
    small.declaredSize = 10L;
    all.put("a bomb that says it is small", new Hostile(FileFault.ARCHIVE_RATIO, new RawZip().add(small).bytes()));
    RawZip.Entry huge = entry("ZD.shp");
    huge.declaredSize = 0xFFFFFFF0L;
    all.put("a file that says it is huge", new Hostile(null, new RawZip().add(huge).add(entry("ZD.dbf")).bytes()));
    RawZip.Entry wrong = entry("ZD.shp");
    wrong.crc = 1;
    all.put("a checksum that is another's", new Hostile(FileFault.ARCHIVE_DAMAGED, new RawZip().add(wrong).bytes()));
    RawZip.Entry longer = entry("ZD.shp").stored();
    longer.declaredPacked = 1L << 20;
    longer.declaredSize = 1L << 20;
    all.put("data that reaches beyond the file", new Hostile(FileFault.ARCHIVE_DAMAGED, new RawZip().add(longer).bytes()));
    RawZip.Entry cut = entry("ZD.shp");
    cut.packed = Arrays.copyOf(cut.packed, 3);
    all.put("a compression that ends too early", new Hostile(FileFault.ARCHIVE_DAMAGED, new RawZip().add(cut).bytes()));
    RawZip.Entry zip64 = entry("ZD.shp");
    zip64.declaredSize = 0xFFFFFFFFL;
    zip64.declaredPacked = 0xFFFFFFFFL;
    zip64.extra = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 1).putShort((short) 16)
        .putLong(Long.MAX_VALUE).putLong(Long.MAX_VALUE).array();
    all.put("a zip64 size beyond all bounds", new Hostile(FileFault.ARCHIVE_DAMAGED, new RawZip().add(zip64).bytes()));
  }

  private static void directories(Map<String, Hostile> all) {
    String[] many = new String[65];
    Arrays.setAll(many, i -> "note" + i + ".txt");
    all.put("too many entries", new Hostile(FileFault.ARCHIVE_TOO_MANY_ENTRIES, zip(many)));
    RawZip few = raw(many);
    few.count = 1;
    all.put("too many entries that say they are few", new Hostile(FileFault.ARCHIVE_TOO_MANY_ENTRIES, few.bytes()));
    RawZip claims = raw("ZD.shp", "ZD.dbf");
    claims.count = 60_000;
    all.put("few entries that say they are many", new Hostile(FileFault.ARCHIVE_TOO_MANY_ENTRIES, claims.bytes()));
    RawZip size = raw("ZD.shp", "ZD.dbf");
    size.directorySize = 1 << 30;
    all.put("a directory that says it is huge", new Hostile(FileFault.ARCHIVE_TOO_MANY_ENTRIES, size.bytes()));
    RawZip beyond = raw("ZD.shp", "ZD.dbf");
    beyond.directoryOffset = 1 << 28;
    all.put("a directory beyond the file", new Hostile(FileFault.ARCHIVE_DAMAGED, beyond.bytes()));
    RawZip inside = raw("ZD.shp", "ZD.dbf");
    inside.directoryOffset = 4;
    all.put("a directory in the middle of a file", new Hostile(FileFault.ARCHIVE_DAMAGED, inside.bytes()));
    RawZip disks = raw("ZD.shp", "ZD.dbf");
    disks.disk = 3;
    all.put("a part of several", new Hostile(FileFault.ARCHIVE_DAMAGED, disks.bytes()));
    RawZip locator = raw("ZD.shp", "ZD.dbf");
    locator.zip64 = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(0x07064b50).putInt(0)
        .putLong(Long.MAX_VALUE - 5).putInt(1).array();
    locator.count = 0xFFFF;
    all.put("a zip64 directory beyond all bounds",
        new Hostile(FileFault.ARCHIVE_TOO_MANY_ENTRIES, locator.bytes()));
    byte[] whole = zip("ZD.shp", "ZD.dbf");
    all.put("a zip cut in its directory", new Hostile(FileFault.ARCHIVE_DAMAGED, Arrays.copyOf(whole, whole.length - 30)));
    RawZip.Entry nowhere = entry("ZD.shp");
    nowhere.localOffset = 7;
    all.put("an entry that isn't where it should be",
        new Hostile(FileFault.ARCHIVE_DAMAGED, new RawZip().add(nowhere).bytes()));
    RawZip program = raw("ZD.shp", "ZD.dbf");
    program.before = "MZ this program cannot be run in DOS mode".getBytes(StandardCharsets.US_ASCII);
    all.put("a program in front of the zip", new Hostile(FileFault.ARCHIVE_NOT_ZIP, program.bytes()));
    RawZip second = raw("ZD.shp", "ZD.dbf");
    second.comment = zip("../ZD.shp");
    all.put("another zip in the comment is the one that counts", new Hostile(FileFault.ARCHIVE_UNSAFE_NAME, second.bytes()));
  }

  private static void content(Map<String, Hostile> all) {
    all.put("a zip in a zip isn't opened", new Hostile(FileFault.LAYER_NONE,
        new RawZip().add(new RawZip.Entry("ZD.zip", zip("ZD.shp", "ZD.dbf"))).bytes()));
    all.put("nothing but folders", new Hostile(FileFault.LAYER_NONE, zip("ZD.shp/", "ZD.dbf/")));
    all.put("nothing but hidden files", new Hostile(FileFault.LAYER_NONE, zip(".ZD.shp", "__MACOSX/ZD.shp", ".git/ZD.shp")));
    all.put("a rar that is called zip",
        new Hostile(FileFault.ARCHIVE_KIND_UNKNOWN, "Rar!\u001A\u0007".getBytes(StandardCharsets.ISO_8859_1)));
    all.put("a 7z that is called zip", new Hostile(FileFault.ARCHIVE_KIND_UNKNOWN,
        new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C}));
    all.put("an end and nothing before it", new Hostile(FileFault.ARCHIVE_EMPTY, new RawZip().bytes()));
    all.put("a header and nothing behind it",
        new Hostile(FileFault.ARCHIVE_DAMAGED, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}));
  }

  private @Nullable FileFault outcome(byte[] upload) throws IOException {
    Path file = Files.write(directory.resolve("upload"), upload);
    Path work = directory.resolve("work");
    try (Workspace workspace = Workspace.open(work)) {
      UploadedFiles files = new Unpack(Limits.DEFAULT, workspace).files(file, "upload.zip");
      if (!files.archive()) {
        return FileFault.ARCHIVE_NOT_ZIP;
      }
      new LayerChoice("upload.zip", new ShapefileFormat().layers(files)).choose(null).declaredSystem();
      return null;
    } catch (FileProblem problem) {
      assertThat(problem.sentence().en()).endsWith(".").doesNotContain("\0").hasSizeLessThan(1000);
      assertThat(problem.sentence().zh()).endsWith("。");
      return problem.fault();
    } finally {
      assertThat(work).isEmptyDirectory();
      assertThat(directory).isDirectoryNotContaining(path -> !path.equals(work) && !path.equals(file));
    }
  }

  private static String visible(String name) {
    StringBuilder visible = new StringBuilder();
    name.chars().forEach(c -> visible.append(c < ' ' || c > 0x2000 && c < 0x2100 ? "<%x>".formatted(c) : "" + (char) c));
    return visible.toString();
  }

  private static byte[] unicodePath(byte[] name, String hidden) {
    byte[] path = hidden.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(name);
    return ByteBuffer.allocate(9 + path.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x7075)
        .putShort((short) (5 + path.length)).put((byte) 1).putInt((int) sum.getValue()).put(path).array();
  }

  private static RawZip.Entry entry(String name) {
    RawZip.Entry entry = new RawZip.Entry(name, ANY);
    entry.mode = REGULAR;
    return entry;
  }

  private static RawZip raw(String... names) {
    RawZip zip = new RawZip();
    Arrays.stream(names).forEach(name -> zip.add(entry(name)));
    return zip;
  }

  private static byte[] zip(String... names) {
    return raw(names).bytes();
  }
}
