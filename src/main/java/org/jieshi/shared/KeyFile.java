package org.jieshi.shared;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a key, which its owner alone may read. */
public final class KeyFile {

  private KeyFile() {
  }

  /** Whole or not at all, and never over one that another program made in the meantime. */
  public static void make(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // createTempFile gives rw------- on POSIX systems
    Path unfinished = Files.createTempFile(folder, file.getFileName() + "-", ".tmp");
    try {
      Files.writeString(unfinished, content);
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException another) {
      return;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
