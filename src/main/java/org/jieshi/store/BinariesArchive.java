package org.jieshi.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The archive of PostgreSQL's programs inside the jar.
 *
 * <p>It is unpacked once into a directory named by the archive's SHA-256, under another name first: a directory with
 * the right name is whole, whenever the program may have been killed.
 */
final class BinariesArchive {

  private static final Logger log = LoggerFactory.getLogger(BinariesArchive.class);

  private BinariesArchive() {}

  /** @return the directory with {@code bin}, {@code lib} and {@code share} */
  static Path unpackInto(Path binaries) throws IOException {
    String resource = resourceName();
    Path home = binaries.resolve(sha256Of(resource).substring(0, 16));
    if (!Files.isDirectory(home)) {
      Files.createDirectories(binaries);
      DataFiles.deleteOthers(binaries, home);
      Path unfinished = Files.createTempDirectory(binaries, "unpacking-");
      log.info("Unpacking PostgreSQL into {}", home);
      try (InputStream in = open(resource)) {
        unpack(in, unfinished);
      }
      DataFiles.moveIntoPlace(unfinished, home);
    }
    return home;
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        write(entry, tar, file);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    boolean executable = (entry.getMode() & 0100) != 0;
    if (executable && Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> everybodyRuns = PosixFilePermissions.fromString("rwxr-xr-x");
      Files.setPosixFilePermissions(file, everybodyRuns);
    }
  }

  private static String resourceName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
    String machine = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> System.getProperty("os.arch");
    };
    return "postgres-" + system + "-" + machine + ".txz";
  }

  private static String sha256Of(String resource) throws IOException {
    try (DigestInputStream in = new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open(String resource) {
    @Nullable InputStream in = BinariesArchive.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new StoreUnavailable(
          "This build carries no PostgreSQL for this system (" + resource
              + "): build the program here, or use a PostgreSQL of your own by JIESHI_DB_URL.",
          "本程序包不含适用于本系统的 PostgreSQL（" + resource
              + "）：请在本机重新构建，或通过 JIESHI_DB_URL 使用您自己的 PostgreSQL。");
    }
    return new BufferedInputStream(in, 1 << 16);
  }
}
