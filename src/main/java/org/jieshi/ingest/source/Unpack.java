package org.jieshi.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jieshi.store.Outage;

/**
 * Opens an upload: a zip of files, or one file. Of a zip only what a survey may consist of is unpacked, each into a file
 * of our own name; entries can therefore not reach anything outside the workspace, and those that try are refused
 * all the same, because whoever made such a zip didn't make a survey.
 */
public final class Unpack {

  private static final Set<String> ARCHIVES_ALIKE = Set.of("rar", "7z", "gz", "tar");
  private static final int BUFFER = 1 << 16;
  /** Bytes; Windows allows 260 for a whole path. */
  private static final int LONGEST_NAME = 1024;
  private static final int SHOWN_NAME = 80;
  /** Of a Unix mode. */
  private static final int FILE_KIND = 0170000;
  private static final int REGULAR_FILE = 0100000;
  private static final int FOLDER = 0040000;
  /** Small files may compress well beyond the ratio: a .dbf is mostly spaces. */
  private static final long RATIO_COUNTS_FROM = 4L << 20;

  private final Limits limits;
  private final Workspace workspace;

  public Unpack(Limits limits, Workspace workspace) {
    this.limits = limits;
    this.workspace = workspace;
  }

  /**
   * The files of an upload.
   *
   * @param upload its content
   * @param fileName its name on the surveyor's machine, used for messages and to tell loose files apart
   */
  public UploadedFiles files(Path upload, String fileName) throws IOException {
    boolean zip = isZip(upload, fileName);
    List<NamedFile> files = zip ? unzip(upload, fileName) : List.of(new NamedFile(fileName, upload));
    return new UploadedFiles(fileName, files, zip, workspace);
  }

  private static boolean isZip(Path upload, String fileName) throws IOException {
    byte[] head = head(upload);
    if (head.length == 0) {
      throw FileFault.FILE_EMPTY.problem(fileName);
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return true;
    }
    String extension = NamedFile.extension(fileName);
    String otherArchive = startsWith(head, 'R', 'a', 'r', '!') ? "rar"
        : startsWith(head, '7', 'z', 0xBC, 0xAF) ? "7z"
        : ARCHIVES_ALIKE.contains(extension) ? extension : null;
    if (otherArchive != null) {
      throw FileFault.ARCHIVE_KIND_UNKNOWN.problem(fileName, otherArchive);
    }
    return false;
  }

  private List<NamedFile> unzip(Path upload, String fileName) throws IOException {
    int declared = ZipDirectory.entries(upload);
    if (declared > limits.entries()) {
      throw FileFault.ARCHIVE_TOO_MANY_ENTRIES.problem(fileName, limits.entries());
    }
    try (ZipFile zip = ZipFile.builder().setPath(upload).setUseUnicodeExtraFields(true).get()) {
      return extract(zip, upload, fileName);
    } catch (FileProblem problem) {
      throw problem;
    } catch (IOException failure) {
      if (Outage.of(failure).isPresent()) {
        throw failure; // the disk is full, the archive may be sound
      }
      throw FileFault.ARCHIVE_DAMAGED.problem(fileName);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damage) {
      throw FileFault.ARCHIVE_DAMAGED.problem(fileName);
    }
  }

  private List<NamedFile> extract(ZipFile zip, Path upload, String fileName) throws IOException {
    List<NamedFile> files = new ArrayList<>();
    Budget budget = new Budget(fileName, Files.size(upload));
    int entries = 0;
    for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements();) {
      ZipArchiveEntry entry = all.nextElement();
      if (++entries > limits.entries()) {
        throw FileFault.ARCHIVE_TOO_MANY_ENTRIES.problem(fileName, limits.entries());
      }
      String name = safeName(entry);
      if (entry.isDirectory() || name.endsWith("/") || NamedFile.isClutter(name)) {
        continue;
      }
      if (isNoFile(entry)) {
        throw FileFault.ARCHIVE_LINK.problem(name);
      }
      if (!ZipDirectory.namesAgree(upload, entry.getLocalHeaderOffset(), entry.getRawName())) {
        throw new ZipException("two names of " + name);
      }
      if (NamedFile.SURVEY_EXTENSIONS.contains(NamedFile.extension(name))) {
        files.add(new NamedFile(name, unpack(zip, entry, name, fileName, budget)));
      }
    }
    if (entries == 0) {
      throw FileFault.ARCHIVE_EMPTY.problem(fileName);
    }
    return files;
  }

  private Path unpack(ZipFile zip, ZipArchiveEntry entry, String name, String fileName, Budget budget)
      throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw FileFault.ARCHIVE_ENCRYPTED.problem(fileName);
    }
    if (!zip.canReadEntryData(entry)) {
      throw FileFault.ARCHIVE_METHOD_UNKNOWN.problem(name);
    }
    Path target = workspace.newFile();
    CRC32 sum = new CRC32();
    try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        budget.spend(read);
        sum.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
      throw new ZipException("checksum of " + name);
    }
    return target;
  }

  /** The entry's name with forward slashes; a name that leaves the archive is refused, not repaired. */
  private static String safeName(ZipArchiveEntry entry) throws FileProblem {
    byte[] raw = entry.getRawName();
    String name = (raw == null ? entry.getName() : EntryNames.decode(raw)).replace('\\', '/');
    if (raw != null && raw.length > LONGEST_NAME) {
      throw FileFault.ARCHIVE_UNSAFE_NAME.problem(name.substring(0, SHOWN_NAME) + "…");
    }
    boolean absolute = name.startsWith("/") || name.matches("(?s)^[A-Za-z]:.*");
    boolean climbs = List.of(name.split("/")).contains("..");
    boolean disguised = name.codePoints().anyMatch(Unpack::isInvisible);
    if (absolute || climbs || disguised) {
      throw FileFault.ARCHIVE_UNSAFE_NAME.problem(
          name.codePoints().map(c -> isInvisible(c) ? '?' : c).collect(StringBuilder::new,
              StringBuilder::appendCodePoint, StringBuilder::append).toString());
    }
    return name;
  }

  /** Control characters, and those that turn or hide what follows them: no surveyor types them into a name. */
  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.FORMAT;
  }

  /** Links, devices, pipes and sockets. */
  private static boolean isNoFile(ZipArchiveEntry entry) {
    int kind = entry.getUnixMode() & FILE_KIND;
    return entry.isUnixSymlink() || kind != 0 && kind != REGULAR_FILE && kind != FOLDER;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Counts what really comes out, over all entries, so that overlapping entries are counted as often as read. */
  private final class Budget {

    private final String fileName;
    private final long packedBytes;
    private long spent;

    Budget(String fileName, long packedBytes) {
      this.fileName = fileName;
      this.packedBytes = packedBytes;
    }

    void spend(int bytes) throws FileProblem {
      spent += bytes;
      if (spent > limits.unpackedBytes()) {
        throw FileFault.ARCHIVE_TOO_LARGE.problem(fileName, limits.unpackedBytes() >> 20);
      }
      if (spent > RATIO_COUNTS_FROM && spent / limits.ratio() > packedBytes) {
        throw FileFault.ARCHIVE_RATIO.problem(fileName, limits.ratio());
      }
    }
  }
}
