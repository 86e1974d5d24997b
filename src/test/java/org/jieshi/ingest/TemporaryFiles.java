package org.jieshi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What imports and exports have lying on the disk while they work. */
final class TemporaryFiles {

  private TemporaryFiles() {}

  /** Everything below {@code tmp} of the data directory but the empty folder that uploads come into. */
  static List<Path> in(Path data) {
    Path tmp = data.resolve("tmp");
    try (Stream<Path> all = Files.walk(tmp)) {
      return all.filter(path -> !path.equals(tmp) && !path.equals(tmp.resolve(UploadPlace.FOLDER))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
